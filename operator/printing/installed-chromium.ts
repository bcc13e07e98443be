import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Where Chromium is installed: what `CHROMIUM` names, else one of the usual places; undefined where there is none. Browsers
 * that Playwright downloads itself are not looked for.
 */
export const installedChromium = (environment: Readonly<Record<string, string | undefined>>): string | undefined =>
  [environment['CHROMIUM'] ?? '', ...usualPlaces].find((path) => path !== '' && existsSync(path));
