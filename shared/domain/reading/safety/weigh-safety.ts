import type { ReadWords } from '../read-words.ts';
import { isNamed } from '../said.ts';
import type { RedFlag } from './find-safety.ts';

/** What becomes of a flag that a rule found: it holds, it is asked about, it is only suspected, or dropped as harmless. */
export type Weighed = 'holds' | 'is-asked' | 'is-suspected' | 'is-dropped';

/**
 * Despair in plain words, hurt on purpose, and blows that need nobody named: no likeness to a joke takes these back. The
 * other rules of despair and violence join veiled words, and veils are worn by gardens and films as well.
 */
const neverDropped: ReadonlySet<string> = new Set(['wish-to-die', 'not-wake', 'self-harm', 'means-at-hand', 'burden']);

/** Two lives: who is pregnant and has a sign is asked nothing first. */
const neverAsked: ReadonlySet<string> = new Set([
  ...['pregnant-and-bleeding', 'pregnant-and-bleeding-a-little', 'baby-still'],
  ...['pregnant-with-belly-pain', 'pregnant-with-a-sign-of-pressure'],
]);

/** "Je suis pu capable de marcher" says too little for a model to doubt it. */
const enoughToWeigh = 7;

const wordsIn = ({ tokens }: ReadWords): number => tokens.filter(({ kind }) => kind === 'word').length;

/** Cake, film, garden, "lol": what danger is seldom told beside. */
const namesEverydayLife = (read: ReadWords): boolean => isNamed(read, 'everyday');

const asksFirst = /^(?:is|are|can|does|could|why|est|la|le|les|une|pourquoi)$/;
const oneself = /^(?:i|im|ive|my|me|mine|we|our|had|has|je|j|jai|g|mon|ma|mes|moi|m|on|notre|eu)$/;
/** "Is fever a bad sign with back pain?", by somebody who says nothing of themselves. */
const isAskedInGeneral = ({ tokens }: ReadWords): boolean =>
  asksFirst.test(tokens[0]?.text ?? '') &&
  tokens.some(({ text }) => text === '?') &&
  !tokens.some(({ text }) => oneself.test(text));

/**
 * Weighs a rule's flag against what a model makes of the text (`doubts`: it is likelier to be harmless than nearly all in
 * which a rule was right). What is for today becomes a question. An emergency does only where everyday things are named as
 * well and the rule joins several concepts; one told in plain words never does. Veiled despair and violence beside everyday
 * things are dropped: a question about them would hurt, and there is none. A flag of tablets or degrees holds. What may be a
 * manner of speaking is only suspected beside everyday things, and where the text says something else plainly
 * (`saysElse`): "9, j'en peux plus", "stop, this is my last message".
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
