import { readMailAddress } from '../../people/mail-address.ts';
import { languages } from '../../people/subscriber.ts';
import type { LocalTime } from '../../time/local-time.ts';
import type { Intent } from '../intent.ts';
import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { Normalised } from '../text/normalise.ts';
import { plainWords } from '../text/normalise.ts';
import { asksForCall } from './call-back.ts';
import { readClockTime } from './clock-time.ts';
import { goalWords, readActivityWords } from './goal-words.ts';
import { type JoinWishes, readJoinWishes } from './join-wishes.ts';
import type { KeywordToken } from './keyword-tokens.ts';
import type { Command } from './keywords.ts';
import { commandOf, wordings } from './keywords.ts';
import { readSpokenTime } from './spoken-time.ts';

/** What a command is read from: the first word's command, the tokens after it, and the text they stand in. */
interface Said {
  readonly command: Command;
  readonly keyword: string;
  readonly rest: readonly KeywordToken[];
  readonly read: Normalised;
  readonly original: string;
}

const politeness = new Set(
  'please pls plz thanks thank you thx ty hi hello hey ok okay svp stp merci bonjour bonsoir kindly'.split(' '),
);
const closing = new Set([...politeness, 'now', 'maintenant']);
/** More words than this and it is a sentence that happens to begin with a keyword. */
const mostPlaceWords = 5;
const daysIn: ReadonlyMap<string, number> = new Map(
  Object.entries({ day: 1, days: 1, jour: 1, jours: 1, d: 1, week: 7, weeks: 7, wk: 7, wks: 7, semaine: 7 }).concat(
    Object.entries({ semaines: 7, month: 30, months: 30, mois: 30 }),
  ),
);
const longestPause = 90;

const isSign = (token: KeywordToken): boolean => token.kind === 'mark';
/** Signs that may stand around a command without being part of what it says. */
const isPunctuation = (token: KeywordToken): boolean => isSign(token) && /^[.,!?;:)("'¤*-]$/.test(token.text);

/** The tokens between the courtesies. */
const withoutCourtesies = (tokens: readonly KeywordToken[]): readonly KeywordToken[] => {
  let from = 0;
  let to = tokens.length;
  const isCourtesy = (at: number, words: ReadonlySet<string>): boolean => {
    const token = tokens[at];
    return token !== undefined && (isPunctuation(token) || words.has(token.text));
  };
  while (from < to && isCourtesy(from, politeness)) from += 1;
  while (to > from + 1 && isCourtesy(to - 1, closing)) to -= 1;
  return tokens.slice(from, to);
};

/** The person's own spelling of the tokens. */
const spelled = ({ read, original }: Said, tokens: readonly KeywordToken[]): string =>
  original.slice(read.at[tokens[0]?.start ?? 0], read.at[tokens.at(-1)?.end ?? 0]).trim();

/** What stands for a mail address, as it was written. */
const mailAddress = (said: Said): string | undefined =>
  spelled(said, said.rest)
    .toLowerCase()
    .split(/\s+/)
    .find((word) => word.includes('@'));

/** JOIN please my name is Jo: what stands behind is courtesy or a name. "Join me for a walk" is neither. */
const introduces = /^(?:please|pls|plz|svp|s il (?:vous|te) plait|my name|je m appelle|je suis|i m|im|i am) /i;

/** "Début 14h" may be of the pain: whoever starts again says the hour with TIME. */
const startsAgain = /^(?:start|unstop|debut)$/;

/** What stands behind the keyword, made comparable. */
const behind = ({ rest, read }: Said): string => read.text.slice(rest[0]?.start, rest.at(-1)?.end);

const joinWishes = (said: Said): JoinWishes | undefined =>
  startsAgain.test(said.keyword) ? undefined : readJoinWishes(behind(said));

const readJoin = (said: Said): Intent | undefined => {
  if (said.rest.length === 0) return { kind: 'join' };
  const wishes = joinWishes(said);
  if (wishes !== undefined) return { kind: 'join', ...wishes };
  const email = mailAddress(said);
  if (email === undefined) return introduces.test(plainWords(spelled(said, said.rest))) ? { kind: 'join' } : undefined;
  const address = readMailAddress(email);
  if (address === undefined) return { kind: 'unclear', about: 'email' };
  const { code } = readJoinWishes(behind(said).replace(email, ' ')) ?? {};
  return { kind: 'join', email: address, ...(code === undefined ? {} : { code }) };
};

const readEmail = (said: Said): Intent | undefined => {
  const email = mailAddress(said);
  const address = email === undefined ? undefined : readMailAddress(email);
  if (address !== undefined) return { kind: 'email', address };
  return email !== undefined || said.rest.length <= 3 ? { kind: 'unclear', about: 'email' } : undefined;
};

/** Behind a number these count something else than days: PAUSE 7 minutes between sets. */
const otherUnits =
  /^(?:min|mins|minutes?|h|hrs?|hours?|heures?|s|secs?|seconds?|secondes?|times|fois|sets?|reps?|years?|ans|%|am|pm|-|or|ou|to|a|and|et|\/)$/;

const isNumber = (token: KeywordToken): boolean => token.kind === 'number';

/** How many of its unit a pause takes: "7", "a", "une". Null: a number that is not whole; undefined: no amount. */
const amountOf = (token: KeywordToken | undefined): number | null | undefined => {
  if (token?.kind === 'number') return token.whole;
  return token?.kind === 'word' && /^(?:a|an|une?)$/.test(token.text) ? 1 : undefined;
};

/** The days in the unit behind an amount. A number alone counts days, and so does one before a word that is no unit. */
const daysInUnit = (amount: KeywordToken | undefined, unit: KeywordToken | undefined): number | undefined => {
  const named = daysIn.get(unit?.text ?? '');
  const countsDays = amount?.kind === 'number' && !otherUnits.test(unit?.text ?? '');
  return named ?? (countsDays ? 1 : undefined);
};

const readPause = ({ rest }: Said): Intent | undefined => {
  const words = rest.filter((token) => !/^(?:for|pendant|tips?|messages?|the|de|[:,=])$/.test(token.text));
  if (words.length === 0) return { kind: 'pause', days: 7 };
  const unclear: Intent = { kind: 'unclear', about: 'pause' };
  const [first, unit] = words;
  const amount = amountOf(first);
  if (amount === undefined) {
    const namesAnEnd = /^(?:until|till|til|jusqu|a)/.test(first?.text ?? '');
    return namesAnEnd || rest.some(isNumber) ? unclear : undefined;
  }
  const days = daysInUnit(first, unit);
  if (amount === null || days === undefined || words.slice(1).some(isNumber)) return unclear;
  const total = amount * days;
  return total >= 1 && total <= longestPause ? { kind: 'pause', days: total } : unclear;
};

/** TIME 7pm, mornings are murder: an hour that says am, pm or h, with words behind it and no other number among them. */
const plainHour = (words: readonly KeywordToken[], text: string): LocalTime | undefined => {
  const [first] = words;
  if (first === undefined || words.filter((token) => token.kind === 'number').length > 2) return undefined;
  const behind = text.slice(first.start);
  const hour = /^\d{1,2}(?:[:.h]\d\d)? ?(?:am|pm)\b|^\d{1,2} ?h(?:\d\d)?\b|^\d{1,2}:\d\d\b/.exec(behind)?.[0];
  if (
    hour === undefined ||
    /\d/.test(behind.slice(hour.length)) ||
    /^ ?(?:-|or|ou|to|a)\b/.test(behind.slice(hour.length))
  )
    return undefined;
  return readClockTime(hour);
};

const readTime = (said: Said): Intent | undefined => {
  const words = said.rest.filter((token, at) => at > 0 || !/^(?:[:=,]|to|at|a)$/.test(token.text));
  const first = words[0];
  const last = words.at(-1);
  const unclear: Intent = { kind: 'unclear', about: 'time' };
  if (first === undefined || last === undefined) return unclear;
  const time = readClockTime(said.read.text.slice(first.start, last.end).replace(/\s+/g, ' '));
  if (time !== undefined) return { kind: 'time', time };
  const plain = plainHour(words, said.read.text) ?? readSpokenTime(said.read.text.slice(first.start, last.end));
  if (plain !== undefined) return { kind: 'time', time: plain };
  const partOfDay = /^(?:morning|evening|afternoon|night|later|earlier|matin|soir|midi)$/.test(first.text);
  return partOfDay || words.some((token) => token.kind === 'number') ? unclear : undefined;
};

const readZone = (said: Said): Intent | undefined => {
  const words = said.rest.filter((token, at) => at > 0 || !/^(?:[:=,]|to|is)$/.test(token.text));
  if (words.length === 0) return { kind: 'unclear', about: 'zone' };
  const place = spelled(said, words);
  return place.split(/\s+/).length <= mostPlaceWords && place.length <= 64 ? { kind: 'zone', place } : undefined;
};

const readErase = (said: Said): Intent | undefined => {
  // "ERASE STOP" leaves and erases; STOP is not the word that confirms it.
  if (said.rest.every(({ text }) => text === 'stop' || text === 'arret')) return { kind: 'erase' };
  const word = spelled(said, said.rest).toUpperCase();
  return /^[A-Z0-9]{4,8}$/.test(word) ? { kind: 'erase', word } : undefined;
};

/** "Langue" is a word of its own, and what is said about it no command: only a language behind it makes it one. */
const readLanguage = ({ keyword, rest }: Said): Intent | undefined => {
  const words = rest.filter((token, at) => at > 0 || !/^[:=]$/.test(token.text));
  const [name] = words;
  const command = commandOf(name?.text ?? '');
  const language =
    command === 'french' ? 'fr' : command === 'english' ? 'en' : languages.find((code) => code === name?.text);
  if (language !== undefined && words.length === 1) return { kind: 'language', language };
  const isCommand = words.length === 0 || (words.length === 1 && (keyword === 'lang' || name?.text.length === 2));
  return isCommand ? { kind: 'unclear', about: 'language' } : undefined;
};

const yesOrNo: ReadonlyMap<string, boolean> = new Map(
  Object.entries({ yes: true, yeah: true, yep: true, oui: true, no: false, nope: false, non: false }),
);

/** "The clinic said no" is no answer: only the keyword with one behind it is, or alone the question how it stands. */
const readAgreement =
  (kind: 'clinic' | 'research') =>
  ({ rest }: Said): Intent | undefined => {
    const words = rest.filter((token) => !isSign(token));
    const [answer] = words;
    if (answer === undefined) return { kind };
    const agreed = yesOrNo.get(answer.text);
    return agreed === undefined || words.length > 1 ? undefined : { kind, agreed };
  };

const alone =
  (intent: Intent) =>
  ({ rest }: Said): Intent | undefined =>
    rest.every(isSign) ? intent : undefined;

const notHere = (): undefined => undefined;

/** AGAIN with nothing before it: "hello again" is a greeting. */
const readAgain = ({ original, rest }: Said): Intent | undefined =>
  /^\W*(?:again|encore)\b/i.test(original) && rest.every(isSign) ? { kind: 'again' } : undefined;

/** A goal is kept as it was said, its numbers too: "GOAL walk 20 min" is no score. */
const readGoal = (said: Said): Intent => {
  const words = goalWords(spelled(said, said.rest));
  return words === '' ? { kind: 'goal' } : { kind: 'goal', words };
};

/** ACTIVITY gardening; what says more than a name is a note. */
const readActivity = (said: Said): Intent | undefined => {
  const words = readActivityWords(spelled(said, said.rest));
  if (words === undefined) return undefined;
  return words === '' ? { kind: 'activity' } : { kind: 'activity', words };
};

/** How each command's argument is read; scores have a reader of their own. Undefined: the words only look like a command. */
const readers: Readonly<Record<Command, (said: Said) => Intent | undefined>> = {
  join: readJoin,
  help: alone({ kind: 'help' }),
  undo: alone({ kind: 'undo' }),
  diary: alone({ kind: 'diary' }),
  more: alone({ kind: 'more' }),
  tip: alone({ kind: 'tip' }),
  resume: alone({ kind: 'resume' }),
  again: readAgain,
  daily: alone({ kind: 'dose', dose: 'daily' }),
  less: alone({ kind: 'dose', dose: 'less' }),
  weekly: alone({ kind: 'dose', dose: 'weekly' }),
  helped: alone({ kind: 'rate', as: 'helped' }),
  skip: alone({ kind: 'rate', as: 'later' }),
  notforme: alone({ kind: 'rate', as: 'unwanted' }),
  sms: alone({ kind: 'sms' }),
  export: alone({ kind: 'export' }),
  share: alone({ kind: 'share' }),
  unshare: alone({ kind: 'unshare' }),
  french: alone({ kind: 'language', language: 'fr' }),
  english: alone({ kind: 'language', language: 'en' }),
  language: readLanguage,
  clinic: readAgreement('clinic'),
  research: readAgreement('research'),
  callMe: alone({ kind: 'call-me' }),
  pause: readPause,
  time: readTime,
  zone: readZone,
  email: readEmail,
  erase: readErase,
  pain: notHere,
  fix: notHere,
  yesterday: notHere,
  goal: readGoal,
  activity: readActivity,
  done: alone({ kind: 'goal-progress', as: 'done' }),
  notyet: alone({ kind: 'goal-progress', as: 'not-yet' }),
  change: alone({ kind: 'goal-progress', as: 'change' }),
};

/** The tip of the day, as people point at it, at either end of what they say of it: "pas pour moi ce conseil". */
const ourTip =
  /^(?:ce|cet|le|this|that|the|todays?) (?:conseil|tip|one)(?: (?:la|ci))? | (?:ce|cet|le|this|that|the|todays?) (?:conseil|tip|one)(?: (?:la|ci))?$/;
/** Fewer letters than these are one typo from too much else. */
const shortestMistyped = 9;

/** "Could someone from the clinic please call me back when you can?", signs counted: what is longer is a message, no wording. */
const mostWordedTokens = 16;

/** A whole wording that stands for a command: by itself, beside the tip it is said of, or with one typo ("skip tat one"). */
const commandWorded = (said: string): Command | undefined => {
  const known =
    wordings.get(said) ?? wordings.get(said.replace(ourTip, '')) ?? (asksForCall(said) ? 'callMe' : undefined);
  if (known !== undefined || said.length < shortestMistyped) return known;
  for (const [wording, command] of wordings)
    if (wording.length >= shortestMistyped && isOneTypoApart(wording, said)) return command;
  return undefined;
};

/** The command a reply gives, if it has a command's shape: "more please" has, "more pain today" has not. */
export const readCommand = (
  tokens: readonly KeywordToken[],
  read: Normalised,
  original: string,
): Intent | undefined => {
  const words = withoutCourtesies(tokens);
  const [first, ...rest] = words;
  const last = words.at(-1);
  if (first?.kind !== 'word' || last === undefined) return undefined;
  const said = (command: Command, argument: readonly KeywordToken[]): Said => ({
    command,
    keyword: first.text,
    rest: argument,
    read,
    original,
  });
  const wording =
    words.length > mostWordedTokens
      ? undefined
      : commandWorded(plainWords(read.text.slice(first.start, last.end)).trim());
  if (wording !== undefined) return readers[wording](said(wording, []));
  const twoWords = `${first.text}${rest[0]?.text ?? ''}`;
  if (twoWords === 'timezone') return readers.zone(said('zone', rest.slice(1)));
  const hyphen = `${first.text}${rest[0]?.text ?? ''}${rest[1]?.text ?? ''}`;
  if (hyphen === 'e-mail') return readers.email(said('email', rest.slice(2)));
  const command = commandOf(first.text);
  return command === undefined ? undefined : readers[command](said(command, rest));
};
