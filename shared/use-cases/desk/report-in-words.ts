import type { MonthReport, WaitForAnswer } from '../../domain/desk/month-report.ts';
import type { ShownCount } from '../../domain/desk/small-counts.ts';
import type { Language } from '../../domain/people/subscriber.ts';
import { minuteMs } from '../../domain/time/durations.ts';
import { englishReport, frenchReport, type ReportWords } from './report-words.ts';

const wordsIn: Readonly<Record<Language, ReportWords>> = { en: englishReport, fr: frenchReport };

/** A wait as people say it: "25 min", "14 h 5 min". */
export const waitInWords = (ms: number): string => {
  const minutes = Math.round(ms / minuteMs);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
};

const signed = (points: number, point: ReportWords['point']): string => {
  const text = Math.abs(points).toFixed(1).replace('.', point);
  if (Number(Math.abs(points).toFixed(1)) === 0) return text;
  return `${points < 0 ? '\u2212' : '+'}${text}`;
};

/** The change in pain and its interval, in words. */
export const painInWords = (
  language: Language,
  { people, mean, from, to }: NonNullable<MonthReport['pain']>,
): string => {
  const { pain, point } = wordsIn[language];
  return pain.figure(signed(mean, point), signed(from, point), signed(to, point), people);
};

type Row = readonly [what: string, figure: string];

/** A report as the command line and the desk's page show it. */
export interface ReportInWords {
  readonly title: string;
  readonly period: string;
  /** Each section's rows, by its heading. */
  readonly sections: readonly (readonly [heading: string, rows: readonly Row[]])[];
  readonly notes: readonly string[];
}

/** The month's report in words. `madeOn` is today's date. */
export const reportInWords = (language: Language, report: MonthReport, madeOn: string): ReportInWords => {
  const words = wordsIn[language];
  const { reach, reporting, delivery, leaving, redFlags: flagWords } = words;
  const { month, withUs, joined, reported, medianDays, atEnd, tips, redFlags, pain } = report;
  const shown = (count: ShownCount): string => (count === undefined ? words.hidden : String(count));
  /** A count with its share of the total, where neither is hidden. */
  const share = (count: ShownCount, all: ShownCount): string =>
    count === undefined || all === undefined || all === 0
      ? shown(count)
      : `${count} (${Math.round((100 * count) / all)}\u00a0%)`;
  const waits = (part: keyof WaitForAnswer): string => {
    if (redFlags?.wait) return waitInWords(redFlags.wait[part]);
    return redFlags?.all === 0 ? words.none : words.hidden;
  };
  const monthName = new Date(`${month.first}T00:00Z`).toLocaleDateString(words.locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const isRunning = madeOn <= month.last;
  const period = words.period(month.first, month.last, madeOn);
  const tipRows = (['arrived', 'onItsWay', 'didNotArrive', 'inDoubt', 'notSent'] as const).map(
    (fate): Row => [delivery[fate], share(tips[fate], tips.all)],
  );
  return {
    title: `Backbeat${language === 'fr' ? '\u00a0:' : ':'} ${monthName}`,
    period: isRunning ? `${period} ${words.running}` : period,
    sections: [
      [
        reach.heading,
        [
          [reach.withUs, String(withUs)],
          [reach.joined, share(joined, withUs)],
        ],
      ],
      [
        reporting.heading,
        [
          [reporting.reported, share(reported, withUs)],
          [reporting.median, shown(medianDays)],
        ],
      ],
      [delivery.heading, [[delivery.due, shown(tips.all)], ...tipRows]],
      [
        isRunning ? leaving.soFar : leaving.heading,
        [
          [leaving.withUs, share(atEnd.withUs, withUs)],
          [leaving.themselves, share(atEnd.themselves, withUs)],
          [leaving.provider, share(atEnd.provider, withUs)],
        ],
      ],
      [
        flagWords.heading,
        redFlags === undefined
          ? [[flagWords.notTold, '']]
          : [
              [flagWords.all, shown(redFlags.all)],
              [flagWords.acknowledged, share(redFlags.acknowledged, redFlags.all)],
              [flagWords.median, waits('median')],
              [flagWords.ninth, waits('ninth')],
            ],
      ],
      [words.pain.heading, [[words.pain.change, pain ? painInWords(language, pain) : words.hidden]]],
    ],
    notes: words.notes,
  };
};

/** The last month that is over on a day. */
export const lastMonth = (today: string): string => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
};
