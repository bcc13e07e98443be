import { type Language, languages } from '../../people/subscriber.ts';
import type { LocalTime } from '../../time/local-time.ts';
import type { Intent } from '../intent.ts';
import { readClockTime } from './clock-time.ts';
import type { KeywordToken } from './keyword-tokens.ts';
import { commandOf } from './keywords.ts';
import { type Said, spelled } from './said-command.ts';
import { readSpokenTime } from './spoken-time.ts';

/** More words than this are a sentence that happens to begin with a keyword. */
const mostPlaceWords = 5;

/** An hour that says am, pm or h, with words but no other number behind it: "TIME 7pm, mornings are murder". */
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

/** Reads TIME and an hour, written or spoken. */
export const readTime = (said: Said): Intent | undefined => {
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

/** Reads ZONE and a place. Which time zone the place is in is looked up when the command is carried out. */
export const readZone = (said: Said): Intent | undefined => {
  const words = said.rest.filter((token, at) => at > 0 || !/^(?:[:=,]|to|is)$/.test(token.text));
  if (words.length === 0) return { kind: 'unclear', about: 'zone' };
  const place = spelled(said, words);
  return place.split(/\s+/).length <= mostPlaceWords && place.length <= 64 ? { kind: 'zone', place } : undefined;
};

const languageMeant = (word: string): Language | undefined => {
  const command = commandOf(word);
  if (command === 'french') return 'fr';
  if (command === 'english') return 'en';
  return languages.find((code) => code === word);
};

/** Reads LANGUAGE. "Langue" is also French for tongue, so only a language behind it makes it a command. */
export const readLanguage = ({ keyword, rest }: Said): Intent | undefined => {
  const words = rest.filter((token, at) => at > 0 || !/^[:=]$/.test(token.text));
  const [name] = words;
  const language = languageMeant(name?.text ?? '');
  if (language !== undefined && words.length === 1) return { kind: 'language', language };
  const isCommand = words.length === 0 || (words.length === 1 && (keyword === 'lang' || name?.text.length === 2));
  return isCommand ? { kind: 'unclear', about: 'language' } : undefined;
};
