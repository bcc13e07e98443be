import { writeFile } from 'node:fs/promises';
import { reportSheet } from '../functions/desk/report/report-sheet.ts';
import type { Desk } from '../shared/use-cases/desk/desk.ts';
import { lastMonth, reportInWords } from '../shared/use-cases/desk/report-in-words.ts';
import { inColumns } from './columns.ts';
import type { Outcome, Surroundings } from './outcome.ts';
import { UsageError } from './usage-error.ts';

/** `report 2026-11 --out file`. */
export interface ReportCommand {
  readonly name: 'report';
  /** Left out: the last month that is over. */
  readonly month?: string;
  readonly out?: string;
}

/**
 * The report that the words ask for; undefined if they ask for something else.
 * @throws UsageError
 */
export const readReportCommand = (
  [name, month, more]: readonly string[],
  { out }: { readonly out?: string | undefined },
): ReportCommand | undefined => {
  if (name !== 'report') return undefined;
  if (more !== undefined) throw new UsageError(`report takes no ${JSON.stringify(more)}`);
  return { name, ...(month === undefined ? {} : { month }), ...(out === undefined ? {} : { out }) };
};

/** Writes the month's report as a page to print, and shows its figures. */
export const runReport = async (
  desk: Pick<Desk, 'report'>,
  { month: said, out }: ReportCommand,
  { actor, progress, today }: Pick<Surroundings, 'actor' | 'progress' | 'today'>,
): Promise<Outcome> => {
  const month = said ?? lastMonth(today);
  const report = await desk.report(actor, month, progress);
  const file = out ?? `report-${month}.html`;
  await writeFile(file, reportSheet({ language: 'en', report, madeOn: today }));
  return {
    data: report,
    lines: [
      ...reportInWords('en', report, today).sections.flatMap(([heading, rows]) => [
        heading,
        ...inColumns(rows.map(([what, is]) => [`  ${what}`, is])),
      ]),
      '',
      `${file}: open it in a browser and print it, one page of A4. What the figures mean stands below them there.`,
    ],
  };
};
