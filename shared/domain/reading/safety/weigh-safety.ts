import { type ReadWords, wordsIn } from '../read-words.ts';
import { isNamed } from '../said.ts';
import type { RedFlag } from './find-safety.ts';

/** What becomes of a flag that a rule found: it holds, is asked about, is only suspected, or is dropped as harmless. */
export type Weighed = 'holds' | 'is-asked' | 'is-suspected' | 'is-dropped';

/**
 * Rules that no likeness to a joke overrules: despair in plain words, self-harm, blows that need nobody named. The other
 * rules of despair and violence join veiled words, which also occur in talk of gardens and films.
 */
const neverDropped: ReadonlySet<string> = new Set(['wish-to-die', 'not-wake', 'self-harm', 'means-at-hand', 'burden']);

/** A pregnant person with a sign is not asked anything first, because two lives are at stake. */
const neverAsked: ReadonlySet<string> = new Set([
  ...['pregnant-and-bleeding', 'pregnant-and-bleeding-a-little', 'baby-still'],
  ...['pregnant-with-belly-pain', 'pregnant-with-a-sign-of-pressure'],
]);

/** A shorter text says too little for a model to doubt it: "je suis pu capable de marcher". */
const enoughToWeigh = 7;

/** Whether a text names everyday things (cake, film, garden, "lol"), which seldom stand beside a danger. */
const namesEverydayLife = (read: ReadWords): boolean => isNamed(read, 'everyday');

const asksFirst = /^(?:is|are|can|does|could|why|est|la|le|les|une|pourquoi)$/;
const oneself = /^(?:i|im|ive|my|me|mine|we|our|had|has|je|j|jai|g|mon|ma|mes|moi|m|on|notre|eu)$/;
/** Whether the text asks in general and tells nothing of its writer: "is fever a bad sign with back pain?" */
const isAskedInGeneral = ({ tokens }: ReadWords): boolean =>
  asksFirst.test(tokens[0]?.text ?? '') &&
  tokens.some(({ text }) => text === '?') &&
  !tokens.some(({ text }) => oneself.test(text));

/**
 * Weighs a rule's flag against a model's opinion of the text. `doubts`: the text is likelier to be harmless than nearly all
 * texts in which a rule was right. `saysElse`: the text plainly says something else.
 * A flag for today that is doubted becomes a question. A doubted emergency becomes one only if its rule joins several
 * concepts and everyday things are named as well, never if it was told in plain words. Veiled despair and violence beside
 * everyday things are dropped, because a question about them would hurt. A flag of tablets or degrees holds. A manner of
 * speaking is only suspected beside everyday things or where the text says something else plainly: "9, j'en peux plus",
 * "stop, this is my last message".
 */
export const weighSafety = (
  { flag, rule, isWeighed, isPlain, isWeak }: RedFlag,
  read: ReadWords,
  doubts: () => boolean,
  saysElse: () => boolean,
): Weighed => {
  if (isWeak) return namesEverydayLife(read) || saysElse() ? 'is-suspected' : 'holds';
  if (rule === undefined || neverAsked.has(rule)) return 'holds';
  if (isWeighed === true && flag === 'today' && isAskedInGeneral(read)) return 'is-asked';
  if (wordsIn(read) < enoughToWeigh) return 'holds';
  switch (flag) {
    case 'today':
      return isWeighed === true && doubts() ? 'is-asked' : 'holds';
    case 'now':
      return isWeighed === true && isPlain !== true && namesEverydayLife(read) && doubts() ? 'is-asked' : 'holds';
    case 'crisis':
    case 'violence':
      return !neverDropped.has(rule) && namesEverydayLife(read) && doubts() ? 'is-dropped' : 'holds';
  }
};
