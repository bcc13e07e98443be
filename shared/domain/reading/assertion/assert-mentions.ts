import type { Context, Cue } from '../lexicon/lexicon.ts';
import type { PhraseMatch } from '../lexicon/phrase-matcher.ts';
import type { Token } from '../tokens.ts';

/** A concept that a text names, and what its surroundings make of it; affirmed, present and the person's own if nothing. */
export interface Mention extends PhraseMatch {
  readonly contexts: ReadonlySet<Context>;
}

interface CueMatch extends PhraseMatch {
  readonly cue: Cue;
}

interface Scope {
  readonly context: Context;
  readonly cue: CueMatch;
  readonly from: number;
  readonly to: number;
}

/** How far a "no" reaches, in tokens: the lists that people write are no longer. */
const longestScope = 14;

const joins = new Set(['and', 'et', 'then', 'puis']);

/** Shorter cues within a longer one say nothing of their own: "not only" is no "not". */
const longestCues = (cues: readonly CueMatch[]): CueMatch[] =>
  cues.filter(
    (cue) =>
      !cues.some(
        (other) =>
          other !== cue && other.from <= cue.from && other.to >= cue.to && other.to - other.from > cue.to - cue.from,
      ),
  );

/**
 * Where a scope that runs from token `at` in steps of `step` ends. A comma or an "and" ends it where a new subject
 * follows ("no fever, my legs are numb"), not within a list ("no fever, numbness or weakness").
 */
const scopeEnd = (tokens: readonly Token[], cues: readonly CueMatch[], at: number, step: 1 | -1): number => {
  const start = tokens[at];
  let to = at;
  for (let far = 0; far < longestScope; far += 1, to += step) {
    const token = tokens[to];
    if (token === undefined || start === undefined || token.sentence !== start.sentence) return to;
    if (cues.some(({ from, cue }) => cue.context === 'but' && from === to)) return to;
    const before = tokens[to - 1];
    const parted = before !== undefined && (before.clause !== token.clause || joins.has(before.text));
    if (step === 1 && parted && to !== at && cues.some(({ from, cue }) => cue.context === 'subject' && from === to))
      return to;
    if (step === -1 && token.clause !== start.clause) return to;
  }
  return to;
};

const rangesOf = (
  tokens: readonly Token[],
  cues: readonly CueMatch[],
  { cue, from, to }: CueMatch,
): [number, number][] => {
  switch (cue.reach) {
    case 'covers':
      return [[from, to]];
    case 'sentence': {
      const sentence = tokens[from]?.sentence;
      return [
        [
          tokens.findIndex((token) => token.sentence === sentence),
          tokens.findLastIndex((token) => token.sentence === sentence) + 1,
        ],
      ];
    }
    case 'forward':
      return [[to, scopeEnd(tokens, cues, to, 1)]];
    case 'backward':
      return [[scopeEnd(tokens, cues, from - 1, -1) + 1, from]];
    case 'both':
      return [
        [to, scopeEnd(tokens, cues, to, 1)],
        [scopeEnd(tokens, cues, from - 1, -1) + 1, from],
      ];
  }
};

const scopesOf = (tokens: readonly Token[], cues: readonly CueMatch[]): Scope[] =>
  cues.flatMap((cue) => {
    const { context } = cue.cue;
    if (context === 'but' || context === 'until' || context === 'subject' || context === 'none') return [];
    return rangesOf(tokens, cues, cue).map(([from, to]) => ({ context, cue, from, to }));
  });

/** "No numbness until today" is numbness: what ends a "no" stands behind it, in the same sentence. */
const hasEnded = (mention: PhraseMatch, tokens: readonly Token[], cues: readonly CueMatch[]): boolean =>
  cues.some(
    ({ cue, from }) =>
      cue.context === 'until' &&
      from >= mention.to &&
      from <= mention.to + 3 &&
      tokens[from]?.sentence === tokens[mention.from]?.sentence,
  );

/**
 * Puts each mention into its contexts, by cues and how far they reach (NegEx, Chapman 2001; ConText, Harkema 2009). A cue
 * within a mention is part of it: "cannot feel" is a sign, not the absence of one.
 */
export const assertMentions = (
  tokens: readonly Token[],
  matches: readonly PhraseMatch[],
  cueOf: (concept: string) => Cue | undefined,
): Mention[] => {
  const cues = longestCues(
    matches.flatMap((match) => {
      const cue = cueOf(match.concept);
      return cue === undefined ? [] : [{ ...match, cue }];
    }),
  );
  const scopes = scopesOf(tokens, cues);
  return matches
    .filter(({ concept }) => cueOf(concept) === undefined)
    .map((match) => {
      const reaching = scopes.filter(({ cue, from, to }) => {
        const within = cue.cue.reach !== 'covers' && cue.from >= match.from && cue.to <= match.to;
        return !within && from < match.to && to > match.from;
      });
      const contexts = new Set(reaching.map(({ context }) => context));
      if (contexts.has('negated') && hasEnded(match, tokens, cues)) contexts.delete('negated');
      return { ...match, contexts };
    });
};
