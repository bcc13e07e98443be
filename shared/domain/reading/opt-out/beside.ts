import type { Said, Span } from '../said.ts';

/** What may stand between two mentions that belong together: any number of filler tokens, and `strangers` other words. */
interface Gap {
  readonly fillers: readonly boolean[];
  readonly strangers: number;
}

/** The gap may be at most this wide, however many of its tokens are fillers. */
export const widest = 7;
/** Behind one of these words, something else is spoken of. */
const partings = new Set([
  'because',
  'since',
  'if',
  'when',
  'but',
  'parce',
  'car',
  'mais',
  'quand',
  'si',
  'than',
  'que',
]);

/** Whether `second` stands behind `first` in one sentence with no more than the gap between them. */
const isBehind = (said: Said, first: Span, second: Span, { fillers, strangers }: Gap): boolean => {
  if (second.from < first.to) return second.from > first.from;
  if (said.sentenceOf(first) !== said.sentenceOf(second) || second.from - first.to > widest) return false;
  let between = 0;
  for (let at = first.to; at < second.from; at += 1) {
    const token = said.tokens[at];
    if (token === undefined || partings.has(token.text)) return false;
    if (!fillers[at]) between += 1;
  }
  return between <= strangers;
};

/** Whether one of `firsts` stands close before one of `seconds`. */
export const follow = (said: Said, firsts: readonly Span[], seconds: readonly Span[], gap: Gap): boolean => {
  if (firsts.length === 0 || seconds.length === 0) return false;
  // Indexed by where they begin, so that only the few that stand near are compared.
  const byStart = new Map<number, Span[]>();
  for (const second of seconds) byStart.set(second.from, [...(byStart.get(second.from) ?? []), second]);
  return firsts.some((first) => {
    for (let at = first.from + 1; at <= first.to + widest; at += 1)
      if (byStart.get(at)?.some((second) => isBehind(said, first, second, gap))) return true;
    return false;
  });
};
