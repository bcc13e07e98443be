import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

/** A run of tokens; `to` is exclusive. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** The words around a number that may tell of it. */
export interface Regions {
  readonly before: Region;
  readonly behind: Region;
}

/** The words that tell whose a number is, or of which day, stand within this many tokens. */
const farthest = 24;

/** Whether a "so" is part of "so much" and begins no new thought: "if I so much as reach for it". */
const isSoMuch = ({ tokens }: ScoreText, at: number): boolean =>
  tokens[at - 1]?.text === 'so' && /^(?:much|long|far)$/.test(tokens[at]?.text ?? '');

/** The sentence around a number: back to its start or to a "but", and on to its end. */
export const regionsOf = (text: ScoreText, number: NumberSpan): Regions => {
  const { tokens } = text;
  const sentence = tokens[number.from]?.sentence;
  let from = number.from;
  while (
    from > 0 &&
    number.from - from < farthest &&
    tokens[from - 1]?.sentence === sentence &&
    (text.endsAt(from, 'clause-start') === undefined || isSoMuch(text, from))
  )
    from -= 1;
  let to = number.to;
  while (to < tokens.length && to - number.to < farthest && tokens[to]?.sentence === sentence) to += 1;
  return { before: { from, to: number.from }, behind: { from: number.to, to } };
};

/** Whether words of this class stand in a region, and in the given clause if there is one. */
export const holds = (text: ScoreText, region: Region, name: WordClass, clause?: number): boolean => {
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, name);
    if (
      to !== undefined &&
      to <= region.to &&
      !text.isInIdiom(at, to) &&
      (clause === undefined || text.tokens[at]?.clause === clause)
    )
      return true;
  }
  return false;
};

/** Words between a number and the day or person that it belongs to: "yesterday it was a 6", "6 - that was for yesterday". */
export const leadWords: ReadonlySet<string> = new Set(
  `that thats this it its was is for on of in from the score i mean meant my pain ce le la de pour pr en du au c est cetait etait
  soir journee was but mais and et would have said put please a an un une note d l back dos douleur mal jdis je mets met mettez dis
  mettre marque was level des to log had would call give gave send forgot at ja n`.split(/\s+/),
);
