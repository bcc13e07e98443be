import type { Intent } from '../intent.ts';
import { hasRivalByEar } from './number-by-ear.ts';
import type { NumberRole } from './number-role.ts';
import { inDoubt, logged, unclear } from './score-intent.ts';
import type { ScoreText } from './score-text.ts';

/** The different numbers among these roles. */
export const valuesOf = (roles: readonly NumberRole[]): Set<number | null> =>
  new Set(roles.map(({ number }) => number.value));

const rethinks = /^(?:well|no|er|erm|sorry|rather|actually|mean|ok|enfin|non|pardon|euh|plutot|nan)$/;
/** Whether the number corrects a count instead of telling the pain: "10 times, well, 9". */
const isCountAgain = (text: ScoreText, { number, before }: NumberRole): boolean => {
  if (before.kind !== 'bare' && before.kind !== 'unknown') return false;
  let rethought = false;
  for (let at = number.from - 1; at >= Math.max(0, number.from - 7); at -= 1) {
    const token = text.tokens[at];
    if (token === undefined || token.sentence !== text.tokens[number.from]?.sentence) return false;
    if (rethinks.test(token.text)) rethought = true;
    if (token.kind === 'number') return rethought;
  }
  return false;
};

/** Whether what stands behind the number takes it back or dates it: "pain 6 no", "6 the night before". */
const isTakenBackBehind = (text: ScoreText, { number }: NumberRole): boolean => {
  const behind = text.tokens
    .slice(number.to)
    .filter(({ kind }) => kind !== 'mark')
    .map((token) => token.text)
    .join(' ');
  return /^(?:no|nope|not|non|nan|the (?:night|day|evening) before|la veille)$/.test(behind);
};

/** Whether the number is an hour beside the pain's own number: "it is two in the morning and the back is at a seven". */
const isHour = (text: ScoreText, { number, before }: NumberRole): boolean =>
  !before.isNamed &&
  /^(?:in the (?:morning|afternoon|evening)|at night|du mat\w*|de la nuit)/.test(
    text.tokens
      .slice(number.to, number.to + 3)
      .map((token) => token.text)
      .join(' '),
  );

/** Whether the same number was counted before and no pain is named: "1 doliprane ce matin 1 ce soir". */
const isCountedAgain = (text: ScoreText, roles: readonly NumberRole[], { number, before }: NumberRole): boolean =>
  !before.isNamed &&
  before.kind !== 'pain' &&
  text.numbers.some(
    (other) => other.from < number.from && other.value === number.value && roles.every((role) => role.number !== other),
  );

const ofSomebody = 'it may be somebody else’s';
const ofOthers = new Set<string | undefined>(['a condition or a guess stands before it', ofSomebody]);
/** Whether somebody else's number is told before the person's own: "my son is 8 today, back is 6". */
const isToldBefore = (
  text: ScoreText,
  first: NumberRole,
  { number, before }: Pick<NumberRole, 'number' | 'before'>,
): boolean =>
  before.kind === 'unknown'
    ? text.tokens[number.from]?.clause !== text.tokens[first.number.from]?.clause
    : (first.before.kind === 'said' || first.before.kind === 'pain') &&
      text.tokens[number.from]?.sentence !== text.tokens[first.before.from]?.sentence;

/**
 * Whether somebody else's number has a sentence of its own before the person's, or a clause behind it: "If my late husband
 * were here he'd say ten. I say 4.", "6 but my nan is a 9".
 */
const isToldOfOther = (text: ScoreText, first: NumberRole, { number, before, doubt }: NumberRole): boolean => {
  if (!ofOthers.has(doubt)) return false;
  const isApart =
    text.tokens[number.from]?.clause !== text.tokens[first.number.from]?.clause ||
    text.tokens.some(
      (_, at) => at > first.number.to && at < number.from && text.endsAt(at, 'clause-start') !== undefined,
    );
  if (number.from > first.number.from) return doubt === ofSomebody && isApart;
  return isToldBefore(text, first, { number, before });
};

/** Whether the first number counts something of another day: "yesterday I walked 4 miles, today 7". */
const isCountOfToday = (text: ScoreText, roles: readonly NumberRole[], first: NumberRole): boolean =>
  first.before.kind === 'now' &&
  !first.before.isNamed &&
  !first.before.hasCopula &&
  text.numbers.some(({ from }) => from < first.number.from) &&
  roles.length < text.numbers.length &&
  text.tokens.some((_, at) => at < first.number.from && text.startsAt(at, 'yesterday') !== undefined);

/** What becomes of a number that is plainly a score, beside the other numbers of its text. */
export const decidePlain = (
  text: ScoreText,
  first: NumberRole,
  plain: readonly NumberRole[],
  roles: readonly NumberRole[],
): Intent => {
  const doubtful = roles.filter(({ certainty }) => certainty === 'doubtful');
  // A number that is said of another thing does not contend with that of the pain: "pain 5, energy 3".
  const rivals = doubtful.filter(
    (role) =>
      !(first.before.isNamed && (role.before.isOtherThing || isHour(text, role))) && !isToldOfOther(text, first, role),
  );
  // A number that may be a count does not contend with one that is said: "2 doli à midi et c'est à 3".
  const isContested = valuesOf([...plain, ...rivals]).size > 1;
  const isMaybeCounted = plain.length === 1 && rivals.every(({ behind }) => behind.kind === 'maybe-counted');
  const isOnlyOfOthers = plain.length === 1 && rivals.every(({ doubt }) => doubt === ofSomebody);
  if (isContested && isOnlyOfOthers) return inDoubt(text, first);
  // The one of now is meant: "is now 3, before tablets was 7".
  const ofNow = [...plain, ...rivals].filter(
    ({ number, before, behind }) =>
      before.kind === 'now' || behind.now || text.endsAt(number.from, 'right-now') !== undefined,
  );
  const [atPresent] = ofNow;
  if (isContested && ofNow.length === 1 && atPresent !== undefined) return inDoubt(text, atPresent);
  if (isContested && isMaybeCounted && first.before.kind !== 'bare') return inDoubt(text, first);
  const days = new Set(plain.map(({ day }) => day));
  const isRange = doubtful.some(({ behind }) => behind.kind === 'range');
  if (isContested || days.size > 1 || isRange || hasRivalByEar(text)) return unclear;
  // The number of what was sent before contends with nothing: "I already sent one".
  const isContended = roles.some(
    (role) =>
      role.certainty === 'unknown' &&
      role.number.value !== null &&
      !isToldOfOther(text, first, role) &&
      role.number.value !== first.number.value &&
      !(role.number.spelled && role.number.value === 1),
  );
  const isLeftOpen =
    isContended ||
    isCountAgain(text, first) ||
    isCountedAgain(text, roles, first) ||
    isCountOfToday(text, roles, first) ||
    isTakenBackBehind(text, first);
  return isLeftOpen ? inDoubt(text, first) : logged(text, first);
};
