import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from './support/chromium.ts';
import { axeSource, rulesOfColour, seriousFindings } from './support/look-with-axe.ts';
import { createServiceClient, type ServiceClient } from './support/service-client.ts';
import { startWatchedService, type WatchedService } from './support/watched-service.ts';

const ida = '+12125559417';
const otto = '+12125558326';
const own = '+12125557735';
const word = 'wheelbarrow';
const listed = 'lena.kestrel@example.org';

/*
 * A member of staff's morning, and a clinician's, on npm start's own service: with the stand-in's sign-in, without script, at the
 * width of a phone. Axe looks at each page in a browser that has script.
 */
describe.runIf(chromiumPath)('the staff page in a browser', () => {
  let service: WatchedService;
  let coach: ServiceClient;
  let browser: Browser;
  let page: Page;
  const visited: string[] = [];

  const signIn = async (who: RegExp): Promise<void> => {
    await page.goto(`${service.url}/desk`);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: who }).click();
    expect(await page.textContent('h1')).toBe('The clinic’s desk');
  };
  const press = async (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
  const find = async (said: string): Promise<void> => {
    await page.goto(`${service.url}/desk`);
    await page.getByLabel(/Number, mailbox, or pseudonym/).fill(said);
    await press('Find');
  };
  const told = (): Promise<string | null> => page.getByRole('status').textContent();

  beforeAll(async () => {
    service = await startWatchedService();
    coach = createServiceClient(service.url);
    await coach.startAt('2030-01-07T14:30:00Z');
    for (const number of [ida, otto]) {
      await coach.say(number, 'JOIN');
      await coach.text(number, 'JOIN', { country: 'US' });
    }
    await coach.say(ida, `PAIN 6 with the ${word}`);
    await coach.say(ida, 'CLINIC YES');
    await coach.say(otto, `my ${word} and chest pain`);
    browser = await launchChromium();
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
    page = await context.newPage();
    page.on('request', (request) => visited.push(request.url()));
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it('opens to nobody who has not signed in, nor to who works elsewhere', async () => {
    await page.goto(`${service.url}/desk/today`);
    expect(await page.textContent('h1')).toBe('The clinic’s desk');
    expect(await page.textContent('main')).not.toContain('with us');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: /Pat, accounting/ }).click();
    expect(await page.textContent('h1')).toBe('This account does not work at the desk');
  });

  it('takes staff through a morning: a red flag, somebody who phones, today', async () => {
    await signIn(/Sam/);
    expect(await page.textContent('main')).toContain('may need help now');
    await press('I have it');
    expect(await told()).toContain('Nobody else is told');
    expect(await page.textContent('main')).toContain('Nothing waits.');
    await find('555 0101');
    expect(await page.textContent('h1')).toBe('Nobody found');
    await find('+1 (212) 555-9417');
    expect(await page.textContent('main')).not.toContain('CLINIC YES');
    await page.getByText('A break').click();
    await page.getByLabel('Days without tips, 1 to 90').fill('7');
    await press('Pause');
    expect(await told()).toMatch(/no tips up to and including 2030-01-1\d/);
    await page.getByText('Another time, place').click();
    await page.getByLabel(/A big city near them/).fill('Denver');
    await press('Move');
    expect(await told()).toContain('Done');
    expect(await page.textContent('dl')).toContain('Denver, where it is');
    await page.goto(`${service.url}/desk/today`);
    expect(await page.textContent('main')).toContain('No tip has come to anything yet');
    await find(otto);
    await page.getByText('No more messages').click();
    await press('Stop everything');
    expect(await told()).toBe('Done: nothing more is sent to them.');
    expect(await page.textContent('dl')).toContain('has left, and gets nothing (they asked for it, or said STOP)');
  });

  it('shows a clinician what somebody wrote who lets the clinic read it, deletes after asking, and signs out', async () => {
    await press(/Sign out/);
    expect(await page.textContent('h1')).toBe('You are signed out');
    await page.goto(`${service.url}/desk`);
    expect(await page.textContent('h1')).toBe('The clinic’s desk');
    await signIn(/Dr Lee/);
    await find(ida);
    await page.getByText('What they wrote').click();
    await page.getByRole('link', { name: 'Read the diary' }).click();
    expect(await page.textContent('main')).toContain(`with the ${word}`);
    await page.goBack();
    await page.getByText('Delete everything').click();
    await page.getByRole('link', { name: /Delete all that is held/ }).click();
    await page.getByLabel('Type ERASE').fill('yes');
    await press('Delete everything');
    expect(await page.textContent('main')).toContain('Nothing was deleted');
    await page.getByLabel('Type ERASE').fill('ERASE');
    await press('Delete everything');
    expect(await told()).toContain('is being deleted');
    await page.goto(`${service.url}/desk/audit`);
    expect(await page.textContent('main')).toContain('5a3e0c1e-0001-4000-8000-00000000005a');
  });

  it('invites the people of a list once it has said row by row what would happen', async () => {
    await page.goto(`${service.url}/desk/list`);
    const agreed = '2029-12-01,paper form,I agree to get one tip a day';
    const list = [
      'address,language,zone,consent_when,consent_how,consent_wording',
      `${listed},en,Denver,${agreed}`,
      `+12125550177,en,Denver,${agreed}`,
      `jo@example.org,en,nowhere at all,${agreed}`,
    ].join('\n');
    await page
      .getByLabel(/The list: CSV/)
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await press('Say what would happen');
    expect(await page.textContent('main')).toContain('Nothing has been done yet.');
    await press('Invite one person');
    const said = await page.textContent('main');
    for (const part of ['invited, by one mail', 'never texted first', 'not read: the zone is none that we know'])
      expect(said).toContain(part);
    expect(said).not.toContain('example.org');
    await page.goto(`${service.url}/desk/failed`);
    expect(await page.textContent('main')).toContain('Nothing was given up.');
  });

  it('shows a report to print, says why there is none, and lets staff look at a tip', async () => {
    await page.goto(`${service.url}/desk/results`);
    await page.getByLabel(/Month, like/).fill('2030-01');
    await press('Show the report');
    expect(await page.textContent('main')).toContain('Fewer than five people were with you');
    await page.goto(`${service.url}/desk/tip`);
    await page.getByLabel('The tip').selectOption({ label: '08 Walking, cycling, swimming' });
    await page.getByLabel(/To your own number/).fill(own);
    await page.getByLabel(/It is my own/).check();
    await press('Send it');
    expect(await told()).toBe('Sent.');
    expect(await coach.outbox(own)).toMatchObject([{ kind: 'answer' }]);
  });

  it('speaks French to a browser that does', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
    const theirs = await context.newPage();
    await theirs.goto(`${service.url}/desk`);
    await theirs.getByRole('link', { name: 'Se connecter' }).click();
    await theirs.getByRole('link', { name: /Sam/ }).click();
    expect(await theirs.textContent('h1')).toBe('L’accueil de la clinique');
    await theirs.getByRole('link', { name: 'Aujourd’hui' }).click();
    expect(await theirs.textContent('main')).toContain('Budget et files');
    await context.close();
  });

  it('names nobody in an address, a log or the audit trail', async () => {
    const trail = (await service.items()).filter(({ PK }) => String(PK).startsWith('AUDIT#'));
    expect(trail.length).toBeGreaterThan(10);
    expect(visited.length).toBeGreaterThan(20);
    const texts = [...visited, ...service.logged, ...trail.map((line) => JSON.stringify(line))].join('\n');
    for (const secret of [ida.slice(1), otto.slice(1), own.slice(1), word, listed]) expect(texts).not.toContain(secret);
  });

  it('axe finds nothing serious, and nothing runs off a screen of 320 px', async () => {
    await coach.say(otto, 'JOIN');
    await coach.text(otto, 'JOIN', { country: 'US' });
    for (const said of [`PAIN 5 with the ${word}`, 'CLINIC YES', 'chest pain']) await coach.say(otto, said);
    const cookies = await page.context().cookies();
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 800 } });
    await context.addInitScript({ content: axeSource });
    const seen = await context.newPage();
    const look = async (path: string, { dark = false } = {}): Promise<void> => {
      await seen.goto(`${service.url}${path}`);
      expect.soft(await seen.evaluate('document.documentElement.scrollWidth'), path).toBe(320);
      await seen.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      expect.soft(await seen.evaluate('document.documentElement.scrollWidth'), `${path}, opened`).toBe(320);
      expect.soft(await seriousFindings(seen), path).toEqual([]);
      if (dark) {
        await seen.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await seriousFindings(seen, rulesOfColour), `${path}, dark`).toEqual([]);
        await seen.emulateMedia({ colorScheme: null });
      }
      const folder = process.env['DESK_PICTURES'];
      if (folder !== undefined)
        await seen.screenshot({
          path: `${folder}/${path.replace(/[a-z2-7]{26}/, 'id').replaceAll(/\W/g, '-')}.png`,
          fullPage: true,
        });
    };
    for (const number of ['+12125558101', '+12125558102', '+12125558103', '+12125558104']) {
      await coach.say(number, 'JOIN');
      await coach.text(number, 'JOIN', { country: 'US' });
    }
    await page.goto(`${service.url}/desk/codes`);
    await page.getByLabel(/The clinic, as people/).fill('Elm Street Physio');
    await page.getByLabel(/Whom they may ask/).fill('+1 212 555 0199');
    await page.getByLabel(/The code, like KNEE7/).fill('knee 7');
    await press('Make the code');
    expect(await told()).toContain('comes to you');
    await look('/desk');
    await context.addCookies(cookies);
    await find(otto);
    const person = new URL(page.url()).pathname;
    const paths = [
      '/desk?all',
      '/desk/today',
      '/desk/today/missed?yesterday',
      '/desk/audit',
      '/desk/codes',
      '/desk/failed',
      '/desk/results',
      '/desk/tip',
      '/desk/results/report?month=2030-01',
    ];
    for (const locale of ['en', 'fr']) {
      await seen.setExtraHTTPHeaders({ 'accept-language': locale });
      for (const path of paths) await look(path);
      for (const path of ['/desk', '/desk/list', person]) await look(path, { dark: true });
      await seen.goto(`${service.url}/desk/results/report?month=2030-01`);
      const pdf = (await seen.pdf({ format: 'A4' })).toString('latin1');
      expect.soft(pdf.match(/\/Type\s*\/Page\b/g), `the report in print: ${locale}`).toHaveLength(1);
    }
    await seen.setExtraHTTPHeaders({ 'accept-language': 'en' });
    await look(`${person}/erase`);
    await look(`${person}/diary`);
    expect(await seen.textContent('main')).toContain(word);
  });
});
