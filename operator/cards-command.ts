import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cardPage } from '../functions/desk/cards/card-page.ts';
import { cardKinds } from '../functions/desk/cards/card-style.ts';
import { languages } from '../shared/domain/people/subscriber.ts';
import type { Desk } from '../shared/use-cases/desk/desk.ts';
import { type Outcome, type Surroundings, whereToText } from './outcome.ts';

/** `cards KNEE7 --out folder`. */
export interface CardsCommand {
  readonly name: 'cards';
  readonly code: string;
  readonly out?: string;
}

const usualFolder = 'cards';

/** Writes the card and the poster of a code, in each language a file. */
export const runCards = async (
  desk: Desk,
  { code: said, out = usualFolder }: CardsCommand,
  around: Surroundings,
): Promise<Outcome> => {
  const { actor } = around;
  const place = whereToText(around);
  const cohort = await desk.readCode(actor, said);
  await mkdir(out, { recursive: true });
  const written: string[] = [];
  for (const kind of cardKinds) {
    for (const language of languages) {
      const file = join(resolve(out), `${cohort.code.toLowerCase()}-${kind}-${language}.html`);
      await writeFile(file, await cardPage(kind, language, cohort, place));
      written.push(file);
    }
  }
  return { data: written, lines: [...written, 'Open each in a browser and print it: a card is A5, a poster A4.'] };
};
