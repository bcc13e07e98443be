import { writeFile } from 'node:fs/promises';
import { format, parse } from 'node:path';
import { type Outcome, type Surroundings, whereToText } from './outcome.ts';
import { installedChromium } from './printing/installed-chromium.ts';
import { registrationPacket } from './printing/registration.ts';

/** `registration --out registration.md`. */
export interface RegistrationCommand {
  readonly name: 'registration';
  readonly out?: string;
}

/** `registration.png` beside `registration.md`. */
const pictureBeside = (out: string): string => {
  const { dir, name } = parse(out);
  return format({ dir, name, ext: '.png' });
};

/** The picture's file and what is said of it; no picture is no fault of the packet, which is written by then. */
const pictureOf = async (address: string, file: string): Promise<{ readonly file?: string; readonly line: string }> => {
  const browser = installedChromium(process.env);
  if (browser === undefined)
    return {
      line: `No picture of ${address}: that takes Chromium (apt-get install chromium, or set CHROMIUM to its path).`,
    };
  // Playwright takes a third of a second to load, which no other command needs.
  const { PageNotOpenedError, takePictureOfPage } = await import('./printing/picture-of-page.ts');
  try {
    await takePictureOfPage(address, file, browser);
  } catch (error) {
    if (!(error instanceof PageNotOpenedError)) throw error;
    return { line: `No picture of ${address}: it could not be opened from here. Take it yourself, or run this again.` };
  }
  return { file, line: `${file}: the page ${address} as it is now. Look at it, and put it where anybody can open it.` };
};

/** Writes what Twilio asks for a number, and beside it a picture of the live page; without `--out` says the former. */
export const runRegistration = async ({ out }: RegistrationCommand, around: Surroundings): Promise<Outcome> => {
  const place = whereToText(around);
  const packet = await registrationPacket(place);
  if (out === undefined) return { data: packet, lines: [packet] };
  await writeFile(out, packet);
  const picture = await pictureOf(`${place.publicBaseUrl}/`, pictureBeside(out));
  return {
    data: [out, ...(picture.file === undefined ? [] : [picture.file])],
    lines: [`${out}: open it in an editor and copy each block into its field.`, picture.line],
  };
};
