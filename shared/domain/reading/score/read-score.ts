import type { Intent } from '../intent.ts';
import type { ReadWords } from '../read-words.ts';
import { unicodePattern } from '../text/unicode-pattern.ts';
import { isRightBehindCommand, mostCounted } from './certainty.ts';
import { mostInLastResort } from './contending.ts';
import { decidePlain, valuesOf } from './decide-plain.ts';
import { understood } from './lone-number.ts';
import { readNoPain } from './no-pain.ts';
import { hasRivalByEar, scoreByEar } from './number-by-ear.ts';
import { isNegative, type NumberRole } from './number-role.ts';
import { readFix } from './read-fix.ts';
import { inDoubt, logged, unclear } from './score-intent.ts';
import type { ScoreText } from './score-text.ts';
import { readTwoDays } from './two-days.ts';
import type { WordClass } from './word-class.ts';

/** Nobody gives a score among so many numbers. The limit keeps reading quick however long a mail is. */
const mostNumbers = 24;

/** Whether a text begins with the same number twice and nothing speaks against it: "sept mon dieu sept", "6 normal 6". */
const isSaidTwice = (text: ScoreText, roles: readonly NumberRole[]): boolean =>
  roles.length > 1 &&
  roles[0]?.before.kind === 'bare' &&
  roles[0].number.from === 0 &&
  valuesOf(roles).size === 1 &&
  roles.length === text.numbers.length &&
  // "Five five" and "8 8" may be 5.5 and 8.8.
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

/** Decides between yesterday's and today's number: today's is what we asked for. */
const decideTwoDays = (text: ScoreText, roles: readonly NumberRole[]): Intent | undefined => {
  const days = readTwoDays(text, roles);
  if (days === undefined || hasRivalByEar(text)) return undefined;
  const { today, isSure } = days;
  const role: NumberRole = { ...today, day: 'today' };
  return isSure ? logged(text, role) : inDoubt(text, role);
};

/** The one score among the numbers of a text. If anything leaves it in doubt, it is asked about. */
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

/** PAIN, FIX or YDAY without its number. */
const numberMissing =
  /^(?:(?:fix|correction|corrige|corriger|correct)(?: (?:it|that|this|pain|score|douleur|please|my score|the score))?|yday|pain|douleur|mal|pain level|pain score)(?: [.,!?:])*$/;

const digit = unicodePattern('[\\p{N}]', 'u');
const named: readonly WordClass[] = ['pain-named', 'back-named', 'score-named'];

/** Whether a number was said that may have been meant as a score, so that asking is better than passing over it. */
const mayMeanScore = (text: ScoreText, roles: readonly NumberRole[]): boolean => {
  if (digit(text.read.normalised.text).test(text.read.normalised.text)) return true;
  if (roles.length === 0) return false;
  if (roles.some(({ number }) => (number.value ?? 0) % 1 !== 0)) return true;
  // A number in words, in a long text without a word of pain, counts something else: "my two dogs".
  return (
    roles.length > 1 ||
    text.tokens.length <= 5 ||
    text.tokens.some((_, at) => named.some((name) => text.startsAt(at, name) !== undefined))
  );
};

/** Plural nouns. Words of times and degrees have the same ending but lead from one score to another. */
const isPluralThing =
  /^(?!(?:h|hr|hour|heure|min|minute|day|jour|week|semaine|morning|evening|night|sometime|alway|pui|depui|parfoi|plu|moin|mai|ver|san|dan|apre|perhap)s$)\p{L}{3,}[sx]$/u;

/** Whether the word behind the number has a number of its own that ends the text: "PAIN 4 kids 2", "DOULEUR 5 cachets 2". */
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
 * The one number of a text that is not counted, measured, denied or another day's, although nothing says that it is a
 * score. It is asked about by its value; otherwise the question could only be for "0 to 10". Undefined if there is none, or
 * several.
 */
export const readLastResort = (read: ReadWords): Intent | undefined => {
  const { text, roles: rolesOf } = understood(read);
  if (text.numbers.length > mostInLastResort) return undefined;
  const roles = rolesOf();
  const [command] = roles;
  // In "PAIN 4 kids 2" the second number belongs to the word, so the first is asked about.
  if (command !== undefined && isRightBehindCommand(command)) {
    if (isBeforePair(text, command)) return inDoubt(text, command);
    if (roles.length > 1) return undefined;
  }
  // "5 or 6" contend, so neither can be named.
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
  // A number that counts nothing comes before one that may count something: "fauteuil 2 rangé, et je m'en sors avec 3".
  const uncounted = possible.filter(({ behind }) => behind.kind !== 'maybe-counted');
  const chosen = valuesOf(possible).size > 1 && uncounted.length === 1 ? uncounted : possible;
  const [only] = chosen;
  return only === undefined || valuesOf(chosen).size > 1 ? undefined : inDoubt(text, only);
};

/** The number that is not denied in "6 not 5" outside a correction, to be asked about. Undefined if none is denied. */
const readDenied = (text: ScoreText, roles: readonly NumberRole[]): Intent | undefined => {
  const numbers = roles.filter(({ number }) => number.value !== null);
  const denied = numbers.filter(({ before }) => before.denied);
  if (roles.length < 2 || denied.length === 0) return undefined;
  // In "euh non 4 pas 7" the no answers what was said before.
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

/** "No 4", "non 4 aujourd'hui": a correction with nothing to correct, or an answer to what we asked too long ago. */
const isNoAndNumber = (text: ScoreText): boolean => {
  const [only, ...more] = text.numbers;
  if (only === undefined || more.length > 0 || only.value === null || only.form !== 'plain') return false;
  const behind = text.startsAt(only.to, 'right-now') ?? only.to;
  return only.from === 1 && /^(?:no|non|nope|nan)$/.test(text.tokens[0]?.text ?? '') && behind === text.tokens.length;
};

/** A score in a text without a number: a misheard one, or "no pain". */
const readWithoutNumber = (text: ScoreText, note: string): Intent | undefined => {
  const heard = scoreByEar(text);
  if (heard !== undefined) return { kind: 'score-in-doubt', score: heard, day: 'today', note };
  const none = readNoPain(text);
  if (none === undefined) return undefined;
  if (none.certainty === 'doubtful') return { kind: 'score-in-doubt', score: 0, day: 'today', note };
  return { kind: none.yesterday ? 'yesterday' : 'score', score: 0 };
};

/**
 * The intent that was read, unless PAIN begins the text, because the number right behind it is there to be kept. A later
 * number does not win over it ("PAIN 5 pills 3"), and where it alone may be a count ("PAIN 7 chores") it is asked about by
 * its value. It gives way if it is another day's, denied or taken back.
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
/** Says of an hour that it does not suit: "6am is daft", "7am no". */
const judgesHour =
  /\b\d{1,2} ?(?:am|pm|h|heures?|o ?clock) (?:is|s|was|no|non|c est|est|too|trop|does not|doesn t|doesnt|never|isn t|isnt)\b/;
/** Whether an hour is named and another one put in its place: "6am is a joke make it 10", "6h c'est trop tôt, mets 9". */
const movesTheHour = (text: ScoreText, [only, ...more]: readonly NumberRole[]): boolean => {
  if (only === undefined || more.length > 0) return false;
  const before = text.tokens.slice(Math.max(0, only.number.from - 3), only.number.from).map((token) => token.text);
  return setsHour.test(before.join(' ')) && namesHour.test(wordsOf(text));
};

/**
 * The score that a reply gives: for today (`score`), for yesterday, or instead of the last one (`fix`). A number in doubt
 * is named so that it can be asked about (`score-in-doubt`); `unclear` if two contend or none is a score. A wrong number in
 * a diary is the worst outcome, and asking again is cheap. Undefined if no number was said.
 */
export const readScore = (read: ReadWords): Intent | undefined => {
  const { text, roles: rolesOf } = understood(read);
  if (text.numbers.length > mostNumbers) return unclear;
  const roles = rolesOf();
  const settled = readFix(text, roles) ?? readDenied(text, roles);
  if (settled !== undefined) return settled;
  const [said] = roles;
  if (said !== undefined && isNoAndNumber(text)) return inDoubt(text, said);
  const candidates = roles.filter(({ certainty }) => certainty !== 'other');
  if (movesTheHour(text, candidates)) return { kind: 'suggest', command: 'time' };
  const [only, ...more] = candidates;
  // The number may be an hour that would suit: "7am is daft, do 10".
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
