import type { Context, Cue } from '../lexicon/lexicon.ts';
import type { PhraseMatch } from '../lexicon/phrase-matcher.ts';
import type { Token } from '../tokens.ts';
import { type CueMatch, type Scope, scopesOf } from './scopes.ts';

/** A concept that a text names, and what its surroundings make of it; affirmed, present and the person's own if nothing. */
export interface Mention extends PhraseMatch {
  readonly contexts: ReadonlySet<Context>;
}

/** Shorter cues within a longer one say nothing of their own: "not only" is no "not". */
const longestCues = (cues: readonly CueMatch[]): CueMatch[] => {
  const sorted = cues.toSorted((a, b) => a.from - b.from || b.to - a.to);
  let longest: CueMatch | undefined;
  return sorted.filter((cue) => {
    const isWithin = longest !== undefined && longest.to >= cue.to && longest.to - longest.from > cue.to - cue.from;
    if (longest === undefined || cue.to > longest.to) longest = cue;
    return !isWithin;
  });
};

/** "No numbness until today" is numbness: what ends a "no" stands behind it, in the same sentence. */
const hasEnded = (mention: PhraseMatch, tokens: readonly Token[], untils: readonly CueMatch[]): boolean =>
  untils.some(
    ({ from }) =>
      from >= mention.to && from <= mention.to + 3 && tokens[from]?.sentence === tokens[mention.from]?.sentence,
  );

/**
 * A "no" that is part of a sign ("no feeling in my legs") is spent: it denies nothing beyond the words of that sign.
 * `scopes` in the order of where their cues begin.
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
/** Of the scopes that reach one token so many are looked at: no text that means something has more. */
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

/** How near something "since this morning" comes to a mention within its sentence; infinitely far if nothing does. */
const nearestRecent = (mention: PhraseMatch, tokens: readonly Token[], recent: readonly CueMatch[]): number => {
  const sentence = tokens[mention.from]?.sentence;
  let nearest = Number.POSITIVE_INFINITY;
  for (const cue of recent)
    if (tokens[cue.from]?.sentence === sentence) nearest = Math.min(nearest, distance(cue, mention));
  return nearest;
};

/** What puts a mention into the past does not, where something recent is nearer to it. */
const isOvertaken = (mention: PhraseMatch, { context, cue }: Scope, recentAt: number): boolean =>
  (context === 'past' || context === 'known') && recentAt < distance(cue, mention);

/**
 * Puts each mention into its contexts, by cues and how far they reach (NegEx, Chapman 2001; ConText, Harkema 2009). A cue
 * within a mention is part of it: "cannot feel" is a sign, not the absence of one.
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
    // Once a mention, not once a scope: in words said over and over each of them has many.
    const recentAt = nearestRecent(match, tokens, recent);
    const reaching = near.filter((scope) => {
      const { cue, from, to } = scope;
      // An idiom has to go on behind the words, or around them: "pissed" says nothing of "pissed myself".
      if (cue.cue.reach === 'covers') return to > match.to || (from <= match.from && to === match.to);
      const isWithin = cue.from >= match.from && cue.to <= match.to;
      return !isWithin && !isOvertaken(match, scope, recentAt);
    });
    const contexts = new Set(reaching.map(({ context }) => context));
    if (contexts.has('negated') && hasEnded(match, tokens, untils)) contexts.delete('negated');
    return { ...match, contexts };
  });
};
