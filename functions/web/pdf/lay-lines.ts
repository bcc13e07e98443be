import bidiFactory from 'bidi-js/dist/bidi.mjs';
import { memoize } from '../../../shared/domain/memoize.ts';
import type { Face } from './fit-words.ts';

/** Words in one font and one direction, which stand beside each other on a line. */
export interface Run {
  /** In the order in which they are read: the font turns what is written from the right. */
  readonly words: string;
  readonly face: Face;
  readonly width: number;
}

/** A line, its runs from left to right. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Lines, and whether they begin at the right. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly isRtl: boolean;
}

/** Units that stay together on a line, how wide their letters are, and how wide with the blanks behind them. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly inked: number;
  readonly whole: number;
}

const bidi = memoize(() => bidiFactory());
const isOdd = (level: number | undefined): boolean => (level ?? 0) % 2 === 1;

/**
 * Breaks words of several scripts into lines, and puts each line's runs into the order in which they stand on paper
 * (Unicode's bidirectional algorithm, UAX #9: Arabic and Hebrew run from the right, numbers and Latin words in them from
 * the left). `faces` has the font of each UTF-16 unit; `widthOf` measures a run.
 */
export const layLines = (
  words: string,
  faces: readonly Face[],
  widthOf: (words: string, face: Face) => number,
  width: number,
): Lines => {
  const embedding = bidi().getEmbeddingLevels(words);
  const { levels } = embedding;
  const mirrored = bidi().getMirroredCharactersMap(words, levels);

  const runOf = (units: readonly number[]): Run => {
    const [first = 0] = units;
    const face = faces[first] ?? 'own';
    const inOrder = isOdd(levels[first]) ? [...units].reverse() : units;
    const read = inOrder.map((at) => mirrored.get(at) ?? words.charAt(at)).join('');
    // A font turns a run by its letters; one of stops and blanks alone has none.
    const isTurned = isOdd(levels[first]) && !/[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(read);
    const set = isTurned ? [...read].reverse().join('') : read;
    return { words: set, face, width: widthOf(set, face) };
  };
  /** Whether a unit stands on paper right behind another in one run. */
  const goesOn = (before: number | undefined, at: number): boolean =>
    before !== undefined &&
    levels[before] === levels[at] &&
    faces[before] === faces[at] &&
    at - before === (isOdd(levels[at]) ? -1 : 1);
  /** What stands from one unit to another, without the blanks at its ends. */
  const lineOf = (from: number, to: number): Line => {
    const said = words.slice(from, to);
    const start = from + said.length - said.trimStart().length;
    const end = from + said.trimEnd().length;
    if (start >= end) return { runs: [], width: 0 };
    const groups: number[][] = [];
    // All units are given back, and those of this line turned.
    for (const at of bidi()
      .getReorderedIndices(words, embedding, start, end - 1)
      .slice(start, end)) {
      const last = groups.at(-1);
      if (last && goesOn(last.at(-1), at)) last.push(at);
      else groups.push([at]);
    }
    const runs = groups.map(runOf);
    return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
  };

  /** How wide units are, whatever their order: measured once a word, because lines are tried word by word. */
  const measure = (from: number, to: number): number => {
    let [sum, start] = [0, from];
    for (let at = from + 1; at <= to; at += 1) {
      if (at < to && faces[at] === faces[start]) continue;
      sum += widthOf(words.slice(start, at), faces[start] ?? 'own');
      start = at;
    }
    return sum;
  };
  /** A word, or a part of one that is wider than a line, with the blanks behind it. */
  const piecesOf = (from: number, to: number): readonly Piece[] => {
    const end = from + words.slice(from, to).trimEnd().length;
    const inked = measure(from, end);
    if (end - from > 1 && inked > width) {
      const middle = (from + end) >> 1;
      return [...piecesOf(from, middle), ...piecesOf(middle, to)];
    }
    return [{ from, to, inked, whole: inked + (end < to ? measure(end, to) : 0) }];
  };
  const wordEnds = [...words.matchAll(/ +|$/g)].map(({ index, 0: blanks }) => index + blanks.length);
  const pieces = wordEnds.flatMap((end, at) => piecesOf(wordEnds[at - 1] ?? 0, end));

  const lines: Line[] = [];
  let [start, taken] = [0, 0];
  for (const { from, inked, whole } of pieces) {
    if (from > start && taken + inked > width) {
      lines.push(lineOf(start, from));
      [start, taken] = [from, 0];
    }
    taken += whole;
  }
  if (start < words.length) lines.push(lineOf(start, words.length));
  return { lines, isRtl: isOdd(embedding.paragraphs[0]?.level) };
};
