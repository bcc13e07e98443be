import type { TalkAbout } from '../intent.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Said } from '../said.ts';

/** A kind of talk, and when a text is of that kind. */
interface Rule {
  readonly about: TalkAbout;
  readonly holds: (said: Said, asks: boolean) => boolean;
}

const isOnly = (said: Said, ...concepts: readonly Concept[]): boolean => said.covered(concepts).every(Boolean);

/** The first rule that holds decides. Questions come before statements, the particular before the general. */
const rules: readonly Rule[] = [
  { about: 'who', holds: (said) => said.has('who') },
  { about: 'bot', holds: (said, asks) => said.has('bot') && asks },
  { about: 'invite', holds: (said) => said.has('invite') },
  { about: 'privacy', holds: (said, asks) => said.has('privacy') && asks },
  { about: 'cost', holds: (said, asks) => said.has('cost') && asks },
  { about: 'language', holds: (said, asks) => said.has('other-language') && (asks || said.has('asking')) },
  { about: 'medicine', holds: (said, asks) => said.has('medicine-word') && asks },
  { about: 'doctor', holds: (said, asks) => said.has('doctor-word') && asks },
  { about: 'puzzled', holds: (said) => said.has('puzzled') },
  { about: 'exercise', holds: (said, asks) => said.has('permission') || (asks && said.has('exercise-word')) },
  {
    about: 'courtesy',
    holds: (said) => said.has('courtesy-word') && isOnly(said, 'courtesy-word', 'courtesy-filler', 'insult'),
  },
  {
    about: 'greeting',
    holds: (said) => said.has('greeting-word') && isOnly(said, 'greeting-word', 'greeting-filler', 'courtesy-word'),
  },
  { about: 'thanks', holds: (said) => said.has('thanks') },
  { about: 'bad-day', holds: (said) => said.has('bad-day') },
  { about: 'good-news', holds: (said) => said.has('good-news') },
];

/** Matches question marks alone: "???". */
const onlyQuestion = /^[\s?!¿.]*\?[\s?!¿.]*$/;
/** Thumbs, hands and ticks mean "yes, thank you". `normalise` removes them, so they are matched before it. */
const onlyApproval =
  /^(?:[\u{1F44C}\u{1F44D}\u{1F64F}\u{1F64C}\u{1F44F}\u{2705}\u{2714}\u{2764}\u{1F600}-\u{1F64F}\u{1F970}\u{1FAF6}\u{1F495}-\u{1F49F}]|[\u{1F3FB}-\u{1F3FF}\uFE0F\s])+$/u;

/** Whether a text asks something, by its words or by a question mark. */
export const asksSomething = (said: Said): boolean =>
  said.has('questioning', 'permission') || said.tokens.some(({ text }) => text === '?');

/** What a text says to us that has an answer of its own; undefined for what is only for the diary. */
export const readTalk = (said: Said, original: string): TalkAbout | undefined => {
  if (onlyQuestion.test(original)) return 'puzzled';
  if (onlyApproval.test(original)) return 'courtesy';
  if (said.has('diary-words')) return undefined;
  const asks = asksSomething(said);
  return rules.find(({ holds }) => holds(said, asks))?.about;
};
