import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median } from '../median.ts';
import { makeTableTemplate, type TableTemplate } from './backbeat-table.ts';
import { measureCrashes } from './measure-crashes.ts';
import { measureEngine } from './measure-engine.ts';
import { measureReplies } from './measure-replies.ts';
import { inFlight, measureRun } from './measure-run.ts';
import { type Provider, startProvider } from './provider.ts';
import { renderPlot } from './render-plot.ts';
import { renderReport, renderTables, withReport } from './render-report.ts';
import {
  type Cell,
  type Contestant,
  type CrashCell,
  contestants,
  machine,
  type PeerResults,
  systemOf,
  versions,
} from './results.ts';
import { StoreError } from './store.ts';
import { systemNames } from './systems.ts';

/** How often each contestant is measured with a provider that takes so long. */
interface Repeats {
  readonly delayMs: number;
  readonly repeats: number;
}

interface Due {
  readonly people: number;
  readonly cells: readonly Repeats[];
}

interface Sizes {
  /** How many people are due, and with which providers; the first are as many as in the runs that are killed. */
  readonly dues: readonly [Due, ...Due[]];
  readonly crashPeople: number;
  readonly kills: number;
  readonly replies: number;
}

/** How much is measured. `quick` shows that everything works and is too short to be quoted: about 8 minutes, most of them waiting for leases of the killed. */
export type Extent = 'quick' | 'short' | 'full';

// At 170 ms 200 in flight allow 1,176 a second: a figure that little but that limit decides needs no spread.
const short = {
  dues: [
    {
      people: 20_000,
      cells: [
        { delayMs: 0, repeats: 2 },
        { delayMs: 50, repeats: 3 },
        { delayMs: 170, repeats: 1 },
      ],
    },
  ],
  crashPeople: 20_000,
  kills: 10,
  replies: 10_000,
} as const;
const extents: Readonly<Record<Extent, Sizes>> = {
  quick: {
    dues: [{ people: 2_000, cells: [{ delayMs: 50, repeats: 1 }] }],
    crashPeople: 2_000,
    kills: 3,
    replies: 500,
  },
  short,
  full: {
    ...short,
    dues: [...short.dues, { people: 100_000, cells: [0, 50, 170].map((delayMs) => ({ delayMs, repeats: 1 })) }],
  },
};

/** Worker processes of each: on two cores a second one costs every contestant a tenth to a quarter more CPU a message, and takes from the store what it gives. */
const processes = 1;
const crashDelayMs = 50;
const repliesAPerson = 5;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Installs the pinned peers into this folder alone. */
const installPeers = (): void => {
  if (existsSync(here('./node_modules/.package-lock.json'))) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', here('.'), '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new StoreError('the peers could not be installed: npm ci --prefix bench/peers');
};

const measureCells = async ({ people, cells: wanted }: Due, table: TableTemplate, provider: Provider, say: Say) => {
  const cells: Cell[] = [];
  for (const { delayMs, repeats } of wanted) {
    const runs = new Map<Contestant, Cell['runs']>();
    // In turn, so that a busy minute of the machine does not fall on one contestant alone.
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      for (const contestant of contestants) {
        const engineOut = contestant !== systemOf(contestant);
        const run = await measureRun({
          system: systemOf(contestant),
          people,
          delayMs,
          table,
          provider,
          processes,
          engineOut,
        });
        runs.set(contestant, [...(runs.get(contestant) ?? []), run]);
        say(
          `${people} people, ${delayMs} ms, ${contestant}: ${Math.round(run.perSecond)}/s (load ${run.load.toFixed(1)})`,
        );
      }
    }
    for (const contestant of contestants) cells.push({ contestant, people, delayMs, runs: runs.get(contestant) ?? [] });
  }
  return cells;
};

const measureAllCrashes = async (people: number, kills: number, table: TableTemplate, provider: Provider, say: Say) => {
  const cells: CrashCell[] = [];
  for (const system of systemNames) {
    // A peer's user has to choose what a retry does about a send that was begun; ours asks the provider.
    const choices = system === 'backbeat' ? (['resend'] as const) : (['resend', 'skip'] as const);
    for (const onDoubt of choices) {
      const result = await measureCrashes({
        system,
        people,
        delayMs: crashDelayMs,
        kills,
        seed: 20_300_107,
        onDoubt,
        table,
        provider,
      });
      cells.push({ ...result, system, onDoubt, people });
      say(`${kills} kills, ${system} (${onDoubt}): ${result.lost} lost, ${result.doubled} doubled`);
    }
  }
  return cells;
};

type Say = (line: string) => void;

const save = (results: PeerResults): void => {
  mkdirSync(here('../results'), { recursive: true });
  writeFileSync(
    here('../results/peers.json'),
    `${JSON.stringify(results, (_, value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value), 2)}\n`,
  );
  mkdirSync(here('../../docs/images'), { recursive: true });
  writeFileSync(here('../../docs/images/peers.svg'), renderPlot(results));
  const document = here('../../docs/performance.md');
  const before = existsSync(document) ? readFileSync(document, 'utf8') : '# Performance\n';
  writeFileSync(document, withReport(before, renderReport(results)));
};

/** What one contestant came to with a provider of 50 ms and the first number of people; losses and doubles of all runs and kills. */
export interface PeerFigures {
  readonly perSecond: number;
  readonly cpuMicros: number;
  readonly lost: number;
  readonly doubled: number;
}

const figuresOf = ({ cells, crashes }: PeerResults, contestant: Contestant): PeerFigures => {
  const cell = cells.find((each) => each.contestant === contestant && each.delayMs === 50);
  const runs = cell?.runs ?? [];
  const crash = crashes.find((each) => each.system === contestant && each.onDoubt === 'resend');
  return {
    perSecond: Math.round(median(runs.map((run) => run.perSecond))),
    cpuMicros: Math.round(median(runs.map((run) => run.workerMicros + run.storeMicros))),
    lost: runs.reduce((sum, run) => sum + run.lost, crash?.lost ?? 0),
    doubled: runs.reduce((sum, run) => sum + run.doubled, crash?.doubled ?? 0),
  };
};

/**
 * Measures Backbeat beside pg-boss, graphile-worker and BullMQ. PostgreSQL and Redis have to be installed
 * (`apt-get install postgresql redis-server`); they run on the loopback, in folders of their own, for as long as a run.
 * Results go to bench/results/peers.json and docs/performance.md, those of a quick run nowhere.
 * @throws StoreError if something is not installed or does not start
 */
export const runPeers = async ({
  extent = 'full',
  silent = false,
}: {
  readonly extent?: Extent;
  readonly silent?: boolean;
} = {}): Promise<Record<string, PeerFigures>> => {
  const sizes = extents[extent];
  // Progress is not the result: it must not get between a reader and the JSON.
  const say: Say = (line) => console.error(line);
  installPeers();
  const provider = await startProvider();
  try {
    const [first, ...larger] = sizes.dues;
    const table = await makeTableTemplate(sizes.crashPeople);
    const engine = await measureEngine(table, sizes.crashPeople);
    const cells = await measureCells(first, table, provider, say);
    const repliers = sizes.replies / repliesAPerson;
    const diaries = await makeTableTemplate(repliers);
    const replies = await measureReplies(diaries, repliers, sizes.replies);
    diaries.remove();
    const crashes = await measureAllCrashes(sizes.crashPeople, sizes.kills, table, provider, say);
    table.remove();
    const settings = { machine: machine(), versions: versions(), processes, inFlight };
    const results: PeerResults = { ...settings, date: new Date().toISOString(), cells, crashes, replies, engine };
    // Results are written twice: the crowds take longest, and an operator may end the run among them.
    if (extent !== 'quick') save(results);
    for (const due of larger) {
      const crowd = await makeTableTemplate(due.people);
      cells.push(...(await measureCells(due, crowd, provider, say)));
      crowd.remove();
    }
    if (extent !== 'quick') save(results);
    if (!silent) console.log(renderTables(results));
    return Object.fromEntries(contestants.map((name) => [name, figuresOf(results, name)]));
  } finally {
    await provider.stop();
  }
};
