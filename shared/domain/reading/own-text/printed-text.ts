/** Everything that we print in our messages, so that it can be told from what somebody wrote. */
export interface PrintedText {
  /** Removes our words from a text, wherever a mail program has broken the lines. */
  readonly removeFrom: (text: string) => string;
}

/**
 * So many of our words in a row are no coincidence. A shorter run could be a person's ("numb between my legs"); a longer
 * one would miss short sentences.
 */
const run = 5;

const word = /[\p{L}\p{N}]+/gu;
const fold = (said: string): string => said.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const wordsOf = (text: string): readonly string[] => fold(text).match(word) ?? [];

const address = /(?:https?:\/\/|www\.)[^\s>)\]]{1,2000}|[^\s<>]{1,64}@[^\s<>]{1,255}/g;
/** A placeholder in a printed text: `{time}`, `{{title}}`. */
const gap = /\{\{?[\w]+\}?\}|\n/;

const startsOfRuns = (words: readonly string[]): readonly string[] =>
  words.slice(0, Math.max(0, words.length - run + 1)).map((_, at) => words.slice(at, at + run).join(' '));

/** `texts` is what we print, with its placeholders. */
export const createPrintedText = (texts: readonly string[]): PrintedText => {
  const runs = new Set<string>();
  const lines = new Set<string>();
  for (const text of texts) {
    for (const start of startsOfRuns(wordsOf(text.replaceAll('\n', ' ').replace(address, ' ')))) runs.add(start);
    for (const part of text.split(gap)) {
      const words = wordsOf(part.replace(address, ' '));
      lines.add(words.join(' '));
      for (const start of startsOfRuns(words)) runs.add(start);
    }
  }

  const withoutLines = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.replace(/^(?:>\s?)+/, '').replace(address, ' '))
      .map((line) => (lines.has(wordsOf(line).join(' ')) ? '' : line))
      .join('\n');

  const withoutRuns = (text: string): string => {
    const said = [...text.matchAll(word)].map(({ index, 0: written }) => ({
      from: index,
      to: index + written.length,
      word: fold(written),
    }));
    const words = said.map((token) => token.word);
    const ours = new Set<number>();
    for (const [at, start] of startsOfRuns(words).entries()) {
      if (runs.has(start)) for (let next = at; next < at + run; next += 1) ours.add(next);
    }
    let kept = '';
    let end = 0;
    for (const [at, { from, to }] of said.entries()) {
      kept += text.slice(end, from);
      if (!ours.has(at)) kept += text.slice(from, to);
      end = to;
    }
    return kept + text.slice(end);
  };

  return {
    removeFrom: (text) =>
      withoutLines(withoutRuns(text.replace(/^(?:>\s?)+/gm, '').replace(address, ' ')))
        .split('\n')
        .filter((line) => /[\p{L}\p{N}]/u.test(line))
        .join('\n'),
  };
};
