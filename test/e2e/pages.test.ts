import { existsSync } from 'node:fs';
import { type ServerType, serve } from '@hono/node-server';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createWeb } from '../../functions/web/web.ts';
import { diaryToken, fakeWorld } from '../unit/web-fakes.ts';

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
if (!executable) {
  console.warn('LEFT OUT: the pages were not looked at in a browser. To do so: apt-get install chromium');
}

const findings = z.object({
  violations: z.array(
    z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
  passes: z.array(z.unknown()),
});

const pages = {
  landing: '/',
  diary: `/diary/${diaryToken()}`,
  confirm: '/confirm/good',
  unsubscribe: '/unsubscribe/good',
  privacy: '/privacy',
  'not found': '/nowhere',
} as const;

describe.runIf(executable)('the pages in a browser', () => {
  let browser: Browser;
  let server: ServerType;
  let base: string;
  const world = fakeWorld();

  beforeAll(async () => {
    const port = await new Promise<number>((resolve) => {
      server = serve({ fetch: createWeb(world.deps).fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
        resolve(info.port),
      );
    });
    base = `http://127.0.0.1:${port}`;
    browser = await chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const open = async (
    path: string,
    width: number,
    more: { javaScriptEnabled?: boolean; colorScheme?: 'dark' } = {},
  ): Promise<Page> => {
    // axe is put into the page by the test, which the page's own policy rightly forbids.
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, ...more });
    const page = await context.newPage();
    await page.goto(base + path);
    return page;
  };

  it.each(
    Object.entries(pages).flatMap(([name, path]) =>
      ([[390], [1280], [390, 'dark']] as const).map(([width, scheme]) => ({ name, path, width, scheme })),
    ),
  )('axe finds nothing serious: $name, $width px, $scheme', async ({ path, width, scheme }) => {
    const page = await open(path, width, scheme ? { colorScheme: scheme } : {});
    await page.addScriptTag({ content: axe.source });
    const { violations, passes } = findings.parse(await page.evaluate('axe.run()'));
    await page.context().close();
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });

  it.each(Object.entries(pages))('nothing runs off a screen of 320 px: %s', async (_, path) => {
    const page = await open(path, 320);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    await page.context().close();
    expect(width).toBe(320);
  });

  it('signs up without JavaScript', async () => {
    const page = await open('/', 390, { javaScriptEnabled: false });
    await page.fill('#address', 'jo@example.org');
    await page.fill('#zone', 'Europe/London');
    await page.check('input[name=consent]');
    await page.click('button[type=submit]');
    expect(await page.textContent('h1')).toBe('Look in your mailbox');
    expect(world.calls.at(-1)).toMatchObject({ name: 'signUpByEmail', argument: { address: 'jo@example.org' } });
    await page.context().close();
  });

  it('fills in the time zone of the browser, under the page’s own policy', async () => {
    const context = await browser.newContext({ timezoneId: 'America/Denver' });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(base);
    expect(await page.inputValue('#zone')).toBe('America/Denver');
    expect(await page.evaluate("getComputedStyle(document.querySelector('.button')).backgroundColor")).toBe(
      'rgb(28, 99, 80)',
    );
    expect(refused).toEqual([]);
    await context.close();
  });
});
