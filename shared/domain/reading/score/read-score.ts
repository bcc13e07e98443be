import { memoize } from '../../memoize.ts';
import type { Intent } from '../intent.ts';
import type { ReadWords } from '../read-words.ts';
import { unicodePattern } from '../text/unicode-pattern.ts';
import { isRightBehindCommand, mostCounted } from './certainty.ts';
import { decidePlain, valuesOf } from './decide-plain.ts';
import { settleLone } from './lone-number.ts';
import { readNoPain } from './no-pain.ts';
import { hasRivalByEar, scoreByEar } from './number-by-ear.ts';
import { type NumberRole, readRoles } from './number-role.ts';
import { readFix } from './read-fix.ts';
import { inDoubt, logged, unclear } from './score-intent.ts';
import { ScoreText } from './score-text.ts';
import { readTwoDays } from './two-days.ts';
import type { WordClass } from './word-class.ts';

/** Nobody says a score among so many numbers, and reading stays quick however long the mail. */
const mostNumbers = 24;
/** More than these are a telephone number that is spelled out, or a report. */
const mostInLastResort = 4;

/** "-1" is below the scale, and no 1; "- 1" begins a list. */
const isNegative = (text: ScoreText, { number }: NumberRole): boolean => {
  const [sign, digits] = [text.tokens[number.from - 1], text.tokens[number.from]];
  return sign?.text === '-' && sign.end === digits?.start;
};

/** "Five five", "sept mon dieu sept", "6 normal 6": the same number said again, as the text begins, and nothing against it. */
const isSaidTwice = (text: ScoreText, roles: readonly NumberRole[]): boolean =>
  roles.length > 1 &&
  roles[0]?.before.kind === 'bare' &&
  roles[0].number.from === 0 &&
  valuesOf(roles).size === 1 &&
  roles.length === text.numbers.length &&
  // "Five five", "8 8" may be 5.5 and 8.8.
  (roles[1]?.number.from ?? 0) > roles[0].number.to &&
  roles.every(
    ({ number, before, behind, doubt, isTakenBack }) =>
      number.form === 'plain' &&
      !before.doubtful &&
      !before.denied &&
      doubt === undefined &&
      !isTakenBack &&
      behind.kind !== 'counted' &&
      behind.kind !== 'maybe-counted',
  );

/** Yesterday's number beside today's: today's is what is asked for. */
const decideTwoDays = (text: ScoreText, roles: readonly NumberRole[]): Intent | undefined => {
  const days = readTwoDays(text, roles);
  if (days === undefined || hasRivalByEar(text)) return undefined;
  const { today, isSure } = days;
  const role: NumberRole = { ...today, day: 'today' };
  return isSure ? logged(text, role) : inDoubt(text, role);
};

/** The one score among the numbers of a text; asked about if anything leaves it in doubt. */
const decide = (text: ScoreText, roles: readonly NumberRole[]): Intent => {
  const ofDays = decideTwoDays(text, roles);
  if (ofDays !== undefined) return ofDays;
  const plain = roles.filter(({ certainty }) => certainty === 'plain');
  const [first] = plain;
  if (first !== undefined) return decidePlain(text, first, plain, roles);
  const [again] = roles;
  if (again !== undefined && isSaidTwice(text, roles)) return logged(text, again);
  const doubtful = roles.filter(({ certainty }) => certainty === 'doubtful');
  const unknown = roles.filter(({ certainty, number }) => certainty === 'unknown' && number.value !== null);
  const left = doubtful.length > 0 ? doubtful : unknown;
  const [best] = left;
  if (best === undefined || valuesOf(left).size > 1) return unclear;
  return best.behind.kind === 'range' || isNegative(text, best) ? unclear : inDoubt(text, best);
};

/** PAIN, FIX and YDAY with nothing where the number belongs. */
const numberMissing =
  /^(?:(?:fix|correction|corrige|corriger|correct)(?: (?:it|that|this|pain|score|douleur|please|my score|the score))?|yday|pain|douleur|mal|pain level|pain score)(?: [.,!?:])*$/;

const digit = unicodePattern('[\\p{N}]', 'u');
const named: readonly WordClass[] = ['pain-named', 'back-named', 'score-named'];

/** Whether a number was said that may have been meant as a score: better asked than passed over. */
const mayMeanScore = (text: ScoreText, roles: readonly NumberRole[]): boolean => {
  if (digit(text.read.normalised.text).test(text.read.normalised.text)) return true;
  if (roles.length === 0) return false;
  if (roles.some(({ number }) => (number.value ?? 0) % 1 !== 0)) return true;
  // Spelled out in a long sentence without a word of pain, a number counts something else: "my two dogs".
  return (
    roles.length > 1 ||
    text.tokens.length <= 5 ||
    text.tokens.some((_, at) => named.some((name) => text.startsAt(at, name) !== undefined))
  );
};

/** Things in the plural; words of times and of degrees, which end like them, lead from one score to another. */
const isPluralThing =
  /^(?!(?:h|hr|hour|heure|min|minute|day|jour|week|semaine|morning|evening|night|sometime|alway|pui|depui|parfoi|plu|moin|mai|ver|san|dan|apre|perhap)s$)\p{L}{3,}[sx]$/u;

/** "PAIN 4 kids 2", "DOULEUR 5 cachets 2": a word behind the number that has one of its own, with which the text ends. */
const isBeforePair = (text: ScoreText, { number }: NumberRole): boolean => {
  const second = text.numberAt(number.to + 1);
  return (
    number.value !== null &&
    isPluralThing.test(text.tokens[number.to]?.text ?? '') &&
    text.longestFrom(number.to, ['yesterday', 'other-day', 'right-now']) === undefined &&
    second !== undefined &&
    (text.tokens[second.to]?.kind ?? 'mark') === 'mark'
  );
};

/**
 * The one number of a text that is neither counted, measured, denied nor of another day, though nothing says that it is a
 * score: asked about by its value, where otherwise only "0 to 10" could be answered. Undefined if there is none, or several.
 */
export const readLastResort = (read: ReadWords): Intent | undefined => {
  const { text, roles: rolesOf } = understood(read);
  if (text.numbers.length > mostInLastResort) return undefined;
  const roles = rolesOf();
  const [command] = roles;
  // "PAIN 4 kids 2": what follows has its own number, and the one behind the command is the one to ask about.
  if (command !== undefined && isRightBehindCommand(command)) {
    if (isBeforePair(text, command)) return inDoubt(text, command);
    if (roles.length > 1) return undefined;
  }
  // "5 or 6" contend, whatever becomes of the one.
  if (roles.some(({ behind }) => behind.kind === 'range')) return undefined;
  const possible = roles.filter((role) => {
    const { number, before, behind, isOtherDay, isElsewhere, isTakenBack } = role;
    return (
      number.value !== null &&
      number.form === 'plain' &&
      !before.denied &&
      !isOtherDay &&
      !isElsewhere &&
      !isTakenBack &&
      behind.kind !== 'counted' &&
      !isNegative(text, role)
    );
  });
  // "Fauteuil 2 rangé, et je m'en sors avec 3": what counts nothing comes before what may count something.
  const uncounted = possible.filter(({ behind }) => behind.kind !== 'maybe-counted');
  const chosen = valuesOf(possible).size > 1 && uncounted.length === 1 ? uncounted : possible;
  const [only] = chosen;
  return only === undefined || valuesOf(chosen).size > 1 ? undefined : inDoubt(text, only);
};

/** "6 not 5", outside a correction: the one that is not denied, asked about; undefined if none is denied. */
const readDenied = (text: ScoreText, roles: readonly NumberRole[]): Intent | undefined => {
  const numbers = roles.filter(({ number }) => number.value !== null);
  const denied = numbers.filter(({ before }) => before.denied);
  if (roles.length < 2 || denied.length === 0) return undefined;
  // "Euh non 4 pas 7": the no answers what was there before.
  const [first, second] = numbers;
  const isAnswer =
    numbers.length === 2 &&
    /^(?:no|non|nan)$/.test(text.tokens[(first?.number.from ?? 0) - 1]?.text ?? '') &&
    /^(?:pas|not)$/.test(text.tokens[(second?.number.from ?? 0) - 1]?.text ?? '');
  if (isAnswer && first !== undefined) return inDoubt(text, first);
  const isNo = denied.some(({ number }) => /^(?:no|non|nan)$/.test(text.tokens[number.from - 1]?.text ?? ''));
  const [said, ...more] = numbers.filter(({ before }) => !before.denied);
  return said === undefined || more.length > 0 || isNo ? unclear : inDoubt(text, said);
};

interface Understood {
  readonly text: ScoreText;
  readonly roles: () => readonly NumberRole[];
}
const known = new WeakMap<ReadWords, Understood>();
/** The numbers of what was read and their roles, worked out once: a reply whose number stays open is asked for both times. */
const understood = (read: ReadWords): Understood => {
  const before = known.get(read);
  if (before !== undefined) return before;
  const text = new ScoreText(read);
  const made = { text, roles: memoize(() => settleLone(text, readRoles(text))) };
  known.set(read, made);
  return made;
};

/** A score without a number: one that was misheard, or "no pain". */
const readWithoutNumber = (text: ScoreText, note: string): Intent | undefined => {
  const heard = scoreByEar(text);
  if (heard !== undefined) return { kind: 'score-in-doubt', score: heard, day: 'today', note };
  const none = readNoPain(text);
  if (none === undefined) return undefined;
  if (none.certainty === 'doubtful') return { kind: 'score-in-doubt', score: 0, day: 'today', note };
  return { kind: none.yesterday ? 'yesterday' : 'score', score: 0 };
};

/**
 * What was read, unless PAIN begins the text: the number behind it is there to be kept. A later one does not win over it
 * ("PAIN 5 pills 3"), and where it alone may count what follows ("PAIN 7 chores") it is asked about by its value. One that
 * is of another day, denied or taken back gives way.
 */
const keptBehindCommand = (text: ScoreText, roles: readonly NumberRole[], read: Intent): Intent => {
  const first = roles.find(isRightBehindCommand);
  const givesWay =
    first === undefined ||
    first.day !== 'today' ||
    first.before.denied ||
    first.isOtherDay ||
    first.isTakenBack ||
    first.isElsewhere;
  if (givesWay) return read;
  const { value, whole, form } = first.number;
  if (read.kind === 'score' || read.kind === 'score-in-doubt') {
    const isBeyondScale = (whole ?? 11) > 10;
    return read.score === value || isBeyondScale ? read : unclear;
  }
  const mayCount = text.numbers.length === 1 && value !== null && value > mostCounted && form === 'plain';
  return read.kind === 'unclear' && mayCount ? inDoubt(text, first) : read;
};

const wordsOf = (text: ScoreText): string => text.tokens.map((token) => token.text).join(' ');

const setsHour =
  /\b(?:make|set|move|push|put|have) (?:it|that|them|this)(?: (?:to|at|for))?$|\b(?:mets|mettez|fais|faites|plutot|disons)(?: (?:le|les|ca|a))?$/;
const namesHour = /\b\d{1,2} ?(?:am|pm|h|heures?|o ?clock)\b|\b(?:too|so|trop|si) (?:early|late|tot|tard)\b/;
/** "6am is daft", "7am no": what is said of an hour that does not suit. */
const judgesHour =
  /\b\d{1,2} ?(?:am|pm|h|heures?|o ?clock) (?:is|s|was|no|non|c est|est|too|trop|does not|doesn t|doesnt|never|isn t|isnt)\b/;
/** "6am is a joke make it 10", "6h c'est trop tôt, mets 9": an hour is named, and another set in its place. */
const movesTheHour = (text: ScoreText, [only, ...more]: readonly NumberRole[]): boolean => {
  if (only === undefined || more.length > 0) return false;
  const before = text.tokens.slice(Math.max(0, only.number.from - 3), only.number.from).map((token) => token.text);
  return setsHour.test(before.join(' ')) && namesHour.test(wordsOf(text));
};

/**
 * The score a reply gives, for today (`score`), for yesterday, or instead of the last one (`fix`). A number that is in doubt
 * is named, so that it can be asked about (`score-in-doubt`); `unclear` if two contend or none is a score.
 * A wrong number in a diary is the worst outcome, asking again is cheap. Undefined if no number was said.
 */
export const readScore = (read: ReadWords): Intent | undefined => {
  const { text, roles: rolesOf } = understood(read);
  if (text.numbers.length > mostNumbers) return unclear;
  const roles = rolesOf();
  const settled = readFix(text, roles) ?? readDenied(text, roles);
  if (settled !== undefined) return settled;
  const candidates = roles.filter(({ certainty }) => certainty !== 'other');
  if (movesTheHour(text, candidates)) return { kind: 'suggest', command: 'time' };
  const [only, ...more] = candidates;
  // "7am is daft, do 10": the number may be the hour that would suit.
  if (only?.number.value != null && more.length === 0 && judgesHour.test(wordsOf(text))) return inDoubt(text, only);
  const intent = keptBehindCommand(text, roles, candidates.length > 0 ? decide(text, candidates) : unclear);
  if (intent.kind !== 'unclear') return intent;
  const isMeant = mayMeanScore(text, roles);
  if (candidates.length > 0 && isMeant) return unclear;
  const unnumbered = roles.length === 0 ? readWithoutNumber(text, read.original) : undefined;
  if (unnumbered !== undefined) return unnumbered;
  const words = wordsOf(text);
  const isMissing = text.tokens.length < 10 && numberMissing.test(words);
  return isMissing || isMeant || /\bwrong number\b/.test(words) ? unclear : undefined;
};
