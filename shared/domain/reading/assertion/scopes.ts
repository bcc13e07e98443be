import type { Context, Cue } from '../lexicon/lexicon.ts';
import type { PhraseMatch } from '../lexicon/phrase-matcher.ts';
import type { Token } from '../tokens.ts';

/** A cue as it stands in a text, with how it works. */
export interface CueMatch extends PhraseMatch {
  readonly cue: Cue;
}

/** The tokens (`to` exclusive) that a cue puts into a context. */
export interface Scope {
  readonly context: Context;
  readonly cue: CueMatch;
  readonly from: number;
  readonly to: number;
}

/** A "no" reaches at most this many tokens, which covers the longest lists that people write. */
const longestScope = 14;

const joins = new Set(['and', 'et', 'then', 'puis', 'pis', 'n', 'y']);
/** Behind these words a new subject carries on what was denied: "I don't think I have a fever". */
const carriesOn = new Set(['think', 'believe', 'say', 'that', 'que', 'qu', 'if', 'feel', 'when', 'quand']);

const limits = new Set<Cue['context']>(['but', 'subject', 'self', 'own', 'until', 'recent', 'none']);

/** Whether a cue puts its surroundings into a context. The other cues end scopes or correct what other cues say. */
const isContext = (context: Cue['context']): context is Context => !limits.has(context);

/** The limits of scopes that begin at each token. */
type Limits = ReadonlyMap<number, ReadonlySet<Cue['context']>>;

const limitsOf = (cues: readonly CueMatch[]): Limits => {
  const at = new Map<number, Set<Cue['context']>>();
  for (const { cue, from } of cues) {
    if (isContext(cue.context)) continue;
    const known = at.get(from);
    if (known === undefined) at.set(from, new Set([cue.context]));
    else known.add(cue.context);
  }
  return at;
};

/**
 * Whether a scope that runs forward ends before token `at`. It ends at a "but", and where an "I" begins anew, comma or not.
 * Behind a comma or an "and" it ends at any new subject ("no fever, my legs are numb"), but not within a list ("no fever,
 * numbness or weakness").
 */
const endsForward = (tokens: readonly Token[], limits: Limits, from: number, at: number, context: Context): boolean => {
  const limit = limits.get(at);
  if (limit === undefined) return false;
  if (limit.has('but')) return true;
  const before = tokens[at - 1];
  const token = tokens[at];
  // "No, I ..." answers a question, and "with my husband I ..." tells of the writer. In both the cue reaches nothing behind
  // it.
  if (at === from) return (context === 'negated' || context === 'other') && limit.has('self');
  if (before === undefined || token === undefined) return false;
  if (limit.has('self') && !carriesOn.has(before.text)) return true;
  if (limit.has('own') && context === 'other') return true;
  return limit.has('subject') && (before.clause !== token.clause || joins.has(before.text));
};

const forwardEnd = (tokens: readonly Token[], limits: Limits, from: number, context: Context): number => {
  const start = tokens[from];
  let to = from;
  for (; to < from + longestScope; to += 1) {
    const token = tokens[to];
    if (token === undefined || start === undefined || token.sentence !== start.sentence) return to;
    // A spaced dash starts a new thought: "don't text me - chest pain since noon" denies no pain.
    if (token.kind === 'mark' && token.text === '-') return to;
    if (endsForward(tokens, limits, from, to, context)) return to;
  }
  return to;
};

/** The start of a scope that runs backward: the start of its clause, or the place behind a "but". */
const backwardStart = (tokens: readonly Token[], limits: Limits, from: number): number => {
  const last = tokens[from - 1];
  let start = from;
  for (; start > from - longestScope; start -= 1) {
    const token = tokens[start - 1];
    if (token === undefined || last === undefined || token.clause !== last.clause) return start;
    if (limits.get(start - 1)?.has('but') === true) return start;
  }
  return start;
};

/** An "I" this close behind a cue still belongs to it: "last year I fell". */
const ownSubject = 2;

/**
 * The sentence around a cue, as far as a "but" on either side. In a text without punctuation it ends where an "I" begins
 * anew farther on: "on steroids for years for my lungs I slipped on the ice".
 */
const sentenceAround = (
  tokens: readonly Token[],
  limits: Limits,
  { from, to }: CueMatch,
  context: Context,
): [number, number] => {
  const own = to + (context === 'known' ? 0 : ownSubject);
  const sentence = tokens[from]?.sentence;
  let first = from;
  while (first > 0 && tokens[first - 1]?.sentence === sentence && limits.get(first)?.has('but') !== true) first -= 1;
  let end = to;
  while (tokens[end]?.sentence === sentence) {
    const limit = limits.get(end);
    if (limit?.has('but') === true || (limit?.has('self') === true && end > own)) break;
    end += 1;
  }
  return [first, end];
};

/** All that was said before a cue, in its sentence and the one before. */
const allBefore = (tokens: readonly Token[], { from }: CueMatch): [number, number] => {
  const sentence = tokens[from]?.sentence ?? 0;
  let first = from;
  while (first > 0 && (tokens[first - 1]?.sentence ?? 0) >= sentence - 1) first -= 1;
  return [first, from];
};

const rangesOf = (tokens: readonly Token[], limits: Limits, match: CueMatch, context: Context): [number, number][] => {
  const { from, to } = match;
  switch (match.cue.reach) {
    case 'covers':
      return [[from, to]];
    case 'sentence':
      return [sentenceAround(tokens, limits, match, context)];
    case 'before':
      return [allBefore(tokens, match)];
    case 'forward':
      return [[to, forwardEnd(tokens, limits, to, context)]];
    case 'backward':
      return [[backwardStart(tokens, limits, from), from]];
    case 'both':
      return [
        [to, forwardEnd(tokens, limits, to, context)],
        [backwardStart(tokens, limits, from), from],
      ];
  }
};

/** The tokens that each cue puts into its context. */
export const scopesOf = (tokens: readonly Token[], cues: readonly CueMatch[]): Scope[] => {
  const limits = limitsOf(cues);
  return cues.flatMap((cue) => {
    const { context } = cue.cue;
    if (!isContext(context)) return [];
    return rangesOf(tokens, limits, cue, context).map(([from, to]) => ({ context, cue, from, to }));
  });
};
