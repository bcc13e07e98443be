import { lazily } from '../memoize.ts';
import type { Language } from '../people/subscriber.ts';
import type { ReadWords } from '../reading/read-words.ts';
import type { SafetyFlag } from './intent.ts';
import { oneTypoApart } from './typo.ts';
import { unicodePattern } from './unicode-pattern.ts';
import { readPatterns, type WordPatterns } from './word-patterns.ts';

/** A sign to look for; sources of regular expressions over `plainWords`, with `<name>` standing for a vocabulary. */
export interface SafetyRule {
  readonly flag: SafetyFlag;
  /** Taken back by a "no" before or behind. */
  readonly signs?: string | undefined;
  /** Negations themselves ("cannot pee"): nothing takes them back. */
  readonly losses?: string | undefined;
  /** Everyday phrases that are overlooked. */
  readonly unless?: string | undefined;
}

/** Where to turn in one country, by language where it takes words. */
interface CountryHelp {
  readonly emergency: Readonly<Record<Language, string>>;
  readonly crisis: Readonly<Record<Language, string>>;
  readonly urgent: Readonly<Record<Language, string>>;
}

/** The safety net as it is compiled from content/safety.yaml. */
export interface CompiledSafety {
  readonly vocabulary: Readonly<Record<string, string>>;
  readonly rules: readonly SafetyRule[];
  /** A text that holds none of these has nothing that a rule looks for: what most texts are found to be at once. */
  readonly signals: readonly string[];
  /** Long words that are recognised with one typo. */
  readonly tolerant: readonly string[];
  readonly negation: { readonly before: string; readonly between: string; readonly behind: string };
  /** By ISO 3166-1 alpha-2 code, and `default`. */
  readonly countries: Readonly<Record<string, CountryHelp>>;
  readonly answers: Readonly<Record<Language, Readonly<Record<SafetyFlag, string>>>>;
}

interface Matcher {
  readonly flag: SafetyFlag;
  readonly signs?: WordPatterns;
  readonly losses?: WordPatterns;
  readonly unless?: WordPatterns;
}

/** What safety answers are made of. */
export type Safety = Pick<CompiledSafety, 'countries' | 'answers'>;

/** What replies are read with, and red flags answered with. */
export interface Lexicon {
  /** Reads a text into words and concepts, in the lexicons of both languages. */
  readonly words: (original: string) => ReadWords;
  readonly safety: Safety;
  readonly signals: readonly string[];
  readonly matchers: readonly Matcher[];
  readonly tolerant: readonly string[];
  readonly negatedBefore: () => RegExp;
  readonly negatedBehind: () => RegExp;
  /** What ends a "no": "no chest pain until today". */
  readonly until: () => RegExp | undefined;
}

/** How far before a sign its negation may stand, characters: the check stays cheap in a mail of any length. */
const reach = 100;

/** The expressions, ready to match. */
export const buildLexicon = (compiled: CompiledSafety, words: Lexicon['words']): Lexicon => {
  const expand = (source: string): WordPatterns => readPatterns(source, compiled.vocabulary);
  const { before, between, behind } = compiled.negation;
  const until = compiled.vocabulary['until'];
  return {
    words,
    safety: { countries: compiled.countries, answers: compiled.answers },
    signals: compiled.signals,
    matchers: compiled.rules.map(({ flag, signs, losses, unless }) => ({
      flag,
      ...(signs === undefined ? {} : { signs: expand(signs) }),
      ...(losses === undefined ? {} : { losses: expand(losses) }),
      ...(unless === undefined ? {} : { unless: expand(unless) }),
    })),
    tolerant: compiled.tolerant,
    negatedBefore: lazily(() => new RegExp(`${before}(?:${between}){0,5}$`)),
    negatedBehind: lazily(() => new RegExp(`^(?: [.,])?${behind} (?:[.,] |$)`)),
    until: lazily(() => (until === undefined ? undefined : new RegExp(`^(?: [^ .,]+){0,2} ${until}(?= )`))),
  };
};

const hasSign = (words: string, signs: WordPatterns, lexicon: Lexicon): boolean => {
  const sign = signs.within(words);
  if (sign === undefined) return false;
  sign.lastIndex = 0;
  for (let found = sign.exec(words); found !== null; found = sign.exec(words)) {
    const end = found.index + found[0].length;
    const before = words.slice(Math.max(0, found.index - reach), found.index);
    const after = words.slice(end, end + reach);
    const taken = lexicon.negatedBefore().test(before) || lexicon.negatedBehind().test(after);
    if (!taken || lexicon.until()?.test(after) === true) return true;
    sign.lastIndex = found.index + 1;
  }
  return false;
};

const matches = (words: string, { signs, losses, unless }: Matcher, lexicon: Lexicon): boolean => {
  // To overlook a phrase takes words away and adds none: what is not there before is not there after.
  if (!signs?.within(words) && !losses?.within(words)) return false;
  const overlooked = unless?.within(words);
  const seen = overlooked === undefined ? words : words.replace(overlooked, ' ,');
  const loss = losses?.within(seen);
  if (loss !== undefined && seen.search(loss) >= 0) return true;
  return signs !== undefined && hasSign(seen, signs, lexicon);
};

const longWord = unicodePattern('(?<= )[\\p{L}]{5,16}(?= )', 'gu');

const withoutTypos = (words: string, tolerant: readonly string[]): string => {
  const known = new Set(tolerant);
  return words.replace(longWord(words), (word) =>
    known.has(word) ? word : (tolerant.find((meant) => meant[0] === word[0] && oneTypoApart(meant, word)) ?? word),
  );
};

const gravest: readonly SafetyFlag[] = ['crisis', 'emergency', 'urgent'];

/** The gravest red flag in a reply, given as `plainWords` gives it; undefined if there is none. Deterministic lists, no model. */
export const findSafety = (words: string, lexicon: Lexicon): SafetyFlag | undefined => {
  const mended = withoutTypos(words, lexicon.tolerant);
  if (!lexicon.signals.some((signal) => mended.includes(signal))) return undefined;
  return gravest.find((flag) =>
    lexicon.matchers.some((matcher) => matcher.flag === flag && matches(mended, matcher, lexicon)),
  );
};
