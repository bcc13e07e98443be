import { measureScheduler } from '../../../bench/measure-scheduler.ts';
import { assemblePerformance, keepSection } from '../../../bench/results-file.ts';
import { renderLoad, renderScheduler } from '../../../bench/write-performance.ts';
import { type LoadOptions, runLoad } from './run-load.ts';

const bar = (share: number): string => `[${'#'.repeat(Math.round(share * 40)).padEnd(40, '.')}]`;

/**
 * One day of so many subscribers and, beside it, of a tenth as many, and the scheduler's work with ten times as many
 * people who are not due; printed, and put into docs/performance.md. False if somebody was left without an outcome.
 */
export const printLoad = async (
  people: number,
  options: Omit<LoadOptions, 'progress' | 'crowd'> = {},
): Promise<boolean> => {
  const reports = [];
  for (const crowd of [Math.round(people / 10), people]) {
    const progress = (share: number): void => {
      if (process.stderr.isTTY) process.stderr.write(`\r${bar(share)} a day of ${crowd} people `);
    };
    reports.push(await runLoad(crowd, { ...options, progress }));
    if (process.stderr.isTTY) process.stderr.write('\n');
  }
  const ticks = await measureScheduler();
  const [load, scheduler] = [renderLoad(reports), renderScheduler(ticks)];
  console.log(`${load}\n\n${scheduler}`);
  keepSection('load', load);
  keepSection('scheduler', scheduler);
  assemblePerformance();
  return reports.every(({ withoutOutcome, sms, email }) => withoutOutcome + sms.doubled + email.doubled === 0);
};
