import type { Ink, TaggedPage } from './tagged-page.ts';

const size = 9;
const gap = 8;
const below = 3;

/** A column: what it is called, and its share of the page's width. */
export interface Column {
  readonly title: string;
  readonly share: number;
}

/** A cell of a table. */
export interface Cell {
  /** Paragraphs; none: the cell is empty. */
  readonly words: readonly string[];
  readonly bold?: boolean;
  readonly ink?: Ink;
}

/** Draws a row of such cells; the first says what the row is about. */
type DrawRow = (...cells: readonly Cell[]) => void;

/**
 * A table: its head in cells that name what stands below them, once for whoever hears it and drawn again on each page that
 * it goes on to. A row stays on one page, unless it is longer than half of one: then each of its paragraphs does.
 */
export const drawTable = (page: TaggedPage, columns: readonly Column[], fill: (row: DrawRow) => void): void => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const width = page.width - gap * (columns.length - 1);
  const widths = columns.map(({ share }) => (width * share) / shares);
  const places = widths.map((_, at) => page.left + widths.slice(0, at).reduce((sum, each) => sum + each + gap, 0));

  /** Puts pieces side by side and goes on below the longest; a piece that reached another page is the longest. */
  const beside = (draws: readonly ((x: number, width: number) => void)[]): void => {
    const top = page.y;
    const number = page.number;
    let bottom = { number, y: top };
    for (const [at, draw] of draws.entries()) {
      if (page.number === number) page.y = top;
      draw(places[at] ?? page.left, widths[at] ?? page.width);
      const isLower = page.number > bottom.number || page.y > bottom.y;
      if (isLower) bottom = { number: page.number, y: page.y };
    }
    page.y = bottom.y + below;
  };
  const rule = (): void => {
    const y = page.y - below / 2;
    page.ornament(() => page.stroke(`M${page.left} ${y}L${page.left + page.width} ${y}`, 'line', 0.5));
    page.y += below / 2;
  };
  const headAgain = (): void => {
    const y = page.y;
    page.ornament(() => {
      for (const [at, { title }] of columns.entries())
        page.label(title, places[at] ?? page.left, y, size, 'left', widths[at] ?? page.width);
    }, 'Pagination');
    page.y = y + page.heightOf(columns[0]?.title ?? '', { size }) + below;
    rule();
  };
  /** Room for a piece of this table; on another page its head stands first. */
  const makeRoom = (height: number): void => {
    if (page.makeRoom(height)) headAgain();
  };

  const heightsOf = ({ words, bold = false }: Cell, at: number): readonly number[] =>
    words.map((said) => page.heightOf(said, { size, bold, width: widths[at] ?? page.width }));
  const sumOf = (heights: readonly number[]): number => heights.reduce((sum, each) => sum + each, 0);

  const row: DrawRow = (...cells) => {
    const heights = cells.map(heightsOf);
    const whole = Math.max(...heights.map(sumOf)) + below;
    const isLong = whole > page.height / 2;
    const begins = Math.max(...heights.map(([first = 0]) => first)) + below;
    makeRoom(Math.min(isLong ? begins : whole, page.height));
    page.group('TR', () =>
      beside(
        cells.map(({ words, bold = false, ink = 'ink' }, at) => (x, columnWidth) => {
          const setting = { size, bold, ink, width: columnWidth };
          const [only, second] = words;
          if (at === 0) page.words('TH', only ?? '', { ...setting, scope: 'Row' }, x);
          else if (only !== undefined && second === undefined) page.words('TD', only, setting, x);
          else
            page.group('TD', () => {
              for (const [index, said] of words.entries()) {
                if (isLong) makeRoom(heights[at]?.[index] ?? 0);
                page.words('P', said, setting, x);
              }
            });
        }),
      ),
    );
    rule();
  };

  page.group('Table', () => {
    page.group('THead', () =>
      page.group('TR', () =>
        beside(
          columns.map(
            ({ title }) =>
              (x, columnWidth) =>
                page.words('TH', title, { size, ink: 'soft', width: columnWidth, scope: 'Column' }, x),
          ),
        ),
      ),
    );
    rule();
    page.group('TBody', () => fill(row));
  });
};
