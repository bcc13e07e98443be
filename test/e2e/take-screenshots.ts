import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './support/chromium.ts';
import { createServiceClient, pathOfLink, type ServiceClient } from './support/service-client.ts';
import { startServiceProcess } from './support/service-process.ts';

// npm run pictures: those of the README, in docs/images, taken of the running service; on a phone and at a desk, light and dark

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const maya = '+12125550101';
const jo = 'jo@example.org';
const zone = 'America/New_York';

/** A fortnight of made-up replies, by the day of January 2030. */
const fortnight: readonly (readonly [day: string, replies: readonly string[]])[] = [
  ['07', ['PAIN 7 hardly got out of bed']],
  ['08', ['7']],
  ['09', ['PAIN 6.5']],
  ['10', ['PAIN 6 walked ten minutes']],
  ['12', ['PAIN 7 too long in the car', 'MORE']],
  ['13', ['pain is a 6']],
  ['14', ['PAIN 5.5 slept well']],
  ['15', ['5']],
  ['16', ['PAIN 5 after gardening']],
  ['17', ['PAIN 8', 'FIX 4']],
  ['19', ['PAIN 4 back at the pool']],
  ['20', []],
];

const liveFortnight = async (coach: ServiceClient): Promise<void> => {
  await coach.startAt('2030-01-06T21:10:00Z');
  await coach.say(maya, 'JOIN');
  await coach.say(maya, 'ZONE New York');
  await coach.submit('/signup', { address: jo, language: 'en', zone, time: '09:00', consent: 'on' });
  await coach.advance('PT0S');
  await coach.submit(pathOfLink((await coach.outbox(jo))[0]?.text ?? '', 'confirm'), {});
  for (const [day, replies] of fortnight) {
    await coach.jumpTo(`2030-01-${day}T13:55:00Z`);
    await coach.moveTo(`2030-01-${day}T14:25:00Z`);
    for (const words of replies) {
      await coach.say(maya, words);
      await coach.advance('PT1M');
    }
  }
};

type Scheme = 'light' | 'dark';

const open = async (
  browser: Browser,
  url: string,
  width: number,
  height: number,
  colorScheme: Scheme = 'light',
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width, height },
    timezoneId: zone,
    locale: 'en-US',
    colorScheme,
    deviceScaleFactor: width < 600 ? 1.5 : 1,
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
};
const save = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.context().close();
};

const takeSimulator = async (browser: Browser, url: string): Promise<void> => {
  const page = await open(browser, `${url}/_local/`, 1280, 1240);
  for (const words of ['PAIN 3.5 good day', 'DIARY']) {
    await page.getByLabel('Your text').fill(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page
      .getByRole('log')
      .getByText(words === 'DIARY' ? 'Your private diary' : '3.5 is in your diary')
      .waitFor();
  }
  await page
    .getByRole('button', { name: `Tip to ${jo}` })
    .first()
    .click();
  await page.frameLocator('iframe').getByRole('link', { name: 'Unsubscribe' }).waitFor();
  await save(page, 'simulator');
};

const takeMail = async (browser: Browser, coach: ServiceClient): Promise<void> => {
  const html = (await coach.tipsTo(jo)).at(-1)?.html ?? '';
  const page = await open(browser, 'about:blank', 390, 1500, 'dark');
  await page.setContent(html);
  await save(page, 'mail');
};

await mkdir(folder, { recursive: true });
const [service, browser] = await Promise.all([startServiceProcess(), launchChromium()]);
try {
  const coach = createServiceClient(service.url);
  await liveFortnight(coach);
  await takeSimulator(browser, service.url);
  await takeMail(browser, coach);
  const diary = pathOfLink(await coach.say(maya, 'DIARY'), 'diary');
  await save(await open(browser, service.url + diary, 390, 1500), 'diary');
  await save(await open(browser, service.url, 1280, 1330, 'dark'), 'landing');
} finally {
  await browser.close();
  await service.stop();
}
