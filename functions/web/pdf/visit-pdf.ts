import { loadPdfFonts, type PdfFonts } from '../../../shared/content/pdf-fonts.ts';
import type { LocalDate } from '../../../shared/domain/time/local-time.ts';
import { describeChart, mostDots } from '../pages/diary-chart.tsx';
import type { Reader } from '../pages/reader.ts';
import { dayNames, localeOf, numberNames } from '../pages/spoken.ts';
import { fill } from '../pages/texts/page-texts.ts';
import { daysIn, reachInWords, ruleSource, signed, type VisitDocument } from '../pages/visit-page.tsx';
import { chartFigure } from './chart-figure.ts';
import { paperOf } from './paper.ts';
import { body, facts, heading, inColumns, small } from './sheet-parts.ts';
import { createTaggedPage, type TaggedPage } from './tagged-page.ts';

interface VisitPdf {
  readonly reader: Reader;
  readonly document: VisitDocument;
  /** Epoch ms. */
  readonly madeAt: number;
}

/** The scales that are tried, in order, until the sheet fits its one page. */
const scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7];
const change = (page: TaggedPage, { reader: { texts }, document: { sheet } }: VisitPdf): void => {
  const { visit } = texts;
  const number = numberNames(texts.lang);
  const { fortnights } = sheet;
  heading(page, visit.changeTitle);
  if (fortnights) {
    const { first, last, percent } = fortnights;
    const told = fill(visit.change, {
      first: number(first),
      last: number(last),
      change: signed(texts, fortnights.change),
      percent: percent === undefined ? '' : fill(visit.percent, { percent: signed(texts, percent) }),
    });
    page.words('P', `${told} ${fortnights.isImportant ? visit.important : visit.unimportant}`, { size: body });
  } else {
    page.words('P', visit.noChange, { size: body });
  }
  page.words('P', visit.rule, { size: small, ink: 'soft' });
  page.words('Link', visit.source, { size: small, ink: 'accent', link: ruleSource });
};

const weeks = (page: TaggedPage, pdf: VisitPdf, dayName: (date: LocalDate) => string): void => {
  const { texts } = pdf.reader;
  const number = numberNames(texts.lang);
  heading(page, texts.visit.weeksTitle);
  const draws = pdf.document.sheet.weeks.map((week) => (x: number, width: number): void => {
    const mean = week.mean === undefined ? '–' : number(week.mean);
    const days = fill(texts.visit.weekDays, { count: String(week.daysReported), of: String(daysIn(week)) });
    page.group('LI', () =>
      page.group('LBody', () => {
        const y = page.y;
        page.words('Span', `${dayName(week.from)} – ${dayName(week.to)}`, { size: small, width: width * 0.5 }, x);
        const below = page.y;
        page.y = y;
        page.words('Span', mean, { size: small, bold: true, width: width * 0.15 }, x + width * 0.5);
        page.y = y;
        page.words('Span', days, { size: small, ink: 'soft', width: width * 0.35 }, x + width * 0.65);
        page.y = Math.max(below, page.y);
      }),
    );
  });
  page.group('L', () => inColumns(page, 2, draws, 'columns'));
};

const words = (
  page: TaggedPage,
  title: string,
  notes: VisitDocument['notes'],
  dayName: (date: LocalDate) => string,
) => {
  if (notes.length === 0) return;
  heading(page, title);
  page.group('L', () => {
    for (const { date, text } of notes) {
      page.group('LI', () => {
        const y = page.y;
        // Aligns small words with the line of the larger ones.
        page.y += page.scaled(body - small);
        page.words('Lbl', dayName(date), { size: small, ink: 'soft', width: page.scaled(64) });
        page.y = y;
        page.words('LBody', text, { size: body }, page.left + page.scaled(68));
      });
    }
  });
};

/** Draws lines on which a name can be written by hand. */
const byHand = (page: TaggedPage, { reader: { texts } }: VisitPdf): void => {
  page.y += page.scaled(8);
  inColumns(
    page,
    2,
    [texts.visit.name, texts.visit.born].map((title) => (x, width) => {
      page.words('P', title, { size: small, ink: 'soft', width }, x);
      const y = page.y + page.scaled(8);
      page.ornament(() => page.stroke(`M${x} ${y}L${x + width} ${y}`, 'line', 0.8));
      page.y = y + page.scaled(4);
    }),
    'rows',
  );
};

const draw = (pdf: VisitPdf, fonts: PdfFonts, scale: number) => {
  const { reader, document, madeAt } = pdf;
  const { texts } = reader;
  const { visit } = texts;
  const { sheet, notes, medicines } = document;
  const { country } = document.subscriber;
  const locale = { locale: localeOf(texts.lang, country), first: texts.diary.firstOfMonth };
  const fullDay = dayNames(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = dayNames(locale, { day: 'numeric', month: 'short' });
  const page = createTaggedPage({
    title: visit.title,
    lang: localeOf(texts.lang, country),
    madeAt,
    paper: paperOf(country),
    fonts,
    unprinted: texts.visit.unprinted,
    scale,
  });
  page.words('H1', visit.title, { size: 17, bold: true });
  page.words('P', fill(visit.period, { from: fullDay(sheet.from), to: fullDay(sheet.to) }), { size: body });
  page.words('P', visit.method, { size: small, ink: 'soft' });
  byHand(page, pdf);
  if (sheet.daysReported === 0) {
    page.words('P', visit.noScore, { size: 12 });
  } else {
    facts(page, texts, sheet);
    change(page, pdf);
    heading(page, texts.diary.chartTitle);
    const alt = describeChart({ texts, days: sheet.days, dayName: shortDay });
    chartFigure(page, { days: sheet.days, alt, dayName: shortDay });
    const caption = `${texts.diary.scale} ${sheet.days.length > mostDots ? texts.diary.weekLine : ''}`.trim();
    page.words('P', caption, { size: small, ink: 'soft' });
    weeks(page, pdf, shortDay);
  }
  for (const reached of sheet.reaches) {
    page.y += page.scaled(4);
    page.words('P', reachInWords(texts, reached), { size: body });
  }
  words(
    page,
    visit.signsTitle,
    notes.filter(({ isSign }) => isSign),
    shortDay,
  );
  words(
    page,
    visit.notesTitle,
    notes.filter(({ isSign }) => !isSign),
    shortDay,
  );
  if (medicines !== undefined) {
    heading(page, visit.medicinesTitle);
    page.words('P', medicines, { size: body });
  }
  page.y += page.scaled(8);
  page.words('P', visit.foot, { size: small, ink: 'soft' });
  return page.finish();
};

/** The sheet for a visit as one page of tagged PDF (PDF/UA-1), on the paper of its owner's country: what the page shows. */
export const visitPdf = async (pdf: VisitPdf): Promise<Buffer> => {
  const fonts = await loadPdfFonts();
  for (const scale of scales) {
    const { bytes, pages } = await draw(pdf, fonts, scale);
    if (pages === 1 || scale === scales.at(-1)) return bytes;
  }
  throw new RangeError('a sheet is tried at one scale at least');
};
