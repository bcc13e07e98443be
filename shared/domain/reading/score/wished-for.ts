import type { Before } from './before.ts';
import type { DaySaid } from './day-of-number.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, type Region } from './region.ts';
import type { ScoreText } from './score-text.ts';

/** "…will be the death of me lol 5": the number belongs to what follows the exclamation. */
const sinceExclamation = (text: ScoreText, { from, to }: Region): Region => {
  let start = to;
  while (start > from && text.endsAt(start, 'exclamation') === undefined) start -= 1;
  return { from: start, to };
};

/** A goal or a hope: of the number itself (`meant`), or only in its sentence (`near`). */
export const wishOf = (
  text: ScoreText,
  number: NumberSpan,
  before: Before,
  region: Region,
  said: DaySaid,
): 'meant' | 'near' | undefined => {
  // "Tomber à 3": the wish itself leads to the number.
  const wish = text.endsAt(number.from, 'wishes');
  // "Ce sera six" is how a score is ordered, not hoped for.
  if (wish !== undefined && (text.endsAt(number.from, 'says-score') ?? wish) >= wish) return 'meant';
  // The article is part of some wishes: "get to a 2".
  const to = before.hasArticle ? number.from : Math.max(region.from, before.from);
  if (!holds(text, sinceExclamation(text, { ...region, to }), 'wishes')) return undefined;
  // "Tomorrow I see the surgeon, 5 today".
  if (said.isNow && !holds(text, { ...region, to }, 'wishes', text.tokens[number.from]?.clause)) return undefined;
  // "Goal 2, real 5": the wish was in a clause before.
  const isSaid = before.kind === 'pain' || before.kind === 'said' || before.kind === 'now';
  const clause = text.tokens[number.from]?.clause;
  // "My nan used to say it could be worse, 6": a wish of a clause before, and the number begins its own.
  if (before.kind === 'bare' && !holds(text, { ...region, to }, 'wishes', clause)) return 'near';
  if (!isSaid || holds(text, { ...region, to }, 'wishes', clause)) return 'meant';
  // The wish has a number of its own.
  return text.numbers.some(({ from }) => from >= region.from && from < number.from) ? undefined : 'near';
};
