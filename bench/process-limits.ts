import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';

/** A share of a processor and so much memory: what a Lambda of a size has (docs/facts.md#e1: a whole processor at 1,769 MB). */
export interface Limits {
  readonly memoryMegabytes: number;
  readonly processorShare: number;
}

/** Where control groups of version 1 are mounted; making some takes root. */
const [memoryRoot, processorRoot] = ['/sys/fs/cgroup/memory', '/sys/fs/cgroup/cpu'];
const periodMicroseconds = 20_000;
const leastQuotaMicroseconds = 1000;

/** Whether this machine lets us put a process into a control group of its own. */
export const canLimit = (): boolean =>
  process.getuid?.() === 0 &&
  existsSync(`${memoryRoot}/memory.limit_in_bytes`) &&
  existsSync(`${processorRoot}/cpu.cfs_quota_us`);

/**
 * A pair of control groups: a process in them is killed at once if it takes more memory, and waits if it takes more
 * time.
 */
export const createLimits = ({ memoryMegabytes, processorShare }: Limits) => {
  const name = `backbeat-${process.pid}-${Math.round(performance.now())}`;
  const [memory, processor] = [`${memoryRoot}/${name}`, `${processorRoot}/${name}`];
  mkdirSync(memory);
  mkdirSync(processor);
  writeFileSync(`${memory}/memory.limit_in_bytes`, String(Math.round(memoryMegabytes * 1024 * 1024)));
  const quota = Math.max(leastQuotaMicroseconds, Math.round(periodMicroseconds * processorShare));
  writeFileSync(`${processor}/cpu.cfs_period_us`, String(periodMicroseconds));
  writeFileSync(`${processor}/cpu.cfs_quota_us`, String(quota));
  return {
    /** A process that writes its id into these is limited from then on. */
    memberLists: [`${memory}/cgroup.procs`, `${processor}/cgroup.procs`],
    /** The most that was charged: pages of files that were read included, as far as the limit let them stay. */
    peakMegabytes: (): number => Number(readFileSync(`${memory}/memory.max_usage_in_bytes`, 'utf8')) / 1024 ** 2,
    /** Processes that the kernel killed for want of memory. */
    killed: (): number => Number(/oom_kill (\d+)/.exec(readFileSync(`${memory}/memory.oom_control`, 'utf8'))?.[1] ?? 0),
    /** Removes the groups; no process may be in them any more. */
    remove: (): void => {
      rmdirSync(memory);
      rmdirSync(processor);
    },
  };
};
