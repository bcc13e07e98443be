/** The classes of words that tell what a number is (content/<language>/lexicon/score-*.yaml). */
export type WordClass =
  | 'pain-named'
  | 'back-named'
  | 'score-named'
  | 'says-score'
  | 'copula'
  | 'right-now'
  | 'link'
  | 'opening'
  | 'clause-start'
  | 'label'
  | 'time-before'
  | 'counts-before'
  | 'somebody'
  | 'wishes'
  | 'supposed'
  | 'in-doubt'
  | 'bound'
  | 'denied'
  | 'other-part'
  | 'other-measure'
  | 'would-have'
  | 'fixes'
  | 'yesterday'
  | 'other-day'
  | 'unit'
  | 'opener'
  | 'describes'
  | 'conditional'
  | 'more-or-less'
  | 'behind-bounds'
  | 'takes-back'
  | 'for-somebody'
  | 'compared'
  | 'feels-well'
  | 'forgets'
  | 'courtesies'
  | 'hedges'
  | 'exclamation'
  | 'this-night'
  | 'fixes-behind'
  | 'takes-back-last'
  | 'medicine'
  | 'spoken-to-many'
  | 'game'
  | 'day-occasion'
  | 'day-held'
  | 'day-held-perhaps';

const aside: ReadonlySet<string> = new Set<WordClass>([
  'medicine',
  'spoken-to-many',
  'game',
  'day-occasion',
  'day-held',
  'day-held-perhaps',
]);
/**
 * Whether a class belongs to a single rule that asks for it. Such a class makes no word known: the party in "the party is a
 * 7" may still be anybody's, so the number is asked about.
 */
export const isOfOneRule = (name: string): boolean => aside.has(name);

/** Classes that name what a number may be said of. */
export const anchors: readonly WordClass[] = ['pain-named', 'back-named', 'score-named', 'says-score'];
/** Classes that lead from there to a number and say nothing about it. */
export const passed: readonly WordClass[] = ['link', 'opening', 'hedges'];
const told: readonly WordClass[] = ['in-doubt', 'bound', 'denied', 'other-part', 'other-measure'];
const claims: readonly WordClass[] = ['label', 'time-before', 'counts-before'];
/** Every class that tells what a number behind it is. */
export const everything: readonly WordClass[] = [
  ...anchors,
  'copula',
  'clause-start',
  'right-now',
  ...told,
  'yesterday',
  'this-night',
  'fixes',
  ...claims,
  ...passed,
];
