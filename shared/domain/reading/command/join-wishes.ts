import { readCode } from '../../people/cohort.ts';
import type { Language } from '../../people/subscriber.ts';
import { languages } from '../../people/subscriber.ts';
import type { LocalTime } from '../../time/local-time.ts';
import { readClockTime } from './clock-time.ts';
import { commandOf } from './keywords.ts';

/** What may be asked for along with JOIN: the hour of tips, their language, and the code on a clinic's card. */
export interface JoinWishes {
  readonly time?: LocalTime;
  readonly language?: Language;
  readonly code?: string;
}

const beforeHour = /^(?:[:=]|at|a|for|pour)$/;
/** The ways to write an hour that cannot be anything else: "JOIN 7" may be a score, "JOIN 1930" a code on a card. */
const saysHour = /^(?:\d{1,2}(?: ?[:.h] ?\d\d)? ?(?:[ap]\.? ?m\b\.?|h(?:eures?)?|o'?clock)?|noon|midday|midi)$/;
const bareNumber = /^\d+(?:\.\d+)?$/;

const languageNamed = (word: string): Language | undefined => {
  const command = commandOf(word);
  if (command === 'french') return 'fr';
  return command === 'english' ? 'en' : languages.find((code) => code === word);
};

const readHour = (words: readonly string[]): LocalTime | undefined => {
  const said = words.slice(beforeHour.test(words[0] ?? '') ? 1 : 0).join(' ');
  return saysHour.test(said) && !bareNumber.test(said) ? readClockTime(said) : undefined;
};

const aroundCode = /^[^a-z0-9]+|[^a-z0-9]+$/g;
/** Keyboards split a code into its word and number ("KNEE 7"). Words that count hours, days or people are no half of a code. */
const halfOfCode = /^(?!at$|for$|pour$|team$|day$|jour$|group$|groupe$)[a-z]{3,8}$/;

/** Separates the code from the other words. Undefined if there are two codes. */
const takeCode = (
  words: readonly string[],
): { readonly code?: string; readonly left: readonly string[] } | undefined => {
  const codes: string[] = [];
  const left: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = (words[at] ?? '').replace(aroundCode, '');
    const next = (words[at + 1] ?? '').replace(aroundCode, '');
    const isPair = halfOfCode.test(word) && /^\d{1,4}$/.test(next);
    const code = readCode(isPair ? word + next : word);
    if (code === undefined) left.push(words[at] ?? '');
    else codes.push(code);
    if (code !== undefined && isPair) at += 1;
  }
  const [code, ...others] = codes;
  if (others.length > 0) return undefined;
  // In "JOIN with code KNEE7" the small words are dropped. Without a code they would mean something else.
  return code === undefined
    ? { left }
    : { code, left: left.filter((word) => !/^(?:with|avec|the|le|my|mon|code:?|[:=])$/.test(word)) };
};

/**
 * Reads what stands behind JOIN in plain letters: FR, 7PM, KNEE7, "FR 7PM", "at 19h30 in French". Any other word among it
 * makes it undefined: "join me at 7pm" is no command.
 */
export const readJoinWishes = (behind: string): JoinWishes | undefined => {
  const words = behind.split(/[\s,]+/).filter((word) => word !== '');
  // In "en français" the small word is a preposition, not the code of English.
  const plain = words.filter((word, at) => !/^(?:en|in)$/.test(word) || !languageNamed(words[at + 1] ?? ''));
  const [language, ...others] = plain.flatMap((word) => languageNamed(word) ?? []);
  const taken = takeCode(plain.filter((word) => languageNamed(word) === undefined));
  if (others.length > 0 || plain.length === 0 || taken === undefined) return undefined;
  const { code, left } = taken;
  const time = readHour(left);
  if (left.length > 0 && time === undefined) return undefined;
  return {
    ...(time === undefined ? {} : { time }),
    ...(language === undefined ? {} : { language }),
    ...(code === undefined ? {} : { code }),
  };
};
