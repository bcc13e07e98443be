import { findAttribution, type QuoteStart } from './attribution.ts';
import { findHeaderBlock, rule } from './header-block.ts';
import { isBlank, isMarked } from './lines.ts';

/** The lines of a message, separated by who wrote them. */
export interface Unquoted {
  /** The writer's own lines. */
  readonly own: readonly string[];
  /** The lines of somebody else, with their quotation marks. */
  readonly quoted: readonly string[];
}

const firstOf = (starts: readonly (QuoteStart | undefined)[]): QuoteStart | undefined =>
  starts.reduce((first, start) => (start && (!first || start.line < first.line) ? start : first), undefined);

/** Removes the line that some programs draw above what they quote. */
const withoutRule = (lines: readonly string[]): readonly string[] => {
  const last = lines.findLastIndex((line) => line !== '');
  return rule.test(lines[last] ?? '') ? lines.slice(0, last) : lines;
};

/**
 * Separates the writer's lines from the mail that they quote. Lines below or between quoted lines are the writer's only if
 * the quote is marked with `>` and nothing stands above it, as with people who answer at the bottom. Otherwise they cannot
 * be told from the quote.
 */
export const withoutQuotedText = (lines: readonly string[]): Unquoted => {
  const marked = lines.findIndex(isMarked);
  const start = firstOf([
    findHeaderBlock(lines),
    findAttribution(lines),
    marked === -1 ? undefined : { line: marked, before: '', next: marked },
  ]);
  if (start === undefined) return { own: lines, quoted: [] };
  const above = withoutRule([...lines.slice(0, start.line), start.before]);
  const below = lines.slice(start.line);
  if (!isBlank(above)) return { own: above, quoted: start.before === '' ? below : below.slice(1) };
  // Marks that begin farther below belong to a quote within the quote.
  if (!isMarked(lines[start.next] ?? '')) return { own: [], quoted: below };
  const introduction = lines.slice(start.line, start.next);
  const after = lines.slice(start.next);
  return { own: after.filter((line) => !isMarked(line)), quoted: [...introduction, ...after.filter(isMarked)] };
};
