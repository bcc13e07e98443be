import { type ServerType, serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileMailTemplates } from '../../content/build/compile-mail-templates.ts';
import { createWeb } from '../../functions/web/web.ts';
import { renderPromptMail } from '../../shared/mails/render-prompt-mail.ts';
import { diaryToken } from '../unit/web-people.ts';
import { chromiumPath, launchChromium } from './support/chromium.ts';
import { axeSource, rulesOfColour, seriousFindings } from './support/look-with-axe.ts';
import { asked, pages, worldIn } from './support/person-pages.ts';

const worlds = { en: worldIn('en'), fr: worldIn('fr') };
const speeches = ['en', 'fr'] as const;
type Speech = (typeof speeches)[number];
type Tabs = Partial<Record<Speech, Page>>;
/** The Accept-Language of browsers for each language. */
const locales = { en: 'en-US', fr: 'fr-CH' } as const satisfies Record<Speech, string>;

describe.runIf(chromiumPath)('the pages in a browser', () => {
  let browser: Browser;
  const servers: ServerType[] = [];
  const base = { en: '', fr: '' };
  /** A tab in each language, with script and without, that every test opens its page in: a tab costs half a second. */
  const reader: Tabs = {};
  const plain: Tabs = {};

  const newTab = async (speech: Speech, more: BrowserContextOptions = {}): Promise<Page> => {
    // axe is put into the page by the test, which the page's own policy rightly forbids.
    const context = await browser.newContext({ locale: locales[speech], bypassCSP: true, ...more });
    const page = await context.newPage();
    if (more.javaScriptEnabled !== false) await page.addInitScript({ content: axeSource });
    return page;
  };

  beforeAll(async () => {
    for (const speech of speeches) {
      const { fetch } = createWeb(worlds[speech].deps);
      base[speech] = await new Promise((resolve) => {
        servers.push(
          serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(`http://127.0.0.1:${port}`)),
        );
      });
    }
    browser = await launchChromium();
    for (const speech of speeches) {
      reader[speech] = await newTab(speech);
      plain[speech] = await newTab(speech, { javaScriptEnabled: false });
    }
  });
  afterAll(async () => {
    await browser.close();
    for (const server of servers) await new Promise((resolve) => server.close(resolve));
  });

  const open = async (
    path: string,
    { speech = 'en', width = 320, tabs = reader }: { speech?: Speech; width?: number; tabs?: Tabs } = {},
  ): Promise<Page> => {
    const page = tabs[speech];
    if (page === undefined) throw new Error('there is no such tab');
    await page.setViewportSize({ width, height: 800 });
    await page.goto(base[speech] + path);
    return page;
  };
  const widthOf = (page: Page) => page.evaluate('document.documentElement.scrollWidth');

  // A page is opened once and looked at as its reader turns the phone, sits down at a desk, or dims the light.
  it.for(Object.entries(pages))(
    'axe finds nothing serious in either language, and nothing runs off a screen of 320 px: %s',
    async ([, path], { expect }) => {
      const inspect = async (speech: Speech): Promise<void> => {
        const page = await open(path, { speech });
        const look = async (how: string, rules?: readonly string[]): Promise<void> =>
          expect.soft(await seriousFindings(page, rules), `${speech}, ${how}`).toEqual([]);
        expect.soft(await page.getAttribute('html', 'lang')).toBe(speech);
        expect.soft(await widthOf(page), `${speech}, width`).toBe(320);
        await page.setViewportSize({ width: 390, height: 800 });
        await look('390 px');
        if (speech === 'fr') return;
        await page.emulateMedia({ colorScheme: 'dark' });
        await look('390 px, dark', rulesOfColour);
        await page.emulateMedia({ colorScheme: null });
        await page.setViewportSize({ width: 1280, height: 800 });
        await look('1280 px');
      };
      await Promise.all(speeches.map(inspect));
    },
  );

  it('signs up without JavaScript', async () => {
    const page = await open('/', { tabs: plain, width: 390 });
    await page.fill('#address', 'jo@example.org');
    await page.fill('#zone', 'Europe/London');
    await page.check('input[name=consent]');
    await page.click('button[type=submit]');
    expect(await page.textContent('h1')).toBe('Look in your mailbox');
    expect(worlds.en.calls.at(-1)).toMatchObject({ name: 'signUpByEmail', argument: { address: 'jo@example.org' } });
  });

  it.each([
    ['en', 'On some days', 'Save', 'Noted for your week: on some days', 'on some days'],
    ['fr', 'Certains jours', 'Enregistrer', 'Noté pour votre semaine : certains jours', 'certains jours'],
  ] as const)(
    'saves an answer that was tapped in the mail of the week: %s',
    async (speech, label, save, title, row) => {
      const page = await open('/privacy', { speech, tabs: plain });
      const { answer, tip, confirmation } = await compileMailTemplates();
      if (!answer || !tip || !confirmation) throw new Error('a template is missing');
      const { html } = renderPromptMail(
        { templates: { answer, tip, confirmation }, language: speech, contact: 'Elm Street Physio' },
        { prompt: 'weekly', words: 'Backbeat, your week.', date: asked, goal: 'walk' },
        {
          diaryUrl: `${base[speech]}${pages.diary}`,
          unsubscribeUrl: `${base[speech]}${pages.unsubscribe}`,
          painUrl: `${base[speech]}/pain/${diaryToken({ purpose: 'pain' })}`,
        },
      );
      await page.setContent(html);
      // A scanner that follows every link of the mail but the one that unsubscribes answers for nobody.
      const before = worlds[speech].held.events.length;
      for (const link of await page.getByRole('link').all())
        await fetch((await link.getAttribute('href')) ?? '').then((answered) => answered.text());
      expect(worlds[speech].held.events).toHaveLength(before);
      await page.getByRole('link', { name: label }).click();
      expect(await page.isChecked('input[value=some]')).toBe(true);
      await page.getByRole('button', { name: save }).press('Enter');
      expect(await page.textContent('h1')).toBe(title);
      await page.goto(`${base[speech]}${pages.diary}`);
      expect(await page.getByRole('row', { name: row }).count()).toBe(1);
    },
  );

  it('saves a number that was tapped in a mail, says more about it and takes it back, without JavaScript', async () => {
    const page = await open(pages['a score'], { tabs: plain });
    expect(await page.isChecked('input[value="6"]')).toBe(true);
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    expect(await page.textContent('h1')).toBe('6 is in your diary');
    await page.getByLabel('Anything to add?').fill('after gardening');
    await page.getByRole('button', { name: 'Add these words' }).press('Enter');
    expect(await page.textContent('h1')).toBe('Your words are in your diary');
    await page.goto(`${base.en}${pages.diary}`);
    await page
      .getByRole('row', { name: /on the web/ })
      .getByRole('link')
      .press('Enter');
    await page.getByRole('button', { name: 'Delete this entry' }).press('Enter');
    await page.getByRole('button', { name: 'Put it back' }).waitFor();
  });

  it.each(speeches)('prints the fullest sheet on one page of A4 and of Letter: %s', async (speech) => {
    const page = await open(pages['the sheet'], { speech, width: 800 });
    for (const format of ['A4', 'Letter']) {
      const pdf = await page.pdf({ format });
      expect.soft(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
    }
  });

  it('shares a sheet with the keyboard alone, shows who looked, and ends it', async () => {
    const page = await open(pages.diary, { tabs: plain });
    await page.getByRole('link', { name: 'Share a page for your visit' }).press('Enter');
    await page.getByRole('radio', { name: '26 weeks' }).press('Space');
    await page.getByLabel('Medicines you take').fill('paracetamol');
    await page.getByRole('button', { name: 'Make the link' }).press('Enter');
    const link = page.locator('.address a').first();
    const path = new URL((await link.getAttribute('href')) ?? '').pathname;
    const clinic = await open(path, { width: 1280 });
    expect(await clinic.textContent('main')).toContain('paracetamol');
    await page.goto(`${base.en}${pages['sharing a sheet']}`);
    expect(await page.locator('.shared').first().textContent()).toContain('Looked at once');
    await page.getByRole('button', { name: 'End this link' }).first().press('Enter');
    const late = await open(path, { width: 1280 });
    expect(await late.textContent('h1')).toBe('There is nothing here');
  });

  it.each(speeches)('keeps a figure on one line and buttons apart on a screen of 320 px: %s', async (speech) => {
    const sheet = await open(pages['the sheet'], { speech });
    const figures = await Promise.all((await sheet.locator('.figure').all()).map((figure) => figure.boundingBox()));
    expect(figures).toHaveLength(3);
    // A line has 36 px, two have 72.
    for (const figure of figures) expect(figure?.height).toBeLessThan(50);
    const diary = await open(pages.diary, { speech, tabs: plain });
    await diary.locator('#goal').fill('walk to the shop');
    await diary.locator('#goal').press('Enter');
    const boxes = await diary.locator('form:has([name=progress]) button, label[for=goal]').all();
    const places = await Promise.all(boxes.map((box) => box.boundingBox()));
    expect(places).toHaveLength(3);
    for (const [at, above] of places.entries())
      for (const below of places.slice(at + 1)) {
        if (above === null || below === null) throw new Error('it is not shown');
        const isBeside = below.x >= above.x + above.width + 4;
        expect(isBeside || below.y >= above.y + above.height + 4).toBe(true);
      }
  });

  it('moves the tip and the place with the keyboard alone, and takes it back', async () => {
    const page = await open(pages.diary, { tabs: plain });
    await page.getByRole('link', { name: 'Settings' }).press('Enter');
    await page.getByLabel('A big city in your time zone').fill('Chicago');
    await page.getByLabel('A big city in your time zone').press('Enter');
    expect(await page.locator('[role=status]').textContent()).toContain('now that of Chicago');
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    expect(await page.locator('[role=status]').textContent()).toContain('now that of New York');
  });

  it('turns French with one press, stays so, and tells a phone to text INSCRIPTION', async () => {
    const page = await open('/', { tabs: plain, width: 390 });
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByRole('navigation', { name: 'Backbeat' }).getByRole('link', { name: 'Confidentialité' }).click();
    await page.getByRole('link', { name: 'Accueil' }).click();
    expect(await page.inputValue('#language')).toBe('fr');
    await page.fill('#address', '06 12 34 56 78');
    await page.fill('#zone', 'Narnia');
    await page.check('input[name=consent]');
    await page.getByRole('button', { name: 'Commencer' }).click();
    expect(await page.textContent('#zone-error')).toContain('Nous n’avons pas su placer cette ville');
    await page.fill('#zone', 'Europe/Paris');
    await page.getByRole('button', { name: 'Commencer' }).click();
    expect(await page.textContent('h1')).toBe('Maintenant, un texto depuis votre téléphone');
    expect(await page.getAttribute('a.button', 'href')).toBe('sms:+15550100100?&body=INSCRIPTION');
  });

  const looksGood = async (page: Page): Promise<void> => {
    expect(await widthOf(page)).toBe(320);
    expect(await seriousFindings(page)).toEqual([]);
  };

  it('asks a phone for its city once, and hands it the hour and the language to text', async () => {
    const page = await open('/');
    await page.fill('#address', '(604) 555 0102');
    await page.selectOption('#time', '19:30');
    await page.selectOption('#language', 'fr');
    await page.fill('#zone', 'Portland');
    await page.check('input[name=consent]');
    await page.getByRole('button', { name: 'Start' }).press('Enter');
    await looksGood(page);
    await page.getByRole('group', { name: 'Which one do you mean?' }).getByRole('radio').first().press('Space');
    await page.getByRole('button', { name: 'Start' }).press('Enter');
    expect(await page.getAttribute('a.button', 'href')).toBe('sms:+15550100100?&body=INSCRIPTION%2019h30');
    expect(await page.getAttribute('svg.qr', 'aria-label')).toContain('INSCRIPTION\u00A019h30');
    await looksGood(page);
  });

  it.each([
    ['en', 'You are in', 'Open your diary', 'Your pain diary'],
    ['fr', 'C’est parti', 'Ouvrir votre journal', 'Votre journal de la douleur'],
  ] as const)('confirms with the keyboard alone, and leads to the diary: %s', async (speech, title, link, diary) => {
    const path = `/confirm/${diaryToken({ purpose: 'confirm' })}`;
    const page = await open(path, { speech });
    await page.getByRole('button').press('Enter');
    expect(await page.textContent('h1')).toBe(title);
    await looksGood(page);
    await page.getByRole('link', { name: link }).press('Enter');
    expect(await page.textContent('h1')).toBe(diary);
  });

  it('fills in the time zone of the browser, under the page’s own policy', async () => {
    const context = await browser.newContext({ timezoneId: 'America/Denver' });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(base.en);
    expect(await page.inputValue('#zone')).toBe('America/Denver');
    expect(await page.evaluate("getComputedStyle(document.querySelector('.button')).backgroundColor")).toBe(
      'rgb(28, 99, 80)',
    );
    expect(refused).toEqual([]);
    await context.close();
  });
});
