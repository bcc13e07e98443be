import type { Context, Cue } from '../lexicon/lexicon.ts';
import type { PhraseMatch } from '../lexicon/phrase-matcher.ts';
import type { Token } from '../tokens.ts';
import { type CueMatch, type Scope, scopesOf } from './scopes.ts';

/**
 * A concept that a text names, with the contexts that its surroundings put it into. Without a context it is affirmed,
 * present and the person's own.
 */
export interface Mention extends PhraseMatch {
  readonly contexts: ReadonlySet<Context>;
}

/** Drops cues that lie within a longer one, because the longer one is what was meant: "not only" is no "not". */
const longestCues = (cues: readonly CueMatch[]): CueMatch[] => {
  const sorted = cues.toSorted((a, b) => a.from - b.from || b.to - a.to);
  let longest: CueMatch | undefined;
  return sorted.filter((cue) => {
    const isWithin = longest !== undefined && longest.to >= cue.to && longest.to - longest.from > cue.to - cue.from;
    if (longest === undefined || cue.to > longest.to) longest = cue;
    return !isWithin;
  });
};

/**
 * Whether a "no" before the mention is taken back behind it: "no numbness until today" is numbness. The words that end it
 * stand in the same sentence.
 */
const hasEnded = (mention: PhraseMatch, tokens: readonly Token[], untils: readonly CueMatch[]): boolean =>
  untils.some(
    ({ from }) =>
      from >= mention.to && from <= mention.to + 3 && tokens[from]?.sentence === tokens[mention.from]?.sentence,
  );

/**
 * Shortens the scope of a "no" that is part of a sign ("no feeling in my legs") to the words of that sign, so that it
 * denies nothing else. `scopes` must be sorted by where their cues begin.
 */
const withSpentCues = (scopes: readonly Scope[], concepts: readonly PhraseMatch[]): Scope[] => {
  const ends = new Map<number, number>();
  for (const { from, to } of concepts) ends.set(from, Math.max(to, ends.get(from) ?? 0));
  let reached = 0;
  let at = 0;
  return scopes.map((scope) => {
    const { from, to, cue } = scope.cue;
    for (; at < from; at += 1) reached = Math.max(reached, ends.get(at) ?? 0);
    const here = ends.get(from) ?? 0;
    const signEnds = Math.max(reached >= to ? reached : 0, here > to ? here : 0);
    const isSpent = cue.context === 'negated' && cue.reach === 'forward' && signEnds > 0;
    return isSpent ? { ...scope, to: Math.min(scope.to, signEnds) } : scope;
  });
};

const none: ReadonlySet<Context> = new Set();
/** At most this many scopes are looked at for each token. No meaningful text has more, and nonsense must not cost time. */
const mostScopes = 24;

/** The scopes that reach each token. */
const byToken = (scopes: readonly Scope[], length: number): readonly (readonly Scope[])[] => {
  const at: Scope[][] = Array.from({ length }, () => []);
  for (const scope of scopes)
    for (let token = Math.max(0, scope.from); token < Math.min(scope.to, length); token += 1)
      if ((at[token]?.length ?? 0) < mostScopes) at[token]?.push(scope);
  return at;
};

const distance = (a: PhraseMatch, b: PhraseMatch): number => Math.max(0, a.from - b.to, b.from - a.to);

/** How far the nearest recent time ("since this morning") is from a mention in its sentence; infinite if there is none. */
const nearestRecent = (mention: PhraseMatch, tokens: readonly Token[], recent: readonly CueMatch[]): number => {
  const sentence = tokens[mention.from]?.sentence;
  let nearest = Number.POSITIVE_INFINITY;
  for (const cue of recent)
    if (tokens[cue.from]?.sentence === sentence) nearest = Math.min(nearest, distance(cue, mention));
  return nearest;
};

/** Whether a cue of the past is overruled, because something recent stands nearer to the mention. */
const isOvertaken = (mention: PhraseMatch, { context, cue }: Scope, recentAt: number): boolean =>
  (context === 'past' || context === 'known') && recentAt < distance(cue, mention);

/**
 * Puts each mention into its contexts by the cues around it and how far they reach (NegEx, Chapman 2001; ConText, Harkema
 * 2009). A cue within a mention is part of it: "cannot feel" is a sign, not the absence of one.
 */
export const assertMentions = (
  tokens: readonly Token[],
  matches: readonly PhraseMatch[],
  cueOf: (concept: string) => Cue | undefined,
  isOfService: (concept: string) => boolean = () => false,
): Mention[] => {
  const [cueMatches, concepts]: [CueMatch[], PhraseMatch[]] = [[], []];
  for (const match of matches) {
    const cue = cueOf(match.concept);
    if (cue === undefined) concepts.push(match);
    else cueMatches.push({ ...match, cue });
  }
  const cues = longestCues(cueMatches);
  const signs = concepts.filter(({ concept }) => !isOfService(concept));
  const scopes = withSpentCues(scopesOf(tokens, cues), signs);
  if (scopes.length === 0) return concepts.map((match) => ({ ...match, contexts: none }));
  const untils = cues.filter(({ cue }) => cue.context === 'until');
  const recent = cues.filter(({ cue }) => cue.context === 'recent');
  const scopesAt = byToken(scopes, tokens.length);
  return concepts.map((match) => {
    const here = scopesAt[match.from] ?? [];
    const near = match.to === match.from + 1 ? here : [...new Set(scopesAt.slice(match.from, match.to).flat())];
    if (near.length === 0) return { ...match, contexts: none };
    // Computed once for the mention rather than for each scope: a text that repeats itself has many scopes.
    const recentAt = nearestRecent(match, tokens, recent);
    const reaching = near.filter((scope) => {
      const { cue, from, to } = scope;
      // An idiom must go on beyond the mention or cover exactly its words: "pissed" says nothing of "pissed myself".
      if (cue.cue.reach === 'covers') return to > match.to || (from <= match.from && to === match.to);
      const isWithin = cue.from >= match.from && cue.to <= match.to;
      return !isWithin && !isOvertaken(match, scope, recentAt);
    });
    const contexts = new Set(reaching.map(({ context }) => context));
    if (contexts.has('negated') && hasEnded(match, tokens, untils)) contexts.delete('negated');
    return { ...match, contexts };
  });
};
