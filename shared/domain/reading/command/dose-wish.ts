import type { Intent } from '../intent.ts';
import type { ReadWords } from '../read-words.ts';

/** What is said of how many messages there are to be (content/<language>/lexicon/doses.yaml). */
type DoseClass = 'dose-daily' | 'dose-more' | 'dose-less' | 'dose-days' | 'dose-wish' | 'dose-filler';
const classes: ReadonlySet<string> = new Set<DoseClass>([
  'dose-daily',
  'dose-more',
  'dose-less',
  'dose-days',
  'dose-wish',
  'dose-filler',
]);

const denies = /^(?:no|not|nae|never|any|pas|non|ne|n|aucun|jamais|rien)$/;
const mostPace: Intent = { kind: 'suggest', command: 'more', of: 'pace' };
const countsOne = /^(?:one|un|une|1|daily|quotidien(?:ne)?)$/;

/** Longer texts say something else as well. */
const mostTokens = 14;

/**
 * How many messages somebody wishes for, where the whole text says nothing else: "go back to every day please", "only
 * weekends", "up it to 2 a day". Daily is carried out where it is asked for, the rest answered by what is possible. What counts
 * pills or walks names them, so that it is none.
 */
export const readDoseWish = ({ tokens, classed }: ReadWords): Intent | undefined => {
  if (tokens.length < 2 || tokens.length > mostTokens) return undefined;
  const said = classed.filter(({ concept }) => classes.has(concept));
  const has = (name: DoseClass): boolean => said.some(({ concept }) => concept === name);
  if (!has('dose-daily') && !has('dose-more') && !has('dose-less') && !has('dose-days')) return undefined;
  const covered = tokens.map(({ kind }) => kind === 'mark');
  for (const { from, to } of said) covered.fill(true, from, to);
  if (!covered.every(Boolean)) return undefined;
  // "Not on Sundays" is a wish for the other days; "no more messages" is one to be left alone.
  if (has('dose-days')) return { kind: 'suggest', command: 'less', of: 'days' };
  if (has('dose-less')) return { kind: 'suggest', command: 'less' };
  if (tokens.some(({ text }) => denies.test(text))) return undefined;
  if (has('dose-more')) return mostPace;
  if (has('dose-wish')) return { kind: 'dose', dose: 'daily' };
  // "Every day" by itself may tell of the pain.
  return tokens.some(({ text }) => countsOne.test(text)) ? mostPace : undefined;
};
