import type { TableTemplate } from './backbeat-table.ts';
import { createGroupQueue } from './group-queue.ts';
import { groupsInHand, isDrained, settingsFor } from './measure-run.ts';
import type { Provider } from './provider.ts';
import { waitUntil } from './store.ts';
import { type SystemName, startStore, workerFile } from './systems.ts';
import { startWorker } from './worker-handle.ts';
import type { WorkerSettings } from './worker-messages.ts';

export interface CrashPlan {
  readonly system: SystemName;
  readonly people: number;
  readonly delayMs: number;
  readonly kills: number;
  readonly seed: number;
  readonly onDoubt: WorkerSettings['onDoubt'];
  readonly table: TableTemplate;
  readonly provider: Provider;
}

export interface CrashResult {
  readonly kills: number;
  readonly lost: number;
  readonly doubled: number;
  /** Until nothing was left to do, the waiting for leases, locks and time-outs of the dead included. */
  readonly seconds: number;
}

/** Mulberry32: the same points of every system for the same seed. */
const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * Kills come before this share of the people was sent to. Messages of dead workers come back late, so a later point may
 * never be reached.
 */
const furthest = 0.75;
/** Longer than the longest wait for what a dead worker held: three minutes of a claim's lease, and as much again. */
const drainTimeoutMs = 600_000;

/** Kills the worker (`kill -9`) at random points of its sending and starts another in its place each time. */
export const measureCrashes = async (plan: CrashPlan): Promise<CrashResult> => {
  const { system, people, delayMs, kills, seed, onDoubt, table, provider } = plan;
  const store = await startStore(system, table);
  const queue = system === 'backbeat' ? await createGroupQueue() : undefined;
  const settings = { ...settingsFor({ people, provider, processes: 1 }, store.address), onDoubt };
  const start = (isReplacement: boolean) =>
    startWorker(workerFile(system), { ...settings, isReplacement }, queue, groupsInHand);
  await provider.reset(delayMs, settings.clockOffsetMs);
  let worker = await start(false);
  try {
    const started = performance.now();
    // Only sending is measured: a scheduler that is killed while queueing queues again at the next tick.
    await worker.tick(people);
    const { distinct: already } = await provider.counts();
    const random = randomFrom(seed);
    const points = Array.from({ length: kills }, () => already + random() * (people * furthest - already)).sort(
      (a, b) => a - b,
    );
    let killed = 0;
    for (const point of points) {
      await waitUntil(
        `send ${Math.round(point)} of ${system}`,
        async () => {
          queue?.showAgain();
          return (await provider.counts()).distinct >= point;
        },
        300_000,
      );
      await worker.kill();
      killed += 1;
      worker = await start(true);
    }
    await waitUntil(`the end of ${system} after ${kills} kills`, () => isDrained(worker, queue), drainTimeoutMs);
    const { accepted, distinct } = await provider.counts();
    return {
      kills: killed,
      lost: people - distinct,
      doubled: accepted - distinct,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await worker.kill();
    await queue?.close();
    await store.stop();
  }
};
