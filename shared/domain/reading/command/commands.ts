import type { Intent } from '../intent.ts';
import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { Normalised } from '../text/normalise.ts';
import { plainWords } from '../text/normalise.ts';
import { readActivityWords } from './activity-words.ts';
import { asksForCall } from './call-back.ts';
import { goalWords } from './goal-words.ts';
import { readEmail, readJoin } from './join-or-email.ts';
import type { KeywordToken } from './keyword-tokens.ts';
import type { Command } from './keywords.ts';
import { commandOf, wordings } from './keywords.ts';
import { readPause } from './pause-days.ts';
import { isSign, type Said, spelled } from './said-command.ts';
import { readLanguage, readTime, readZone } from './time-place-language.ts';

const politeness = new Set(
  'please pls plz thanks thank you thx ty hi hello hey ok okay svp stp merci bonjour bonsoir kindly'.split(' '),
);
const closing = new Set([...politeness, 'now', 'maintenant']);
/** Signs that may stand around a command without changing what it says. */
const isPunctuation = (token: KeywordToken): boolean => isSign(token) && /^[.,!?;:)("'¤*-]$/.test(token.text);

/** The tokens between the courtesies at either end. */
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

const readErase = (said: Said): Intent | undefined => {
  // "ERASE STOP" asks to leave and to erase. STOP is not the word that confirms an erasure.
  if (said.rest.every(({ text }) => text === 'stop' || text === 'arret')) return { kind: 'erase' };
  const word = spelled(said, said.rest).toUpperCase();
  return /^[A-Z0-9]{4,8}$/.test(word) ? { kind: 'erase', word } : undefined;
};

const yesOrNo: ReadonlyMap<string, boolean> = new Map(
  Object.entries({ yes: true, yeah: true, yep: true, oui: true, no: false, nope: false, non: false }),
);

/**
 * Only the keyword with an answer behind it agrees or refuses; the keyword alone asks how it stands. "The clinic said no"
 * is neither.
 */
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

/** Only an AGAIN that begins the text is the command: "hello again" is a greeting. */
const readAgain = ({ original, rest }: Said): Intent | undefined =>
  /^\W*(?:again|encore)\b/i.test(original) && rest.every(isSign) ? { kind: 'again' } : undefined;

/** A goal keeps all its words, numbers included: "GOAL walk 20 min" is no score. */
const readGoal = (said: Said): Intent => {
  const words = goalWords(spelled(said, said.rest));
  return words === '' ? { kind: 'goal' } : { kind: 'goal', words };
};

/** Reads "ACTIVITY gardening". More than a name makes it a note. */
const readActivity = (said: Said): Intent | undefined => {
  const named = readActivityWords(spelled(said, said.rest));
  if (named === undefined) return undefined;
  return named.kind === 'ask' ? { kind: 'activity' } : { kind: 'activity', words: named.words };
};

/**
 * How the argument of each command is read; scores have a reader of their own. A reader returns undefined if the words only
 * look like the command.
 */
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

/** The ways people point at the tip of the day, at either end of what they say of it: "pas pour moi ce conseil". */
const ourTip =
  /^(?:ce|cet|le|this|that|the|todays?) (?:conseil|tip|one)(?: (?:la|ci))? | (?:ce|cet|le|this|that|the|todays?) (?:conseil|tip|one)(?: (?:la|ci))?$/;
/** A shorter wording is one typo away from too many others. */
const shortestMistyped = 9;
const longWordings = [...wordings]
  .map(([wording, command]) => ({ wording, command }))
  .filter(({ wording }) => wording.length >= shortestMistyped);

/**
 * The longest wording has this many tokens ("Could someone from the clinic please call me back when you can?", signs
 * counted). A longer text is a message.
 */
const mostWordedTokens = 16;

/**
 * The command that a whole wording stands for: the wording alone, with the tip that it is said of, or with one typo ("skip
 * tat one").
 */
const commandWorded = (said: string): Command | undefined => {
  const known =
    wordings.get(said) ?? wordings.get(said.replace(ourTip, '')) ?? (asksForCall(said) ? 'callMe' : undefined);
  if (known !== undefined || said.length < shortestMistyped) return known;
  return longWordings.find(({ wording }) => isOneTypoApart(wording, said))?.command;
};

/** The command of a reply that has a command's shape: "more please" has it, "more pain today" has not. */
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
