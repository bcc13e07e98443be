import { utimes } from 'node:fs/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from './support/chromium.ts';
import { axeSource, seriousFindings } from './support/look-with-axe.ts';
import { createServiceClient, pathOfLink, type ServiceClient } from './support/service-client.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

const maya = '+12125550101'; // whom the simulator's phone belongs to at first
const jo = 'jo@example.org';

describe.runIf(chromiumPath)('a newcomer in the simulator', () => {
  let service: ServiceProcess;
  let coach: ServiceClient;
  let browser: Browser;
  /** One tab, in which each test opens the simulator anew: a tab costs a second. */
  let page: Page;
  let devTools: CDPSession;
  /** What the page has complained of: errors in its console, requests that failed. */
  let complaints: string[];

  beforeAll(async () => {
    [service, browser] = await Promise.all([startServiceProcess(), launchChromium()]);
    coach = createServiceClient(service.url);
    // Nothing waits for what moves on the page to come to rest.
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    context.setDefaultTimeout(40_000);
    await context.addInitScript({ content: axeSource });
    page = await context.newPage();
    devTools = await context.newCDPSession(page);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => complaints.push(`${request.method()} ${request.url()}`));
  });
  afterAll(async () => {
    await browser.close();
    await service.stop();
  });
  beforeEach(async () => {
    await coach.startAt('2030-01-07T13:50:00Z');
    complaints = [];
  });
  afterEach(async () => {
    const told = complaints;
    // Requests that a page leaves unanswered when it is left are no complaint.
    complaints = [];
    for (const tab of page.context().pages()) if (tab !== page) await tab.close();
    await page.goto('about:blank');
    expect(told).toEqual([]);
  });

  const open = async (
    width: number,
    colorScheme: 'light' | 'dark' = 'light',
    timezoneId = 'America/New_York',
  ): Promise<void> => {
    await devTools.send('Emulation.setTimezoneOverride', { timezoneId });
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${service.url}/_local/`);
    await page.getByText('Set by hand').waitFor();
  };
  const send = async (words: string): Promise<void> => {
    await page.getByLabel('Your text').fill(words);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  };
  const talk = () => page.getByRole('log', { name: 'Conversation' });
  /** At a phone's width and a desk's: nothing runs off the screen, and axe finds nothing serious. */
  const looksGood = async (seen = page, widths: readonly number[] = [390, 1280]): Promise<void> => {
    for (const width of widths) {
      await seen.setViewportSize({ width, height: 900 });
      expect
        .soft(await seen.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
        .toBe(0);
      expect.soft(await seriousFindings(seen), `${width} px`).toEqual([]);
    }
  };

  it('joins, sees tomorrow’s tip, answers it and reads the diary', async () => {
    await open(390);
    await talk().getByText('No texts yet').waitFor();
    await send('JOIN');
    await talk().getByText('Backbeat: welcome.').waitFor();
    await page.getByRole('button', { name: 'Tomorrow 9:05 am' }).click();
    await page.getByText('2 messages were sent.').waitFor();
    await talk().getByText('Tip of the day').nth(1).waitFor();
    expect((await coach.tipsTo(maya)).map(({ at }) => at.slice(0, 16))).toEqual([
      '2030-01-07T14:00',
      '2030-01-08T14:00',
    ]);
    await page.getByRole('button', { name: 'PAIN 6', exact: true }).click();
    await talk().getByText('6 is in your diary').waitFor();
    await send('DIARY');
    const link = talk().getByRole('link').last();
    await link.waitFor();
    const [diary] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await diary.getByRole('heading', { level: 1, name: 'Your pain diary' }).waitFor();
    expect(await diary.getByRole('table').textContent()).toContain('6');
    await looksGood();
  });

  it('reads a mail as a mail program shows it and answers it', async () => {
    await coach.submit('/signup', {
      address: jo,
      language: 'en',
      zone: 'America/New_York',
      time: '09:00',
      consent: 'on',
    });
    await coach.advance('PT0S');
    await coach.submit(pathOfLink((await coach.outbox(jo))[0]?.text ?? '', 'confirm'), {});
    await coach.moveTo('2030-01-07T14:05:00Z');
    await open(1280, 'dark');
    const mailbox = page.getByRole('region', { name: 'Mailbox' });
    await mailbox.getByRole('list').getByRole('button', { name: 'Tip to jo@example.org' }).click();
    const mail = page.frameLocator('iframe');
    await mail.getByRole('link', { name: 'Unsubscribe' }).waitFor();
    await mailbox.getByLabel('Reply as jo@example.org').fill('PAIN 4');
    await mailbox.getByRole('button', { name: 'Send reply' }).click();
    await mailbox.getByRole('button', { name: 'Answer to jo@example.org' }).click();
    await mailbox.getByRole('button', { name: 'Text', exact: true }).click();
    await mailbox.getByText('4 is in your diary').waitFor();
    await looksGood();
  });

  it('is told when something did not work', async () => {
    await open(390);
    await page.getByLabel('Texting from').fill('212 555');
    await send('JOIN');
    await page.getByText('needs its country code').waitFor();
    expect(await coach.outbox()).toEqual([]);
  });

  it.each(['Asia/Tokyo', 'Pacific/Honolulu'])(
    'sees the tip of tomorrow morning from a browser in %s: the morning is the phone’s',
    async (zone) => {
      await open(390, 'light', zone);
      await send('JOIN');
      await talk().getByText('Backbeat: welcome.').waitFor();
      await page.getByRole('button', { name: 'Tomorrow 9:05 am' }).click();
      await page.getByText('It is 9:05 am in New York. 2 messages were sent.').waitFor();
      expect((await coach.tipsTo(maya)).map(({ at }) => at.slice(0, 16))).toEqual([
        '2030-01-07T14:00',
        '2030-01-08T14:00',
      ]);
    },
  );

  it('is told why no message was sent, whatever the reason', async () => {
    await open(320);
    const hour = page.getByRole('button', { name: '+1 hour' });
    const note = page.locator('[data-clock-note]');
    const move = async (told: string): Promise<void> => {
      await hour.click();
      await note.getByText('No message was sent.').waitFor();
      expect(await note.textContent()).toContain(told);
    };
    await move('+12125550101 is not subscribed: text JOIN');
    await send('JOIN');
    await talk().getByText('Backbeat: welcome.').waitFor();
    await move('The tip of Tue, Jan 8 is due at 9:00 AM in New York.');
    await page.getByRole('button', { name: 'Tomorrow 9:05 am' }).click();
    await note.getByText('1 message was sent.').waitFor();
    await move('The tip of Tue, Jan 8 had been sent before. The tip of Wed, Jan 9 is due at 9:00 AM in New York.');
    await send('PAUSE 3');
    await talk().getByText('no tips until after').waitFor();
    await page.getByRole('button', { name: '+1 day' }).click();
    await note.getByText('No tip on Wed, Jan 9: tips are paused that day.').waitFor();
    await send('STOP');
    await move('+12125550101 is not subscribed');
    await page.getByLabel('Texting from').fill('212 555');
    await move('needs its country code');
    await looksGood(page, [320]);
  });

  it('is shown a demo clinic: its people, their diaries, and what the service holds for one of them', async () => {
    await open(390);
    await page.getByRole('button', { name: 'Fill with a demo clinic' }).click();
    await page.getByText('10 people of fiction').waitFor();
    await talk().getByText('Tip of the day').first().waitFor();
    expect(await talk().getByText('You: ').count()).toBeGreaterThan(0);
    await page.getByLabel('Demo clinic').selectOption('Earl Watson, Phoenix');
    await talk().getByText('undelivered').waitFor();
    await page.getByRole('heading', { name: 'Behind it' }).click();
    await page.getByText('undelivered (30003)').waitFor();
    await page.getByText('tips and what became of them').click();
    await page.getByText('"code": "30003"').first().waitFor();
    await page.getByLabel('Demo clinic').selectOption('Maya Torres, New York');
    await page.getByLabel('Make the next sends fail').selectOption('blocked by STOP (21610)');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByText('The next send meets a fault').waitFor();
    await looksGood();
  });

  it('has every word that people can say at hand, in both languages', async () => {
    await open(1280);
    await page.getByRole('button', { name: /^All \d+ words/ }).click();
    for (const words of ['UNSHARE', 'CLINIC YES', 'ERASE'])
      await page.getByRole('button', { name: words, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('button', { name: 'INSCRIPTION', exact: true }).click();
    await talk().getByText('bienvenue').waitFor();
    await looksGood();
  });

  it('leads to every tip, which load themselves anew when one is saved', async () => {
    await open(390, 'dark');
    const [tips] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'All tips' }).click(),
    ]);
    await tips.getByRole('heading', { level: 2, name: '01-medicines' }).waitFor();
    await tips.getByRole('heading', { level: 3, name: 'Pain medicines' }).waitFor();
    const file = new URL('../../content/en/tips/01-medicines.md', import.meta.url);
    const now = new Date();
    await Promise.all([tips.waitForEvent('load'), utimes(file, now, now)]);
    expect(await tips.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });

  it('starts over with everything empty', async () => {
    await open(1280);
    await send('JOIN');
    await talk().getByText('Backbeat: welcome.').waitFor();
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Start over' }).click();
    await talk().getByText('No texts yet').waitFor();
    await page.getByText('Real time', { exact: true }).waitFor();
  });
});
