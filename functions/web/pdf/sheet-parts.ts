import type { VisitSheet } from '../../../shared/domain/visit/visit-sheet.ts';
import { numberNames } from '../pages/spoken.ts';
import { fill, type PageTexts } from '../pages/texts/page-texts.ts';
import type { TaggedPage } from './tagged-page.ts';

/** The sizes of what is read, in points. */
export const body = 10;
/** The size of what stands beside it, in points. */
export const small = 8.5;

/** Sections and their headings, as far apart as on the page. */
export const heading = (page: TaggedPage, words: string): void => {
  page.y += page.scaled(9);
  page.words('H2', words, { size: 12, bold: true });
  page.y += page.scaled(1);
};

/** Pieces side by side in columns, read row by row; each draws itself at its place. */
export const inColumns = (
  page: TaggedPage,
  count: number,
  draws: readonly ((x: number, width: number) => void)[],
  across: 'rows' | 'columns',
): void => {
  const gap = page.scaled(16);
  const width = (page.width - gap * (count - 1)) / count;
  const rows = Math.ceil(draws.length / count);
  const top = page.y;
  let [bottom, y] = [top, top];
  for (const [index, draw] of draws.entries()) {
    const column = across === 'rows' ? index % count : Math.floor(index / rows);
    if (across === 'rows' || index % rows === 0) y = top;
    page.y = y;
    draw(page.left + column * (width + gap), width);
    y = page.y;
    bottom = Math.max(bottom, y);
  }
  page.y = bottom;
};

/** How many days were noted, their median, and the range, in large figures. */
export const facts = (page: TaggedPage, texts: PageTexts, sheet: VisitSheet): void => {
  const { visit } = texts;
  const number = numberNames(texts.lang);
  const { median, range } = sheet;
  const told = [
    [visit.days, String(sheet.daysReported), fill(visit.daysOf, { count: String(sheet.days.length) })],
    [visit.median, median === undefined ? '–' : number(median), median === undefined ? visit.none : visit.medianOf],
    [visit.range, range ? `${number(range.lowest)}–${number(range.highest)}` : '–', range ? visit.rangeOf : visit.none],
  ] as const;
  page.y += page.scaled(8);
  page.group('L', () =>
    inColumns(
      page,
      told.length,
      told.map(
        ([title, figure, words]) =>
          (x, width) =>
            page.group('LI', () => {
              page.words('Lbl', title, { size: small, ink: 'soft', width }, x);
              page.group('LBody', () => {
                page.words('Span', figure, { size: 18, bold: true, width }, x);
                page.words('Span', words, { size: small, ink: 'soft', width }, x);
              });
            }),
      ),
      'rows',
    ),
  );
};
