import type { Language } from '../people/subscriber.ts';
import { assertMentions, type Mention } from './assertion/assert-mentions.ts';
import type { CompiledLexicon, Cue } from './lexicon/lexicon.ts';
import { type PhraseMatch, PhraseMatcher } from './lexicon/phrase-matcher.ts';
import { type Normalised, normalise } from './text/normalise.ts';
import { readTokens, type Spellings, type Token } from './tokens.ts';

/** A reply as the deciders see it: its words, and the concepts that they name, each with its contexts. */
export interface ReadWords {
  /** The text as the person spelled it. */
  readonly original: string;
  /** The text in comparable form, with the positions in the original. */
  readonly normalised: Normalised;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Words and phrases of a class (units, prepositions of time). They tell what stands beside them. */
  readonly classed: readonly PhraseMatch[];
}

/** The compiled lexicon of each language that is read. */
export type Lexicons = Readonly<Partial<Record<Language, CompiledLexicon>>>;

/**
 * Makes a reader of words with these lexicons. Every text is searched with all of them, because people mix languages.
 * Making it costs little; the index of a lexicon's words is built with the first text.
 */
export const readWords = (lexicons: Lexicons): ((original: string) => ReadWords) => {
  const languages: readonly Language[] = ['en', 'fr'];
  const known: { readonly language: Language; readonly lexicon: CompiledLexicon; readonly matcher: PhraseMatcher }[] =
    languages.flatMap((language) => {
      const lexicon = lexicons[language];
      const others = () => known.filter((other) => other.language !== language);
      const isElsewhere = (word: string): boolean => others().some(({ matcher }) => matcher.knows(word));
      return lexicon === undefined
        ? []
        : [{ language, lexicon, matcher: new PhraseMatcher(language, lexicon, isElsewhere) }];
    });
  const spellings: Spellings = Object.assign({}, ...known.map(({ lexicon }) => lexicon.spellings));
  const ofService = new Set(known.flatMap(({ lexicon }) => lexicon.ofService));
  const classes = new Set(known.flatMap(({ lexicon }) => lexicon.classes));
  // Where two languages have the same cue, the English one counts.
  const cues = new Map(known.toReversed().flatMap(({ lexicon }) => Object.entries(lexicon.cues)));
  const cueOf = (concept: string): Cue | undefined => cues.get(concept);
  return (original) => {
    const normalised = normalise(original);
    const tokens = known.reduce<readonly Token[]>(
      (soFar, { matcher }) => matcher.partElisions(soFar),
      readTokens(normalised.text, spellings),
    );
    const matches = known.flatMap(({ matcher }) => matcher.match(tokens));
    const named = matches.filter(({ concept }) => !classes.has(concept));
    return {
      original,
      normalised,
      tokens,
      mentions: assertMentions(tokens, named, cueOf, (concept) => ofService.has(concept)),
      classed: matches.filter(({ concept }) => classes.has(concept)),
    };
  };
};

/** How many words a text has; numbers and signs are none. */
export const wordsIn = ({ tokens }: ReadWords): number => tokens.filter(({ kind }) => kind === 'word').length;

/** Whether a text has more than one word. A single one is a command, a courtesy or a number. */
export const hasTwoWords = (read: ReadWords): boolean => wordsIn(read) > 1;
