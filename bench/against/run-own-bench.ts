import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { measureLedger } from '../measure-ledger.ts';
import type { makeTableTemplate } from '../peers/backbeat-table.ts';
import type { measureEngine } from '../peers/measure-engine.ts';
import type { measureReplies } from '../peers/measure-replies.ts';
import type { measureRun } from '../peers/measure-run.ts';
import type { startProvider } from '../peers/provider.ts';

// node run-own-bench.ts <checkout> <what>: the bench of that checkout itself, whose stores, functions and items are its own,
// in a process of its own. The files that are loaded have kept their names and their protocol since fef5239.

const [checkout = '', what = ''] = process.argv.slice(2);

const exported = <Value>() => z.custom<Value>((value) => typeof value === 'function');
const load = async <Shape extends z.ZodRawShape>(file: string, shape: Shape) =>
  z.object(shape).parse({ ...(await import(pathToFileURL(join(checkout, 'bench', file)).href)) });

const due = 20_000;
const delayMs = 50;
const replies = 4_000;
const repliesAPerson = 5;

type Ledger = Awaited<ReturnType<typeof measureLedger>>;
type OwnLedger = Pick<Ledger, 'tip' | 'receipt'> & Partial<Pick<Ledger, 'underWay'>>;

/** Does something on a table of so many people who are due. */
const withTable = async <Value>(
  people: number,
  work: (table: Awaited<ReturnType<typeof makeTableTemplate>>) => Promise<Value>,
): Promise<Value> => {
  const { makeTableTemplate: make } = await load('peers/backbeat-table.ts', {
    makeTableTemplate: exported<typeof makeTableTemplate>(),
  });
  const table = await make(people);
  try {
    return await work(table);
  } finally {
    table.remove();
  }
};

const benches: Readonly<Record<string, () => Promise<Readonly<Record<string, number>>>>> = {
  replies: async () => {
    const { measureReplies: measure } = await load('peers/measure-replies.ts', {
      measureReplies: exported<typeof measureReplies>(),
    });
    const people = replies / repliesAPerson;
    const { cpuMicros, lost, doubled, refused } = await withTable(people, (table) => measure(table, people, replies));
    return { cpuMicros, wrong: lost + doubled + refused };
  },
  sender: async () => {
    const { measureRun: measure } = await load('peers/measure-run.ts', { measureRun: exported<typeof measureRun>() });
    const { startProvider: start } = await load('peers/provider.ts', {
      startProvider: exported<typeof startProvider>(),
    });
    const provider = await start();
    try {
      const plan = { system: 'backbeat', people: due, processes: 1, provider } as const;
      return await withTable(due, async (table) => {
        const apart = await measure({ ...plan, table, delayMs, engineOut: true });
        const atOnce = await measure({ ...plan, table, delayMs: 0, engineOut: true });
        const raw = await measure({ ...plan, table, delayMs });
        return {
          cpuMicros: apart.workerMicros,
          perSecond: apart.perSecond,
          perSecondAtOnce: atOnce.perSecond,
          rawPerSecond: raw.perSecond,
          wrong: [apart, atOnce, raw].reduce((sum, run) => sum + run.lost + run.doubled, 0),
        };
      });
    } finally {
      await provider.stop();
    }
  },
  engine: async () => {
    const { measureEngine: measure } = await load('peers/measure-engine.ts', {
      measureEngine: exported<typeof measureEngine>(),
    });
    const { recordMs, claimMs, perSecond } = await withTable(due, (table) => measure(table, due));
    return { recordMs, claimMs, perSecond };
  },
  ledger: async () => {
    const { measureLedger: measure } = await load('measure-ledger.ts', {
      measureLedger: exported<typeof measureLedger>(),
    });
    // Before the two receipts of a text cost different things, one was measured.
    const { tip, receipt, underWay = receipt }: OwnLedger = await measure();
    return { writeUnits: tip.writeUnits + underWay.writeUnits + receipt.writeUnits };
  },
};

const bench = benches[what];
if (bench === undefined) throw new RangeError(`no such bench: ${what}`);
process.stdout.write(`\n${JSON.stringify(await bench())}`);
process.exit();
