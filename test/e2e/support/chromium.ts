import { type Browser, chromium } from 'playwright-core';
import { installedChromium } from '../../../operator/printing/installed-chromium.ts';

export const chromiumPath: string | undefined = installedChromium(process.env);

if (chromiumPath === undefined) {
  console.warn('LEFT OUT: browser tests: apt-get install chromium (or set CHROMIUM to where a Chromium is)');
}

/** Starts it without a sandbox, which root in a container cannot have, and without calls home. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
