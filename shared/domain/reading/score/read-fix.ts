import type { Intent } from '../../reply/intent.ts';
import type { NumberRole } from './number-role.ts';
import type { ScoreText } from './score-text.ts';

const unclear: Intent = { kind: 'unclear', about: 'score' };
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

/** The score that replaces one sent before: "FIX 5", "sorry, meant 5", "make that a 5", "*5". */
export const readFix = (text: ScoreText, roles: readonly NumberRole[]): Intent | undefined => {
  const cue = cueAt(text);
  if (cue === undefined) return undefined;
  const scores = roles.filter(({ number, before }) => number.value !== null && !before.denied);
  if (roles.some(({ number, certainty }) => number.value === null && certainty === 'doubtful')) return unclear;
  const earlier = scores.filter(({ number }) => number.from < cue);
  const later = scores.filter(({ number }) => number.from >= cue);
  if (later.length === 0 || later.every(({ certainty, before }) => certainty === 'other' && before.kind === 'bare'))
    return undefined;
  if (earlier.length > 0) return undefined;
  const last = later.at(-1);
  const [one] = later;
  const chosen = later.length === 1 ? one : last !== undefined && isReplacement(text, last) ? last : undefined;
  const score = chosen?.number.value;
  if (chosen === undefined || score === undefined || score === null) return unclear;
  if (chosen.before.doubtful || chosen.isTakenBack || (chosen.isOtherDay && !isSaidBehind(text))) return unclear;
  const isSure =
    chosen.behind.kind === 'end' || chosen.behind.kind === 'note' || text.tokens[chosen.number.to]?.text === '?';
  return isSure || chosen.behind.now ? { kind: 'fix', score } : unclear;
};
