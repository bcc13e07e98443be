import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import type { LocalDate } from '../../../shared/domain/time/local-time.ts';
import type { VisitNote, VisitShare } from '../../../shared/domain/visit/visit-share.ts';
import type {
  FortnightChange,
  StretchScore,
  VisitSheet,
  WeeksOfReach,
} from '../../../shared/domain/visit/visit-sheet.ts';
import { DiaryChart } from './diary-chart.tsx';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { dayNames, localeOf, numberNames } from './spoken.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';
import { Fact } from './week-facts.tsx';

/** What the sheet for a visit shows. */
export interface VisitDocument {
  readonly subscriber: Pick<Subscriber, 'country'>;
  readonly sheet: VisitSheet;
  readonly notes: readonly (VisitNote & { readonly date: LocalDate })[];
  readonly medicines: VisitShare['medicines'];
  /** The last day on which the link works. */
  readonly lastDay: LocalDate;
}

/**
 * The source of the rule by which a change of pain counts as important to the person: Ostelo RWJG and others, Spine
 * 2008;33:90–94.
 */
export const ruleSource = 'https://doi.org/10.1097/BRS.0b013e31815e3a10';

/** A change with its sign, as the page's language writes numbers. */
export const signed = (texts: PageTexts, number: number): string => {
  const digits = numberNames(texts.lang)(Math.abs(number));
  if (number === 0) return digits;
  // U+2212, the true minus sign: a hyphen may be left at the end of a line, or read as a dash.
  return number < 0 ? `\u2212${digits}` : `+${digits}`;
};

const Facts = ({ texts, sheet }: { readonly texts: PageTexts; readonly sheet: VisitSheet }) => {
  const { visit, lang } = texts;
  const number = numberNames(lang);
  const { median, range, daysReported, days } = sheet;
  return (
    <dl class="facts">
      <Fact
        title={visit.days}
        figure={String(daysReported)}
        words={fill(visit.daysOf, { count: String(days.length) })}
      />
      <Fact
        title={visit.median}
        figure={median === undefined ? '–' : number(median)}
        words={median === undefined ? visit.none : visit.medianOf}
      />
      <Fact
        title={visit.range}
        figure={range ? `${number(range.lowest)}–${number(range.highest)}` : '–'}
        words={range ? visit.rangeOf : visit.none}
      />
    </dl>
  );
};

const Change = ({
  texts,
  fortnights,
}: {
  readonly texts: PageTexts;
  readonly fortnights: FortnightChange | undefined;
}) => {
  const { visit, lang } = texts;
  const number = numberNames(lang);
  const percent =
    fortnights?.percent === undefined ? '' : fill(visit.percent, { percent: signed(texts, fortnights.percent) });
  return (
    <section class="section">
      <h2>{visit.changeTitle}</h2>
      <p>
        {fortnights ? (
          <>
            {fill(visit.change, {
              first: number(fortnights.first),
              last: number(fortnights.last),
              change: signed(texts, fortnights.change),
              percent,
            })}{' '}
            <strong>{fortnights.isImportant ? visit.important : visit.unimportant}</strong>
          </>
        ) : (
          visit.noChange
        )}{' '}
        <span class="soft">
          {visit.rule}{' '}
          <a href={ruleSource} rel="noreferrer">
            {visit.source}
          </a>
          .
        </span>
      </p>
    </section>
  );
};

/** The number of days in a stretch. */
export const daysIn = ({ from, to }: StretchScore): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

const Weeks = ({
  texts,
  weeks,
  dayName,
}: {
  readonly texts: PageTexts;
  readonly weeks: readonly StretchScore[];
  readonly dayName: (date: LocalDate) => string;
}) => {
  const number = numberNames(texts.lang);
  return (
    <section class="section">
      <h2>{texts.visit.weeksTitle}</h2>
      <ol class="weeks">
        {weeks.map((week) => (
          <li>
            <span>
              {dayName(week.from)} – {dayName(week.to)}
            </span>
            <b>{week.mean === undefined ? '–' : number(week.mean)}</b>
            <span class="soft">
              {fill(texts.visit.weekDays, { count: String(week.daysReported), of: String(daysIn(week)) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** Says in how many weeks they walked, or did what they chose, as much as they wanted. */
export const reachInWords = ({ visit }: PageTexts, { activity, all, some, none }: WeeksOfReach): string => {
  const counts = { all: String(all), some: String(some), none: String(none) };
  return activity === undefined ? fill(visit.reach, counts) : fill(visit.reachOwn, { ...counts, activity });
};

const Words = ({
  title,
  notes,
  dayName,
}: {
  readonly title: string;
  readonly notes: VisitDocument['notes'];
  readonly dayName: (date: LocalDate) => string;
}) =>
  notes.length === 0 ? null : (
    <section class="section">
      <h2>{title}</h2>
      <ul class="said">
        {notes.map(({ date, text }) => (
          <li>
            <span class="soft">{dayName(date)}</span> {text}
          </li>
        ))}
      </ul>
    </section>
  );

/**
 * The sheet that a clinician reads or prints: one page of A4 or Letter. With `preview`, its owner looks at what it will
 * show.
 */
export const visitPage = ({
  reader,
  document,
  preview,
  pdf,
}: {
  readonly reader: Reader;
  readonly document: VisitDocument;
  /** The address its owner goes back to. */
  readonly preview?: string;
  /** The address of the same sheet as PDF. */
  readonly pdf?: string;
}): string => {
  const { texts } = reader;
  const { visit } = texts;
  const { sheet, notes, medicines, lastDay } = document;
  const words = { locale: localeOf(texts.lang, document.subscriber.country), first: texts.diary.firstOfMonth };
  const fullDay = dayNames(words, { day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = dayNames(words, { day: 'numeric', month: 'short' });
  return documentOf(
    <Layout reader={reader} title={visit.title} sheet>
      {preview === undefined ? null : (
        <p class="notice no-print">
          {texts.share.preview} <a href={preview}>{texts.share.backToLinks}</a>
        </p>
      )}
      <h1>{visit.title}</h1>
      <p>
        {fill(visit.period, { from: fullDay(sheet.from), to: fullDay(sheet.to) })}{' '}
        <span class="soft">{visit.method}</span>
      </p>
      <p class="by-hand">
        <span>{visit.name}</span>
        <span>{visit.born}</span>
      </p>
      {sheet.daysReported === 0 ? (
        <p class="lead">{visit.noScore}</p>
      ) : (
        <>
          <Facts texts={texts} sheet={sheet} />
          <Change texts={texts} fortnights={sheet.fortnights} />
          <section class="section">
            <h2>{texts.diary.chartTitle}</h2>
            <DiaryChart texts={texts} days={sheet.days} noted={new Set()} dayName={shortDay} />
          </section>
          <Weeks texts={texts} weeks={sheet.weeks} dayName={shortDay} />
        </>
      )}
      {sheet.reaches.map((weeks) => (
        <p class="section">{reachInWords(texts, weeks)}</p>
      ))}
      <Words title={visit.signsTitle} notes={notes.filter(({ isSign }) => isSign)} dayName={shortDay} />
      <Words title={visit.notesTitle} notes={notes.filter(({ isSign }) => !isSign)} dayName={shortDay} />
      {medicines === undefined ? null : (
        <section class="section">
          <h2>{visit.medicinesTitle}</h2>
          <p class="said">{medicines}</p>
        </section>
      )}
      {pdf === undefined ? null : (
        <p class="no-print">
          <a href={pdf}>{visit.pdf}</a>
        </p>
      )}
      <p class="section small soft">
        {visit.foot} <span class="no-print">{fill(visit.until, { date: fullDay(lastDay) })}</span>
      </p>
    </Layout>,
  );
};
