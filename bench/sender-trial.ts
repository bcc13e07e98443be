import { setTimeout as delay } from 'node:timers/promises';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import { createLimits, type Limits } from './process-limits.ts';
import { type Readings, startSender } from './sender-process.ts';
import { startSenderWorld } from './sender-world.ts';
import { createTlsFronts } from './tls-front.ts';

export interface Trial {
  readonly channel: Channel;
  readonly perSecond: number;
  readonly groups: number;
  readonly groupSize: number;
  /** A group in which the providers hang up on every fifth message, and one in which they say nothing to the first 25 and hang up on the rest. */
  readonly trouble?: { readonly hangingUp: number; readonly silent: number };
  readonly limits?: Limits;
  /** The runtime to run, if not this one. */
  readonly node?: string;
}

/** A time limit for one group and for all: a worker with enough memory is faster, one that only pages fails. */
const patienceMs = 30_000;
const patienceForAllMs = 120_000;
const latencyMs = 100;
const silentMessages = 25;

type Outcome = {
  /** After each group. */
  readonly readings: readonly (Readings & { readonly ms: number })[];
  /** Why it ended early, if it did. */
  readonly failure?: string;
  /** Groups that ought to have been worked off, and were not. */
  readonly unfinished: number;
};

const withPatience = <Value>(work: Promise<Value>): Promise<Value> =>
  Promise.race([
    work,
    delay(patienceMs, undefined, { ref: false }).then(() => Promise.reject(new Error(`no end in ${patienceMs} ms`))),
  ]);

const run = async ({ groups, trouble }: Trial, work: (group: number) => Promise<Readings>): Promise<Outcome> => {
  const readings: (Readings & { ms: number })[] = [];
  let unfinished = 0;
  const deadline = performance.now() + patienceForAllMs;
  for (let group = 0; group < groups; group += 1) {
    const began = performance.now();
    if (began > deadline) return { readings, unfinished, failure: `no end in ${patienceForAllMs} ms` };
    try {
      const reading = await withPatience(work(group));
      readings.push({ ...reading, ms: performance.now() - began });
      const mayBeLeft = group === trouble?.hangingUp || group === trouble?.silent;
      if (!mayBeLeft) unfinished += reading.left;
    } catch (error) {
      return { readings, unfinished, failure: error instanceof Error ? error.message : String(error) };
    }
  }
  return { readings, unfinished };
};

/** One long-lived worker, group after group, with TLS to DynamoDB and to the providers. */
export const runTrial = async (trial: Trial): Promise<Outcome> => {
  let group = 0;
  let messages = 0;
  const treatment = () => {
    messages += 1;
    if (group === trial.trouble?.hangingUp) return messages % 5 === 0 ? 'hang-up' : 'accept';
    if (group === trial.trouble?.silent) return messages <= silentMessages ? 'silence' : 'hang-up';
    return 'accept';
  };
  const world = await startSenderWorld({ ...trial, stub: { latencyMs, treatment } });
  const fronts = createTlsFronts();
  const limits = trial.limits && createLimits(trial.limits);
  const sender = startSender({
    channel: trial.channel,
    perSecond: trial.perSecond,
    providersUrl: await fronts.front(world.providers.url),
    dynamoDbUrl: await fronts.front(world.dynamoDbUrl),
    secretsUrl: world.providers.url,
    certificateFile: fronts.certificateFile,
    ...(limits ? { memberLists: limits.memberLists } : {}),
    ...(trial.node === undefined ? {} : { node: trial.node }),
  });
  try {
    return await run(trial, (next) => {
      [group, messages] = [next, 0];
      return sender.invoke(`group-${next}`, world.group(next));
    });
  } finally {
    await sender.stop();
    limits?.remove();
    fronts.stop();
    await world.stop();
  }
};
