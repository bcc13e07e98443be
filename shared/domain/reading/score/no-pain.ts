import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

const none = /^(?:no|without|aucune|sans|zero)$/;
const harmless: readonly WordClass[] = ['opening', 'right-now', 'back-named'];
const around = new Set(
  'i am have has got there is had j ai je n je ne il y a a at all whatsoever du tout so far in my the today de ni'.split(
    ' ',
  ),
);

/** Where "no pain" stands in a text: from its first to behind its last word. */
const noPainAt = (text: ScoreText): { readonly from: number; readonly to: number } | undefined => {
  for (let at = 0; at < text.tokens.length; at += 1) {
    const [first, second, third, fourth] = [0, 1, 2, 3].map((far) => text.tokens[at + far]?.text ?? '');
    const isDenied = none.test(first ?? '') || (first === 'pas' && /^(?:de|d)$/.test(second ?? ''));
    const start = isDenied ? (first === 'pas' ? at + 2 : at + 1) : undefined;
    if (start !== undefined) {
      const to = text.startsAt(start, 'pain-named');
      if (to !== undefined && !/^(?:no|sans)$/.test(text.tokens[at - 1]?.text ?? '')) return { from: at, to };
    }
    if (first === 'pain' && second === 'free') return { from: at, to: at + 2 };
    if (first === 'pain' && second === '-' && third === 'free') return { from: at, to: at + 3 };
    if (first === 'painfree') return { from: at, to: at + 1 };
    if (first === 'n' && second === 'ai' && third === 'pas' && fourth === 'mal') return { from: at, to: at + 4 };
  }
  return undefined;
};

const areHarmless = (text: ScoreText, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const token = text.tokens[at];
    if (token === undefined) return true;
    const name = text.longestFrom(at, harmless);
    if (name !== undefined) at = name.to - 1;
    else if (token.text === '?' || (token.kind !== 'mark' && !around.has(token.text))) return false;
  }
  return true;
};

/**
 * "No pain" and its like: `plain` if the text says nothing else, `doubtful` if a clause of its own says more ("no pain,
 * slept well"); undefined for other words ("no pain relief").
 */
export const readNoPain = (
  text: ScoreText,
): { readonly certainty: 'plain' | 'doubtful'; readonly yesterday: boolean } | undefined => {
  const found = noPainAt(text);
  if (found === undefined || !areHarmless(text, 0, found.from)) return undefined;
  const yesterdayTo = text.startsAt(found.to, 'yesterday');
  if (areHarmless(text, yesterdayTo ?? found.to, text.tokens.length))
    return { certainty: 'plain', yesterday: yesterdayTo !== undefined };
  let at = found.to;
  while (text.startsAt(at, 'right-now') !== undefined) at = text.startsAt(at, 'right-now') ?? at;
  const isParted = text.tokens[at]?.kind === 'mark' || text.isLineStart(at);
  return isParted ? { certainty: 'doubtful', yesterday: false } : undefined;
};
