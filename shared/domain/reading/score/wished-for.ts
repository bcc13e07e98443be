import type { Before } from './before.ts';
import type { DaySaid } from './day-of-number.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, type Region } from './region.ts';
import type { ScoreText } from './score-text.ts';

/** The part of a region behind an exclamation, to which the number belongs: "…will be the death of me lol 5". */
const sinceExclamation = (text: ScoreText, { from, to }: Region): Region => {
  let start = to;
  while (start > from && text.endsAt(start, 'exclamation') === undefined) start -= 1;
  return { from: start, to };
};

/** Whether the number is a goal or a hope: `meant`, of the number itself; `near`, only in its sentence. */
export const wishOf = (
  text: ScoreText,
  number: NumberSpan,
  before: Before,
  region: Region,
  said: DaySaid,
): 'meant' | 'near' | undefined => {
  // The wish itself leads to the number: "tomber à 3".
  const wish = text.endsAt(number.from, 'wishes');
  // "Ce sera six" orders a score, and hopes for none.
  if (wish !== undefined && (text.endsAt(number.from, 'says-score') ?? wish) >= wish) return 'meant';
  // Some wishes include the article: "get to a 2".
  const to = before.hasArticle ? number.from : Math.max(region.from, before.from);
  if (!holds(text, sinceExclamation(text, { ...region, to }), 'wishes')) return undefined;
  // The wish is for another day: "tomorrow I see the surgeon, 5 today".
  if (said.isNow && !holds(text, { ...region, to }, 'wishes', text.tokens[number.from]?.clause)) return undefined;
  // The wish was in an earlier clause: "goal 2, real 5".
  const isSaid = before.kind === 'pain' || before.kind === 'said' || before.kind === 'now';
  const clause = text.tokens[number.from]?.clause;
  // The number begins a clause of its own: "my nan used to say it could be worse, 6".
  if (before.kind === 'bare' && !holds(text, { ...region, to }, 'wishes', clause)) return 'near';
  if (!isSaid || holds(text, { ...region, to }, 'wishes', clause)) return 'meant';
  // The wish has a number of its own.
  return text.numbers.some(({ from }) => from >= region.from && from < number.from) ? undefined : 'near';
};
