import { chromium } from 'playwright-core';

/** As wide as a desk's screen, so that the form and what is agreed to in it stand in one picture; CSS pixels. */
const desk = { width: 1280, height: 900 };

/** A page that could not be opened, so that there is no picture of it. */
export class PageNotOpenedError extends Error {
  readonly address: string;

  constructor(address: string, cause: unknown) {
    super(`no picture: ${address} could not be opened`, { cause });
    this.name = 'PageNotOpenedError';
    this.address = address;
  }
}

/**
 * Writes a picture of a whole page, as it is right now, into a PNG file. `browser` is the path of an installed Chromium.
 * Throws PageNotOpenedError where the page does not answer, or answers with an error.
 */
export const takePictureOfPage = async (address: string, file: string, browser: string): Promise<void> => {
  // Root in a container cannot have a sandbox; the page is the service's own.
  const opened = await chromium.launch({ executablePath: browser, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await opened.newPage({ viewport: desk, colorScheme: 'light', locale: 'en-US' });
    const answer = await page.goto(address).catch((error: unknown) => {
      throw new PageNotOpenedError(address, error);
    });
    if (answer === null || !answer.ok()) throw new PageNotOpenedError(address, answer?.status());
    await page.screenshot({ path: file, fullPage: true });
  } finally {
    await opened.close();
  }
};
