import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import { canLimit } from './process-limits.ts';
import { runTrial } from './sender-trial.ts';

/** Two thousand tips, ten times as fast as a worker sends: as many as 25 at a time are under way, not three. */
const [groups, groupSize, perSecond] = [20, 100, 250];
const trouble = { hangingUp: 3, silent: 4 };
/** With less memory a worker spends minutes paging its own code in and out. */
const steps = [88, 96, 104, 112] as const;

/**
 * The least memory of these, within which a long-lived worker does all it should: thousands of tips, and
 * providers that hang up or say nothing, with neither a death nor a group left over. The kernel enforces the limit.
 * Undefined where this machine has no control groups for us, and Infinity if none of what was tried was enough.
 *
 * It runs a copy of Node whose pages are in no cache: else the 58 MB of its code that a worker touches would be
 * somebody else's.
 */
export const leastMemory = async (channel: Channel): Promise<number | undefined> => {
  if (!canLimit()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'backbeat-node-'));
  const node = join(folder, 'node');
  copyFileSync(process.execPath, node);
  execFileSync('sync', [node]);
  const isEnough = async (memoryMegabytes: number): Promise<boolean> => {
    execFileSync('dd', [`if=${node}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
    const limits = { memoryMegabytes, processorShare: 1 };
    const { failure, unfinished } = await runTrial({ channel, perSecond, groups, groupSize, trouble, limits, node });
    return failure === undefined && unfinished === 0;
  };
  try {
    let [low, high]: [number, number] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (await isEnough(steps[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return steps[low] ?? Number.POSITIVE_INFINITY;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
