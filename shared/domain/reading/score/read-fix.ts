import type { Intent } from '../intent.ts';
import type { NumberRole } from './number-role.ts';
import type { ScoreText } from './score-text.ts';

const unclear: Intent = { kind: 'unclear', about: 'score' };
const inDoubt = ({ number }: NumberRole): Intent =>
  number.value === null ? unclear : { kind: 'score-in-doubt', score: number.value, day: 'today' };
const apologies = new Set(
  'sorry pardon oops oups whoops scrub scratch typo excuse excusez desole desolee dsl correction erreur mistake wrong no non naw nope doigt doigts finger fingers thumb thumbs tape trompe trompee'.split(
    ' ',
  ),
);
/** "Change the 9 I sent to a 6": the second of two. */
const into = new Set(['to', 'par', 'en', 'pour', 'into', 'by']);

/** "C'était cinq tantôt que je voulais dire." */
const isSaidBehind = (text: ScoreText): boolean =>
  text.tokens.some((_, from) => text.startsAt(from, 'fixes-behind') !== undefined);

/** Where the words begin that say a correction follows; "*5" is one by itself. */
const cueAt = (text: ScoreText): number | undefined => {
  const [first, second] = text.tokens;
  if (first?.text === '*' && second?.kind === 'number') return 0;
  if (first?.text === 'plutot') return 0;
  if (isSaidBehind(text)) return 0;
  const at = text.tokens.findIndex((_, from) => text.startsAt(from, 'fixes') !== undefined);
  return at < 0 ? undefined : at;
};

const isReplacement = (text: ScoreText, { number }: NumberRole): boolean =>
  [1, 2, 3].some((far) => into.has(text.tokens[number.from - far]?.text ?? ''));

/** "It's not 9, it's 6", "sorry, 3 not 8": the one that stands against the one denied. */
const readContrast = (text: ScoreText, roles: readonly NumberRole[]): Intent | undefined => {
  const scores = roles.filter(({ number }) => number.value !== null);
  const [denied, ...others] = scores.filter(({ before }) => before.denied);
  const [said, ...more] = scores.filter(({ before }) => !before.denied);
  if (denied === undefined || said === undefined || others.length > 0 || more.length > 0) return undefined;
  if (
    said.before.doubtful ||
    said.certainty === 'unknown' ||
    said.isOtherDay ||
    said.number.value === denied.number.value
  )
    return undefined;
  if (said.behind.kind !== 'end' && said.behind.kind !== 'note') return undefined;
  // "Six, no, seven" is the other way round.
  if (/^(?:no|non|nan)$/.test(text.tokens[denied.number.from - 1]?.text ?? '')) return undefined;
  const isSorry = text.tokens.some(({ text: word }) => apologies.has(word));
  const isPutRight = denied.number.from < said.number.from && said.before.kind === 'said' && denied.before.hasCopula;
  return isSorry || isPutRight ? { kind: 'fix', score: said.number.value ?? 0 } : undefined;
};

/** The score that replaces one sent before: "FIX 5", "sorry, meant 5", "make that a 5", "*5". */
export const readFix = (text: ScoreText, roles: readonly NumberRole[]): Intent | undefined => {
  const contrast = readContrast(text, roles);
  if (contrast !== undefined) return contrast;
  const cue = cueAt(text);
  if (cue === undefined) return undefined;
  const scores = roles.filter(({ number, before }) => number.value !== null && !before.denied);
  if (roles.some(({ number, certainty }) => number.value === null && certainty === 'doubtful')) return unclear;
  const earlier = scores.filter(({ number }) => number.from < cue);
  const later = scores.filter(({ number }) => number.from >= cue);
  if (later.length === 0 || later.every(({ certainty, before }) => certainty === 'other' && before.kind === 'bare'))
    return undefined;
  if (earlier.length > 0) return undefined;
  const [one] = later;
  const chosen = later.length === 1 ? one : later.findLast((role) => isReplacement(text, role));
  const score = chosen?.number.value;
  // "Fix 5 to 6" may be a range.
  if (chosen !== undefined && later.length > 1 && one?.behind.kind === 'range') return inDoubt(chosen);
  if (chosen === undefined || score === undefined || score === null) return unclear;
  if (chosen.before.doubtful || chosen.isTakenBack || (chosen.isOtherDay && !isSaidBehind(text)))
    return inDoubt(chosen);
  const isSure =
    chosen.behind.kind === 'end' || chosen.behind.kind === 'note' || text.tokens[chosen.number.to]?.text === '?';
  return isSure || chosen.behind.now ? { kind: 'fix', score } : inDoubt(chosen);
};
