import { languages } from '../../people/subscriber.ts';
import type { Intent } from '../intent.ts';
import type { Normalised } from '../text/normalise.ts';
import { plainWords } from '../text/normalise.ts';
import { readClockTime } from './clock-time.ts';
import type { Token } from './keyword-tokens.ts';
import type { Command } from './keywords.ts';
import { commandOf, wordings } from './keywords.ts';

/** What a command is read from: the first word's command, the tokens after it, and the text they stand in. */
interface Said {
  readonly command: Command;
  readonly keyword: string;
  readonly rest: readonly Token[];
  readonly read: Normalised;
  readonly original: string;
}

const politeness = new Set(
  'please pls plz thanks thank you thx ty hi hello hey ok okay svp stp merci bonjour bonsoir kindly'.split(' '),
);
const closing = new Set([...politeness, 'now', 'maintenant']);
/** More words than this and it is a sentence that happens to begin with a keyword. */
const mostPlaceWords = 5;
const address = /^[^\s@<>,;:"()]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}$/;
const daysIn: ReadonlyMap<string, number> = new Map(
  Object.entries({ day: 1, days: 1, jour: 1, jours: 1, d: 1, week: 7, weeks: 7, wk: 7, wks: 7, semaine: 7 }).concat(
    Object.entries({ semaines: 7, month: 30, months: 30, mois: 30 }),
  ),
);
const longestPause = 90;

const isSign = (token: Token): boolean => token.kind === 'mark';
/** Signs that may stand around a command without being part of what it says. */
const isPunctuation = (token: Token): boolean => isSign(token) && /^[.,!?;:)("'¤*-]$/.test(token.text);

/** The tokens between the courtesies. */
const withoutCourtesies = (tokens: readonly Token[]): readonly Token[] => {
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
const spelled = ({ read, original }: Said, tokens: readonly Token[]): string =>
  original.slice(read.at[tokens[0]?.start ?? 0], read.at[tokens.at(-1)?.end ?? 0]).trim();

const mailAddress = (said: Said): string | undefined =>
  spelled(said, said.rest)
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[<("'[]|[>)"'\].,;!?]+$/g, '').replace(/^mailto:/, ''))
    .find((word) => word.includes('@'));

const readJoin = (said: Said): Intent | undefined => {
  if (said.rest.length === 0) return { kind: 'join' };
  const email = mailAddress(said);
  if (email === undefined) return undefined;
  return address.test(email) ? { kind: 'join', email } : { kind: 'unclear', about: 'email' };
};

const readEmail = (said: Said): Intent | undefined => {
  const email = mailAddress(said);
  if (email !== undefined && address.test(email)) return { kind: 'email', address: email };
  return email !== undefined || said.rest.length <= 3 ? { kind: 'unclear', about: 'email' } : undefined;
};

const readPause = ({ rest }: Said): Intent | undefined => {
  const words = rest.filter((token) => !/^(?:for|pendant|tips?|messages?|the|de|[:,=])$/.test(token.text));
  if (words.length === 0) return { kind: 'pause', days: 7 };
  const unclear: Intent = { kind: 'unclear', about: 'pause' };
  const [amount, unit] = words;
  const isOne = amount?.kind === 'word' && /^(?:a|an|une?)$/.test(amount.text);
  const count = amount?.kind === 'number' ? amount.whole : isOne ? 1 : null;
  const days = unit === undefined ? (isOne ? undefined : 1) : daysIn.get(unit.text);
  if (amount?.kind !== 'number' && !isOne) {
    return /^(?:until|till|til|jusqu|a)/.test(amount?.text ?? '') || rest.some((t) => t.kind === 'number')
      ? unclear
      : undefined;
  }
  if (count === null || days === undefined || words.length > 2) return unclear;
  const total = count * days;
  return total >= 1 && total <= longestPause ? { kind: 'pause', days: total } : unclear;
};

const readTime = (said: Said): Intent | undefined => {
  const words = said.rest.filter((token, at) => at > 0 || !/^(?:[:=,]|to|at|a)$/.test(token.text));
  const first = words[0];
  const last = words.at(-1);
  const unclear: Intent = { kind: 'unclear', about: 'time' };
  if (first === undefined || last === undefined) return unclear;
  const time = readClockTime(said.read.text.slice(first.start, last.end).replace(/\s+/g, ' '));
  if (time !== undefined) return { kind: 'time', time };
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
const readClinic = ({ rest }: Said): Intent | undefined => {
  const words = rest.filter((token) => !isSign(token));
  const [answer] = words;
  if (answer === undefined) return { kind: 'clinic' };
  const agreed = yesOrNo.get(answer.text);
  return agreed === undefined || words.length > 1 ? undefined : { kind: 'clinic', agreed };
};

const alone =
  (intent: Intent) =>
  ({ rest }: Said): Intent | undefined =>
    rest.every(isSign) ? intent : undefined;

const notHere = (): undefined => undefined;

/** A goal is kept as it was said, its numbers too: "GOAL walk 20 min" is no score. */
const readLater = ({ keyword, rest }: Said): Intent | undefined =>
  keyword === 'goal' || rest.every(isSign) ? { kind: 'note' } : undefined;

/** How each command's argument is read; scores have a reader of their own. Undefined: the words only look like a command. */
const readers: Readonly<Record<Command, (said: Said) => Intent | undefined>> = {
  join: readJoin,
  help: alone({ kind: 'help' }),
  undo: alone({ kind: 'undo' }),
  diary: alone({ kind: 'diary' }),
  more: alone({ kind: 'more' }),
  tip: alone({ kind: 'tip' }),
  resume: alone({ kind: 'resume' }),
  sms: alone({ kind: 'sms' }),
  export: alone({ kind: 'export' }),
  french: alone({ kind: 'language', language: 'fr' }),
  english: alone({ kind: 'language', language: 'en' }),
  language: readLanguage,
  clinic: readClinic,
  callMe: alone({ kind: 'call-me' }),
  pause: readPause,
  time: readTime,
  zone: readZone,
  email: readEmail,
  erase: readErase,
  pain: notHere,
  fix: notHere,
  yesterday: notHere,
  later: readLater,
};

/** The command a reply gives, if it has a command's shape: "more please" has, "more pain today" has not. */
export const readCommand = (tokens: readonly Token[], read: Normalised, original: string): Intent | undefined => {
  const words = withoutCourtesies(tokens);
  const [first, ...rest] = words;
  const last = words.at(-1);
  if (first?.kind !== 'word' || last === undefined) return undefined;
  const said = (command: Command, argument: readonly Token[]): Said => ({
    command,
    keyword: first.text,
    rest: argument,
    read,
    original,
  });
  const wording =
    words.length > 6 ? undefined : wordings.get(plainWords(read.text.slice(first.start, last.end)).trim());
  if (wording !== undefined) return readers[wording](said(wording, []));
  const twoWords = `${first.text}${rest[0]?.text ?? ''}`;
  if (twoWords === 'timezone') return readers.zone(said('zone', rest.slice(1)));
  const hyphen = `${first.text}${rest[0]?.text ?? ''}${rest[1]?.text ?? ''}`;
  if (hyphen === 'e-mail') return readers.email(said('email', rest.slice(2)));
  const command = commandOf(first.text);
  return command === undefined ? undefined : readers[command](said(command, rest));
};
