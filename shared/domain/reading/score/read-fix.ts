import type { Intent } from '../intent.ts';
import { wrongNumbers } from './number-put-right.ts';
import type { NumberRole } from './number-role.ts';
import type { ScoreText } from './score-text.ts';

const unclear: Intent = { kind: 'unclear', about: 'score' };
const inDoubt = ({ number }: NumberRole): Intent =>
  number.value === null ? unclear : { kind: 'score-in-doubt', score: number.value, day: 'today' };
const apologies = new Set(
  `sorry pardon oops oups whoops scrub scratch typo excuse excusez desole desolee dsl correction erreur mistake wrong no non naw
  nope nan nah oups soz doigt doigts finger fingers thumb thumbs tape trompe trompee meant hold wait attends attend`.split(
    /\s+/,
  ),
);
/** "Change the 9 I sent to a 6": the second of two. */
const into = new Set(['to', 'par', 'en', 'pour', 'into', 'by']);
const sorries = /^(?:sorry|soz|pardon|desole|desolee|dsl|apologies|excuse|excusez)$/;
const slips = /^(?:thumbs?|fingers?|doigts?|pouces?|typo|autocorrect|correcteur)$/;
const changes =
  /^(?:change|replace|update|correct|amend|changer|changez|remplacer|remplacez|modifier|modifiez|corriger|corrigez)$/;
/** At the start, or asked for: "please change", "il faut remplacer"; not "my pain did change to 6". */
const isWish = (text: ScoreText, at: number): boolean =>
  at === 0 ||
  /^(?:please|pls|plz|you|u|to|and|just|faut|pouvez|peux|svp|can|could|oops|sorry|no|merci|de)$/.test(
    text.tokens[at - 1]?.text ?? '',
  );
/** More numbers than these are no correction. */
const mostNumbers = 3;

/** "C'était cinq tantôt que je voulais dire." */
const isSaidBehind = (text: ScoreText): boolean =>
  text.tokens.some((_, from) => text.startsAt(from, 'fixes-behind') !== undefined);

/** "Pardon 5 gros doigts", "oops 6*", "change what I sent to 4": an excuse around the number, or the wish to change it. */
const isExcused = (text: ScoreText): boolean => {
  const [number, ...more] = text.numbers;
  if (number === undefined || more.length > 0) return false;
  if (number.from === 1 && apologies.has(text.tokens[0]?.text ?? '')) {
    const next = text.tokens[number.to];
    const behind = text.tokens.slice(number.to, number.to + 4);
    if (next?.text === '*' || behind.some((token) => slips.test(token.text))) return true;
  }
  const isInto = [1, 2].some((far) => into.has(text.tokens[number.from - far]?.text ?? ''));
  return isInto && text.tokens.some((token, at) => at < number.from && changes.test(token.text) && isWish(text, at));
};

/** Where the words begin that say a correction follows; "*5" is one by itself. */
const cueAt = (text: ScoreText): number | undefined => {
  const [first, second] = text.tokens;
  if (first?.text === '*' && second?.kind === 'number') return 0;
  if (first?.text === 'plutot' && text.numbers.some(({ from }) => from <= 2 && text.tokens[from - 1]?.kind === 'word'))
    return 0;
  if (isExcused(text)) return 0;
  if (isSaidBehind(text)) return 0;
  const at = text.tokens.findIndex(
    (token, from) =>
      text.startsAt(from, 'fixes') !== undefined &&
      // "Meant to text last night" corrects nothing.
      !(token.text === 'meant' && text.tokens[from + 1]?.text === 'to' && text.tokens[from + 2]?.kind === 'word') &&
      // "I make it a 6 for the day" reckons.
      !(token.text === 'make' && /^(?:i|id|we|would|d)$/.test(text.tokens[from - 1]?.text ?? '')),
  );
  return at < 0 ? undefined : at;
};

/** "What makes it a 5 and not a 6": a question corrects nothing; "can you change it to 6?" is a request. */
const asks = /^(?:what|whats|why|how|when|who|which|does|do|is|pourquoi|comment|quand|combien)$/;
const isQuestion = (text: ScoreText): boolean => asks.test(text.tokens[0]?.text ?? '');

const denials = /^(?:not|no|pas|non)$/;
const isReplacement = (text: ScoreText, { number }: NumberRole): boolean =>
  [1, 2, 3].some((far) => into.has(text.tokens[number.from - far]?.text ?? ''));

/** Words that make a correction of "its 6" behind what was sent: "meant", "said", "should be", "it is". */
const isPutRight = ({ before }: NumberRole): boolean => before.kind === 'said' && !before.isPast;

/** "It's not 9, it's 6", "sorry, 3 not 8", "I typed 9 its 6", "4 I said. no 44": the one that stands against the other. */
const readContrast = (text: ScoreText, roles: readonly NumberRole[], hasCue: boolean): Intent | undefined => {
  const wrong = wrongNumbers(text);
  if (wrong.size !== 1 || text.tokens.some((_, at) => text.startsAt(at, 'in-doubt') !== undefined)) return undefined;
  const [said, ...more] = roles.filter(({ number }) => !wrong.has(number));
  const [bad, why] = [...wrong][0] ?? [];
  if (said === undefined || more.length > 0 || bad === undefined || said.number.value === null) return undefined;
  if (said.number.value === bad.value || said.before.doubtful || (said.before.denied && why !== 'sent'))
    return undefined;
  if ((said.isOtherDay && !hasCue) || text.tokens[said.number.to]?.text === '/') return undefined;
  if (said.before.kind === 'now' || said.behind.now || said.day === 'yesterday') return undefined;
  const first = said.number.from < bad.from ? said.number : bad;
  // "Six, no, seven" thinks aloud.
  const isAloud = why === 'denied' && bad.from > said.number.from;
  const isBetween = text.tokens
    .slice(first.to, Math.max(said.number.from, bad.from))
    .some(({ kind }) => kind === 'mark');
  const isNo = /^(?:no|non|nan)$/.test(text.tokens[bad.from - 1]?.text ?? '');
  if (isAloud && isBetween && isNo) return undefined;
  const isSorry = hasCue || text.tokens.some(({ text: word }) => apologies.has(word));
  // "3, 30 min in the pool" measures.
  const isMeasure = roles.some(({ number, behind }) => number === bad && behind.kind === 'counted');
  const isDenied = denials.test(text.tokens[bad.from - 1]?.text ?? '');
  if (why === 'echo')
    return (isSorry || isDenied) && !isMeasure ? { kind: 'fix', score: said.number.value } : undefined;
  if (why === 'denied') {
    const isRestated =
      bad.from < said.number.from && isPutRight(said) && isPutRight(roles.find(({ number }) => number === bad) ?? said);
    return (isSorry && !(isAloud && isNo && !hasCue && text.tokens.length < 5)) || isRestated
      ? { kind: 'fix', score: said.number.value }
      : undefined;
  }
  if (why === 'sent') return isSorry || isPutRight(said) ? { kind: 'fix', score: said.number.value } : undefined;
  return isSorry || isReplacement(text, said) ? { kind: 'fix', score: said.number.value } : undefined;
};

/** The score that replaces one sent before: "FIX 5", "sorry, meant 5", "make that a 5", "*5". */
export const readFix = (text: ScoreText, roles: readonly NumberRole[]): Intent | undefined => {
  if (isQuestion(text) || roles.length === 0) return undefined;
  const cue = cueAt(text);
  const contrast = roles.length > mostNumbers ? undefined : readContrast(text, roles, cue !== undefined);
  if (contrast !== undefined) return contrast;
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
  // An apology behind a correction is a courtesy.
  const isSorry = text.tokens.slice(chosen.number.to, chosen.number.to + 2).some((token) => sorries.test(token.text));
  const isSure =
    (isSorry && isReplacement(text, chosen)) ||
    chosen.behind.kind === 'end' ||
    chosen.behind.kind === 'note' ||
    text.tokens[chosen.number.to]?.text === '?';
  return isSure || chosen.behind.now ? { kind: 'fix', score } : inDoubt(chosen);
};
