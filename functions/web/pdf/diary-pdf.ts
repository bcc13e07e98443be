import { loadPdfFonts } from '../../../shared/content/pdf-fonts.ts';
import { type DayScore, weekSummary } from '../../../shared/domain/diary/diary-statistics.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { addDays, type LocalDate } from '../../../shared/domain/time/local-time.ts';
import { diaryRow } from '../../../shared/exports/diary-document.ts';
import type { DiaryBook } from '../diary-book.ts';
import { describeChart } from '../pages/diary-chart.tsx';
import type { Reader } from '../pages/reader.ts';
import { dayNames, localeOf, numberNames, timeNames } from '../pages/spoken.ts';
import { fill, type PageTexts } from '../pages/texts/page-texts.ts';
import { daysIn } from '../pages/visit-page.tsx';
import { chartFigure } from './chart-figure.ts';
import { paperOf } from './paper.ts';
import { body, facts, heading, small } from './sheet-parts.ts';
import { createTaggedPage, type TaggedPage } from './tagged-page.ts';
import { type Cell, drawTable } from './tagged-table.ts';

interface DiaryPdf {
  readonly reader: Reader;
  readonly subscriber: Pick<Subscriber, 'country' | 'zone'>;
  readonly book: DiaryBook;
  /** Epoch ms. */
  readonly madeAt: number;
}

/** Half a year has room for its days in one chart; a rest of less than a month stands with the half year before. */
const chartDays = 182;
const shortestChart = 28;

/** How things are said to one person. */
interface Names {
  readonly texts: PageTexts;
  readonly number: (score: number) => string;
  readonly time: (time: string) => string;
  readonly fullDay: (date: LocalDate) => string;
  readonly shortDay: (date: LocalDate) => string;
  readonly weekday: (date: LocalDate) => string;
  readonly month: (date: LocalDate) => string;
}

const namesFor = (texts: PageTexts, country: string): Names => {
  const words = { locale: localeOf(texts.lang, country), first: texts.diary.firstOfMonth };
  return {
    texts,
    number: numberNames(texts.lang),
    time: timeNames(texts.lang, country),
    fullDay: dayNames(words, { day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: dayNames(words, { day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: dayNames(words, { weekday: 'short', day: 'numeric', month: 'short' }),
    month: dayNames(words, { month: 'long', year: 'numeric' }),
  };
};

const cell = (...words: readonly string[]): Cell => ({ words });
const soft = (...words: readonly string[]): Cell => ({ words, ink: 'soft' });
const bold = (...words: readonly string[]): Cell => ({ words, bold: true });

/** A section of the document, which the list of contents leads to. */
const section = (page: TaggedPage, title: string, room: number): void => {
  page.makeRoom(page.scaled(room));
  page.bookmark(title);
  heading(page, title);
};

/** The days of a diary, half a year for a chart, oldest first; counted back from the last, as its weeks are. */
const chartsOf = (days: readonly DayScore[]): readonly (readonly DayScore[])[] => {
  const charts: (readonly DayScore[])[] = [];
  let end = days.length;
  while (end > 0) {
    const from = end - chartDays < shortestChart ? 0 : end - chartDays;
    charts.unshift(days.slice(from, end));
    end = from;
  }
  return charts;
};

const charts = (page: TaggedPage, { book }: DiaryPdf, { texts, shortDay, fullDay }: Names): void => {
  const noted = new Set(book.entries.flatMap(({ date, note }) => (note === null ? [] : [date])));
  section(page, texts.diary.chartTitle, 200);
  for (const days of chartsOf(book.sheet.days)) {
    const [from, to] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
    page.makeRoom(page.scaled(170));
    page.words('P', fill(texts.book.days, { from: fullDay(from), to: fullDay(to) }), { size: small, bold: true });
    chartFigure(page, { days, alt: describeChart({ texts, days, dayName: shortDay }), dayName: shortDay, noted });
    page.y += page.scaled(4);
  }
  const marks = noted.size > 0 ? ` ${texts.diary.notedMark}` : '';
  page.words('P', `${texts.diary.scale} ${texts.diary.weekLine}${marks}`, { size: small, ink: 'soft' });
};

const weeklyMeans = (page: TaggedPage, { book }: DiaryPdf, { texts, number, shortDay }: Names): void => {
  section(page, texts.visit.weeksTitle, 70);
  const columns = [
    { title: texts.book.week, share: 5 },
    { title: texts.book.mean, share: 2 },
    { title: texts.book.daysNoted, share: 3 },
  ];
  drawTable(page, columns, (row) => {
    for (const week of book.sheet.weeks) {
      row(
        cell(`${shortDay(week.from)} – ${shortDay(week.to)}`),
        week.mean === undefined ? soft(texts.diary.noScore) : bold(number(week.mean)),
        soft(fill(texts.visit.weekDays, { count: String(week.daysReported), of: String(daysIn(week)) })),
      );
    }
  });
};

/** What was answered about each week and each walk, beside the pain of the seven days before. */
const answers = (page: TaggedPage, { book }: DiaryPdf, { texts, number, shortDay }: Names): void => {
  const { diary } = texts;
  const pain = (date: LocalDate): Cell => {
    const { mean } = weekSummary(book.entries, addDays(date, -1));
    return mean === undefined ? soft(diary.noScore) : bold(number(mean));
  };
  if (book.weeks.length > 0) {
    section(page, texts.book.weeksTitle, 90);
    page.words('P', texts.book.weeksText, { size: small, ink: 'soft' });
    const columns = [
      { title: diary.weekUntil, share: 3 },
      { title: diary.weekPain, share: 2 },
      { title: diary.weekReach, share: 5 },
    ];
    drawTable(page, columns, (row) => {
      for (const { date, reach, activity = diary.weekWalking } of book.weeks)
        row(cell(shortDay(addDays(date, -1))), pain(date), cell(`${activity}, ${diary.reaches[reach]}`));
    });
  }
  if (book.walks.length > 0) {
    section(page, texts.book.walksTitle, 70);
    const columns = [
      { title: diary.walkDate, share: 3 },
      { title: diary.weekPain, share: 2 },
      { title: diary.walkMinutes, share: 5 },
    ];
    drawTable(page, columns, (row) => {
      for (const { date, minutes } of book.walks) row(cell(shortDay(date)), pain(date), cell(number(minutes)));
    });
  }
};

const goals = (page: TaggedPage, { book }: DiaryPdf, { texts, shortDay }: Names): void => {
  if (book.goals.length === 0) return;
  section(page, texts.book.goalsTitle, 70);
  const columns = [
    { title: texts.book.goalSet, share: 2 },
    { title: texts.book.goal, share: 5 },
    { title: texts.book.goalState, share: 3 },
  ];
  drawTable(page, columns, (row) => {
    for (const { date, words, state, lastDate } of book.goals) {
      const states = {
        open: fill(texts.book.goalOpen, { date: shortDay(lastDate) }),
        done: fill(texts.diary.goalDone, { date: shortDay(lastDate) }),
        replaced: texts.diary.goalLeft,
      };
      row(cell(shortDay(date)), cell(words), soft(states[state]));
    }
  });
};

/** French names of months begin small, headings large. */
const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** Every score and all words, a table a month. */
const entries = (page: TaggedPage, { book, subscriber }: DiaryPdf, { texts, number, time, ...names }: Names): void => {
  const { diary } = texts;
  section(page, diary.entries, 90);
  if (book.older > 0) page.words('P', fill(texts.book.older, { count: number(book.older) }), { size: body });
  const columns = [
    { title: texts.book.day, share: 17 },
    { title: texts.book.told, share: 25 },
    { title: diary.score, share: 13 },
    { title: texts.book.words, share: 45 },
  ];
  for (const [month, told] of Map.groupBy(book.entries, ({ date }) => date.slice(0, 7))) {
    const title = capitalised(names.month(`${month}-02`));
    page.makeRoom(page.scaled(70));
    page.y += page.scaled(6);
    page.words('H3', title, { size: 10.5, bold: true });
    drawTable(page, columns, (row) => {
      for (const entry of told) {
        const { date, score, note, channel, status, ...said } = diaryRow(entry, subscriber.zone);
        const at = said.time === null ? [] : [time(said.time)];
        row(
          cell(names.weekday(date)),
          soft([...at, diary.by[channel]].join(', ')),
          score === null ? soft(diary.noScore) : bold(number(score)),
          cell(...(note?.split('\n') ?? []), ...(status === 'amended' ? [`(${diary.amended})`] : [])),
        );
      }
    });
  }
};

/** A whole diary as tagged PDF (PDF/UA-1) of as many pages as it takes, on the paper of its owner's country. */
export const diaryPdf = async (pdf: DiaryPdf): Promise<Buffer> => {
  const { reader, subscriber, book, madeAt } = pdf;
  const { texts } = reader;
  const { country } = subscriber;
  const { sheet } = book;
  const names = namesFor(texts, country);
  const period = { from: names.fullDay(book.entries[0]?.date ?? sheet.from), to: names.fullDay(sheet.to) };
  const page = createTaggedPage({
    title: texts.book.title,
    lang: localeOf(texts.lang, country),
    madeAt,
    paper: paperOf(country),
    fonts: await loadPdfFonts(),
    unprinted: texts.visit.unprinted,
    scale: 1,
    foot: (number, pages) => [
      fill(texts.book.foot, { ...period, title: texts.book.title }),
      fill(texts.book.page, { page: String(number), pages: String(pages) }),
    ],
  });
  page.group('Document', () => {
    page.words('H1', texts.book.title, { size: 17, bold: true });
    page.words('P', fill(texts.visit.period, period), { size: body });
    page.words('P', `${texts.visit.method} ${texts.book.private}`, { size: small, ink: 'soft' });
    if (sheet.daysReported > 0) {
      facts(page, texts, sheet);
      charts(page, pdf, names);
      weeklyMeans(page, pdf, names);
    }
    answers(page, pdf, names);
    goals(page, pdf, names);
    if (book.entries.length > 0) entries(page, pdf, names);
    else page.words('P', texts.visit.empty, { size: body });
    page.makeRoom(page.scaled(20));
    page.y += page.scaled(8);
    page.words('P', texts.visit.foot, { size: small, ink: 'soft' });
  });
  return (await page.finish()).bytes;
};
