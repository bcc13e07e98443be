import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { TableTemplate } from './backbeat-table.ts';
import { createGroupQueue, type GroupQueue } from './group-queue.ts';
import { dueAt } from './people.ts';
import { cpuOfTrees } from './process-cpu.ts';
import type { Provider } from './provider.ts';
import { waitUntil } from './store.ts';
import { type SystemName, startStore, workerFile } from './systems.ts';
import { startWorker, type WorkerHandle } from './worker-handle.ts';
import type { StoreUsage, WorkerSettings } from './worker-messages.ts';

export const inFlight = 200;
/** Groups of 25 in hand: as many workers as infra would allow for 200 sends in flight, and half as many again, since a group also reads, claims and records. */
export const groupsInHand = 12;
/** Slower than this is not measured to its end. */
const slowestPerSecond = 20;
/** PostgreSQL's statistics are sent on at most once a second; what the others count is there at once. */
const statisticsDelayMs = { 'pg-boss': 1_500, 'graphile-worker': 1_500, bullmq: 0, backbeat: 0 } as const;

export interface RunPlan {
  readonly system: SystemName;
  readonly people: number;
  readonly delayMs: number;
  readonly table: TableTemplate;
  readonly provider: Provider;
  /** Worker processes, which share the sends in flight. */
  readonly processes: number;
  readonly engineOut?: boolean;
}

/** What one run came to. */
export interface RunResult {
  readonly seconds: number;
  /** Of those, until everybody was found and queued. */
  readonly queueSeconds: number;
  readonly perSecond: number;
  /** CPU a message, in microseconds: the workers', and that of what they keep things in: store and queue. */
  readonly workerMicros: number;
  readonly storeMicros: number;
  /** Calls to the store, and rows, items or commands written there, a message. */
  readonly calls: number;
  readonly writes: number;
  readonly lost: number;
  readonly doubled: number;
  readonly peak: number;
  readonly load: number;
}

/** How the clocks of the bench differ from this machine's: it is always just after nine in New York. */
export const settingsFor = (
  { people, provider, processes, engineOut = false }: Pick<RunPlan, 'people' | 'provider' | 'processes' | 'engineOut'>,
  store: string,
): WorkerSettings => ({
  providerUrl: provider.url,
  store,
  clockOffsetMs: dueAt + 1000 - Date.now(),
  people,
  inFlight: inFlight / processes,
  isFirst: true,
  isReplacement: false,
  onDoubt: 'resend',
  engineOut,
});

/** Nothing is left to do: Backbeat's queue is empty, a peer's store holds no job that is not completed. */
export const isDrained = async (worker: WorkerHandle, queue: GroupQueue | undefined): Promise<boolean> => {
  queue?.showAgain();
  return (queue ? queue.size() : await worker.left()) === 0;
};

const sumOf = (usages: readonly StoreUsage[]): StoreUsage => ({
  calls: usages.reduce((sum, { calls }) => sum + calls, 0),
  writes: usages.reduce((sum, { writes }) => sum + writes, 0),
});

/** One run from the tick until everybody's tip is sent and recorded, on a store of its own. */
export const measureRun = async (plan: RunPlan): Promise<RunResult> => {
  const { system, people, delayMs, table, provider, processes } = plan;
  const store = await startStore(system, table);
  const queue = system === 'backbeat' ? await createGroupQueue() : undefined;
  const settings = settingsFor(plan, store.address);
  const workers: WorkerHandle[] = [];
  try {
    await provider.reset(delayMs, settings.clockOffsetMs);
    for (let index = 0; index < processes; index += 1) {
      const own = { ...settings, isFirst: index === 0 };
      workers.push(await startWorker(workerFile(system), own, queue, groupsInHand / processes));
    }
    const [first, ...others] = workers;
    if (!first) throw new RangeError('no worker');
    const readUsage = async () => sumOf(await Promise.all(workers.map((worker) => worker.usage())));
    const readCpu = () => ({ worker: cpuOfTrees(workers.map(({ pid }) => pid)), store: cpuOfTrees([store.pid]) });
    await delay(statisticsDelayMs[system]);
    const usageBefore = await readUsage();
    const own = process.cpuUsage();
    const cpuBefore = readCpu();
    const load = loadavg()[0] ?? 0;
    const started = performance.now();
    const ticked = first.tick(people).then(() => performance.now());
    await waitUntil('the first send', async () => (await provider.counts()).accepted > 0);
    // The others join when there is something to do: an idle poll before it would only make them late.
    for (const worker of others) await worker.tick(0);
    await waitUntil(
      `the end of ${people} sends by ${system}`,
      async () => {
        queue?.showAgain();
        return (await provider.counts()).distinct >= people;
      },
      (people / slowestPerSecond) * 1000 + 30_000,
    );
    const queuedAt = await ticked;
    await waitUntil('the last record', () => isDrained(first, queue), 300_000);
    const seconds = (performance.now() - started) / 1000;
    const cpu = readCpu();
    const { user, system: kernel } = process.cpuUsage(own);
    await delay(statisticsDelayMs[system]);
    const usage = await readUsage();
    const { accepted, distinct, peak } = await provider.counts();
    return {
      seconds,
      queueSeconds: (queuedAt - started) / 1000,
      perSecond: people / seconds,
      workerMicros: (cpu.worker - cpuBefore.worker) / people,
      // The queue lives in the bench's own process: that process's CPU is Backbeat's, the bench's own waiting included.
      storeMicros: (cpu.store - cpuBefore.store + (queue ? user + kernel : 0)) / people,
      calls: (usage.calls - usageBefore.calls) / people,
      writes: (usage.writes - usageBefore.writes) / people,
      lost: people - distinct,
      doubled: accepted - distinct,
      peak,
      load,
    };
  } finally {
    for (const worker of workers) await worker.kill();
    await queue?.close();
    await store.stop();
  }
};
