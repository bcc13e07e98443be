import type { Language } from '../../people/subscriber.ts';
import { languages } from '../../people/subscriber.ts';
import type { LocalTime } from '../../time/local-time.ts';
import { readClockTime } from './clock-time.ts';
import { commandOf } from './keywords.ts';

/** What may be asked for with JOIN: when tips come, and in which language. */
export interface JoinWishes {
  readonly time?: LocalTime;
  readonly language?: Language;
}

const beforeHour = /^(?:[:=]|at|a|for|pour)$/;
/** An hour that says so itself: "JOIN 7" may be a score, "JOIN 1930" a code on a card. */
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

/**
 * What stands behind JOIN in the plain letters of a reply: FR, 7PM, "FR 7PM", "at 19h30 in French". Undefined if anything
 * else is among it: "join me at 7pm" is no command.
 */
export const readJoinWishes = (behind: string): JoinWishes | undefined => {
  const words = behind.split(/[\s,]+/).filter((word) => word !== '');
  // "En français": the small word is not the code of English.
  const plain = words.filter((word, at) => !/^(?:en|in)$/.test(word) || !languageNamed(words[at + 1] ?? ''));
  const [language, ...others] = plain.flatMap((word) => languageNamed(word) ?? []);
  const rest = plain.filter((word) => languageNamed(word) === undefined);
  if (others.length > 0 || plain.length === 0) return undefined;
  const time = readHour(rest);
  if (rest.length > 0 && time === undefined) return undefined;
  return { ...(time === undefined ? {} : { time }), ...(language === undefined ? {} : { language }) };
};
