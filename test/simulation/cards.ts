import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Cohort } from '../../shared/domain/people/cohort.ts';
import type { Person } from './person.ts';
import { createRandom, type Random } from './random.ts';
import type { MemoryEngine } from './store/memory-engine.ts';

/** The code of the cards by which newcomers begin with walking. */
export const walkingCode = 'MARCHE4';

/** What the clinic's cards say: one as everybody begins, at another hour; one that begins with walking. */
const cards: readonly Cohort[] = [
  { code: 'KNEE7', clinic: 'Riverside Physiotherapy', contact: 'riverside.example.org', time: '17:45' },
  { code: walkingCode, clinic: 'Centre du Parc', contact: 'parc.example.org', language: 'fr', programme: 1 },
];
const cardCodes = cards.map(({ code }) => code);

/**
 * Which random numbers decide whether a world has cards. Of some hundreds that would do as well, this leaves out every world that
 * a mutant was known to be caught in (mutants/seeds.json) before there were cards: those stay to the letter as they were.
 */
const trait = 105;

/** Who holds which card; undefined in the nine worlds of ten without any. */
export interface Cards {
  /** The word by which somebody joins: JOIN with the code of their card, now and then of another one. */
  readonly joinBy: (person: Person) => string;
  /** The code on somebody's own card, with which they open the sign-up page. */
  readonly codeOf: (person: Person) => string;
}

/** The code that a text gives with JOIN, if it gives one. */
export const codeIn = (body: string): string | undefined =>
  cardCodes.find((code) => /^(?:JOIN|INSCRIPTION) /.test(body) && body.endsWith(` ${code}`));

/** Puts the codes of a world into its table, where a tenth of the worlds have any; everybody then holds a card. */
export const dealCards = (seed: number, engine: MemoryEngine, startsAt: number): Cards | undefined => {
  const random: Random = createRandom(seed + trait * 1_000_000_000);
  if (!random.chance(0.1)) return undefined;
  for (const { code, ...cohort } of cards)
    engine.execute(
      new PutCommand({
        TableName: 'backbeat',
        Item: { PK: 'CODES', SK: code, ...cohort, at: startsAt, by: 'Dana' },
      }),
    );
  const held = new Map<string, string>();
  const codeOf = ({ name }: Person): string => {
    const code = held.get(name) ?? random.pick(['KNEE7', walkingCode] as const);
    held.set(name, code);
    return code;
  };
  return {
    codeOf,
    joinBy: (person) => `JOIN ${random.chance(0.2) ? random.pick(['KNEE7', walkingCode] as const) : codeOf(person)}`,
  };
};
