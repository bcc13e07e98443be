import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium is installed; undefined when it is not. Browsers that Playwright downloads itself are not looked for. */
export const chromiumPath: string | undefined = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path !== '' && existsSync(path));

if (chromiumPath === undefined) {
  console.warn('LEFT OUT: browser tests: apt-get install chromium (or set CHROMIUM to where a Chromium is)');
}

/** Starts it without a sandbox, which root in a container cannot have, and without calls home. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
