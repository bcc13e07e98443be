import { execFileSync } from 'node:child_process';
import { worker } from '../infra/pace.ts';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import { lambdaShare, onLambda } from './lambda-size.ts';
import { canLimit } from './process-limits.ts';
import { runTrial } from './sender-trial.ts';

const groupSize = 100;
const groups = 8;
/** The first groups load and compile the code; what a warm worker takes is counted from then on. */
const warmUpGroups = 3;
const perSecond = 25;

export interface SenderReadings {
  readonly peakMegabytes: number;
  readonly cpuMsATip: number;
  /** Messages a second that the warm worker sent of the 25 it should. */
  readonly perSecond: number;
  /** Whether it had no more memory and processor than Lambda would leave it. */
  readonly limited: boolean;
}

/** What Node takes that runs nothing, as measured here. */
export const emptyMegabytes = (): number => {
  const print = "console.log(/VmHWM:\\s+(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status','utf8'))[1])";
  return Number(execFileSync(process.execPath, ['-e', print], { env: {} }).toString()) / 1024;
};

/** One warm worker at 25 a second, as a deployment has it: its bundle, its settings, TLS, and what Lambda leaves it of its memory and processor. */
export const measureSender = async (channel: Channel): Promise<SenderReadings> => {
  const memorySize = worker.memorySize[channel];
  const limits = { memoryMegabytes: memorySize - onLambda(emptyMegabytes()), processorShare: lambdaShare(memorySize) };
  const limited = canLimit();
  const trial = { channel, perSecond, groups, groupSize, ...(limited ? { limits } : {}) };
  const { readings, failure, unfinished } = await runTrial(trial);
  const [warm, last] = [readings[warmUpGroups - 1], readings.at(-1)];
  if (failure !== undefined || unfinished > 0 || !warm || !last)
    throw new Error(failure ?? `${unfinished} groups left`);
  const tips = (groups - warmUpGroups) * groupSize;
  const ms = readings.slice(warmUpGroups).reduce((sum, reading) => sum + reading.ms, 0);
  return {
    peakMegabytes: last.peakMegabytes,
    cpuMsATip: (last.cpuMs - warm.cpuMs) / tips,
    perSecond: (1000 * tips) / ms,
    limited,
  };
};
