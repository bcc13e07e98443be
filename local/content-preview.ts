import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { loadMailTemplates } from '../shared/content/mail-templates.ts';
import { type Language, languages } from '../shared/domain/people/subscriber.ts';
import { renderTipMail, type TipToMail } from '../shared/mails/render-tip-mail.ts';

const root = join(import.meta.dirname, '../content');
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** When a tip, a message or a programme was last saved; a page that shows them asks for it. */
const lastSaved = (): number => {
  const folders = ['programmes', ...languages.flatMap((language) => [language, `${language}/tips`])];
  const times = folders.flatMap((folder) =>
    // An editor's own file may be gone again.
    readdirSync(join(root, folder)).map(
      (name) => statSync(join(root, folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    ),
  );
  return Math.max(...times);
};

/** Reads a tip's file as a mail; undefined if there is none that can be read. */
const readMail = async (language: Language, id: string): Promise<TipToMail | undefined> => {
  const file = await readFile(join(root, language, 'tips', `${id}.md`), 'utf8').catch(() => undefined);
  if (file === undefined) return undefined;
  const [{ readTip }, { renderTip }] = await Promise.all([
    import('../content/build/tip-source.ts'),
    import('../content/build/render-tip-mail.ts'),
  ]);
  const tip = readTip(id, `content/${language}/tips/${id}.md`, file);
  return 'front' in tip ? { ...tip.front, ...renderTip(tip.body) } : undefined;
};

const script = `
const saved = async () => (await (await fetch('saved')).json()).at;
let known = await saved();
setInterval(async () => {
  const now = await saved().catch(() => known);
  if (now !== known) location.reload();
}, 1000);
`;

/**
 * Serves `/_local/content/`: every tip as it stands in the files, both languages side by side; it reloads when one is
 * saved.
 */
export const createContentPreview = (now: () => number): Hono => {
  const app = new Hono({ strict: false });
  app.get('/', async (context) => {
    if (!new URL(context.req.url).pathname.endsWith('/')) return context.redirect('/_local/content/');
    // Markdown, readability and the calculator of segments are read when the preview is opened, not at every start.
    const { writeTipBook } = await import('../content/build/tip-book.ts');
    return context.html(await writeTipBook(root, day(now()), { mailPath: 'mail/', script: 'reload.js' }));
  });
  app.get('/reload.js', (context) => context.body(script, 200, { 'content-type': 'text/javascript' }));
  app.get('/saved', (context) => context.json({ at: lastSaved() }));
  app.get('/mail/:language/:tip', async (context) => {
    const language = languages.find((known) => known === context.req.param('language'));
    const id = context.req.param('tip');
    const tip = language && /^[\w-]+$/.test(id) ? await readMail(language, id) : undefined;
    if (language === undefined || tip === undefined) return context.json({ error: 'no such tip' }, 404);
    const setting = { templates: await loadMailTemplates(), language, contact: 'help@backbeat.example' };
    const links = { diaryUrl: '#', unsubscribeUrl: '#', painUrl: '#' };
    return context.html(renderTipMail(setting, tip, links).html);
  });
  return app;
};
