import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { loadMailTemplates } from '../shared/content/mail-templates.ts';
import { messageSpecs } from '../shared/domain/answering/message.ts';
import { languages } from '../shared/domain/people/subscriber.ts';
import { renderTipMail } from '../shared/mails/render-mail.ts';

/** Markdown, readability and the calculator of segments: read when the preview is opened, not at every start. */
const loadBuild = async () => {
  const [{ previewTips }, { writeTipBook }] = await Promise.all([
    import('../content/build/preview-tips.ts'),
    import('../content/build/tip-book.ts'),
  ]);
  return { previewTips, writeTipBook };
};

const root = join(import.meta.dirname, '../content');
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** When a tip, a message or a programme was last saved: a page that shows them asks for it. */
const lastSaved = (): number => {
  const folders = ['programmes', ...languages.flatMap((language) => [language, `${language}/tips`])];
  const times = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => statSync(join(root, folder, name)).mtimeMs),
  );
  return Math.max(...times);
};

const script = `
const saved = async () => (await (await fetch('saved')).json()).at;
let known = await saved();
setInterval(async () => {
  const now = await saved().catch(() => known);
  if (now !== known) location.reload();
}, 1000);
`;

/** `/_local/content/`: every tip as it stands in the files, both languages side by side; loads itself anew when one is saved. */
export const createContentPreview = (now: () => number): Hono => {
  const app = new Hono({ strict: false });
  app.get('/', async (context) => {
    if (!new URL(context.req.url).pathname.endsWith('/')) return context.redirect('/_local/content/');
    const { writeTipBook } = await loadBuild();
    return context.html(await writeTipBook(root, day(now()), { mailPath: 'mail/', script: 'reload.js' }));
  });
  app.get('/reload.js', (context) => context.body(script, 200, { 'content-type': 'text/javascript' }));
  app.get('/saved', (context) => context.json({ at: lastSaved() }));
  app.get('/mail/:language/:tip', async (context) => {
    const language = languages.find((known) => known === context.req.param('language'));
    const { previewTips } = await loadBuild();
    const { tips } = previewTips(root, messageSpecs, day(now()));
    const tip = tips
      .find(({ id }) => id === context.req.param('tip'))
      ?.languages.find((written) => written.language === language);
    if (tip === undefined || language === undefined) return context.json({ error: 'no such tip' }, 404);
    const setting = { templates: await loadMailTemplates(), language, contact: 'help@backbeat.example' };
    const { front, html, text } = tip;
    const links = { diaryUrl: '#', unsubscribeUrl: '#', painUrl: '#' };
    return context.html(renderTipMail(setting, { ...front, html, text }, links).html);
  });
  return app;
};
