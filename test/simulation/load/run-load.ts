import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { scheduleTipsDeps } from '../../../functions/schedule-tips/deps.ts';
import { createScheduleTips } from '../../../functions/schedule-tips/schedule-tips.ts';
import { createSendTips } from '../../../functions/send-tips/send-tips.ts';
import { workerDeps } from '../../../functions/send-tips/worker-deps.ts';
import { groupSizeFor, workersFor } from '../../../infra/pace.ts';
import type { Channel } from '../../../shared/domain/people/subscriber.ts';
import { tickMs } from '../../../shared/domain/tips/due.ts';
import { createRandom } from '../random.ts';
import { createTimeline } from '../timeline.ts';
import { createCpuMeter } from './cpu-meter.ts';
import { type Crowd, createCrowd } from './crowd.ts';
import { createCrowdTable, type TableUsage } from './crowd-table.ts';
import { createProvider } from './provider.ts';
import { programme } from './subscribers.ts';
import { clockOn } from './virtual-clock.ts';
import { createWorkerPool } from './worker-pool.ts';

/** How fast the providers are, who is there, and who is told how far the day has come. */
export interface LoadOptions {
  /** What the providers allow, messages a second. */
  readonly textsPerSecond?: number;
  readonly mailsPerSecond?: number;
  readonly crowd?: Crowd;
  /** Is called with the part of the day that is over. */
  readonly progress?: (share: number) => void;
}

const start = Date.parse('2030-01-10T00:00:00Z');
const dayMs = 86_400_000;
const ticksADay = dayMs / tickMs;
/** A tip that is due at the end of the day may be sent for two more hours. The third is for what follows its sending. */
const windDownMs = 3 * 3_600_000;

/** The queue that a command names. In this test its URL is the channel's name. */
const addressed = z.object({ input: z.object({ QueueUrl: z.enum(['sms', 'email']) }) });

const noUsage = (): TableUsage => ({ calls: 0, readUnits: 0, writeUnits: 0 });
const notInThisDay = async (): Promise<never> => {
  throw new TypeError('nobody stops, moves or is refused on this day');
};

/**
 * One day of so many subscribers: the real scheduler and workers against stand-ins that count. Everybody is due once;
 * a virtual clock runs from midnight UTC until every queue is empty.
 */
export const runLoad = async (
  people: number,
  { textsPerSecond = 225, mailsPerSecond = 200, crowd = createCrowd(people), progress = () => {} }: LoadOptions = {},
) => {
  const timeline = createTimeline(start);
  const random = createRandom(people);
  const meter = createCpuMeter();
  const usage = { scheduler: noUsage(), workers: noUsage() };
  const schedulerClock = clockOn(timeline, () => meter.enter('scheduler'));
  const workerClock = clockOn(timeline, () => meter.enter('workers'));
  const pauseOf = (clock: typeof workerClock) => () => clock.sleep(random.whole(5, 10));
  // Scheduler and workers share one table through two clients, so that the calls of each are counted apart.
  const workersTable = createCrowdTable(crowd, { used: usage.workers, pause: pauseOf(workerClock) });
  const schedulersTable = createCrowdTable(crowd, { used: usage.scheduler, pause: pauseOf(schedulerClock) });
  const latest: Record<Channel, number> = { sms: 0, email: 0 };

  const startChannel = (channel: Channel, perSecond: number) => {
    const workers = workersFor(perSecond);
    const provider = createProvider({
      clock: workerClock,
      channel,
      perSecond,
      burst: Math.max(workers, perSecond),
      latencyMs: () => random.whole(50, 170),
      people,
    });
    const { table } = workersTable;
    const pool = createWorkerPool({
      clock: workerClock,
      random,
      workers,
      start: (retryLater) => {
        const queue = { send: notInThisDay, retryLater };
        const deps = workerDeps(
          {
            table,
            log: () => {},
            queues: { sms: queue, email: queue },
            count: () => {},
            sender: provider.sender,
            programme,
            perSecond: perSecond / workers,
          },
          { clock: workerClock },
        );
        return createSendTips({
          ...deps,
          sendGroup: async (job, owner) => {
            const result = await deps.sendGroup(job, owner);
            latest[channel] = Math.max(latest[channel], workerClock.now() - job.dueAt);
            return result;
          },
        });
      },
    });
    let batches = 0;
    const takeBatch = async (command: unknown): Promise<unknown> => {
      if (!(command instanceof SendMessageBatchCommand)) throw new TypeError('the scheduler sends batches');
      batches += 1;
      await schedulerClock.sleep(random.whole(5, 15));
      pool.put((command.input.Entries ?? []).map(({ MessageBody = '' }) => MessageBody));
      meter.enter('scheduler');
      return {};
    };
    return {
      workers,
      perSecond,
      pool,
      provider,
      takeBatch,
      batches: () => batches,
    };
  };

  const channels = { sms: startChannel('sms', textsPerSecond), email: startChannel('email', mailsPerSecond) };
  const sqs = z.custom<SQSClient>().parse({
    send: (command: unknown) => channels[addressed.parse(command).input.QueueUrl].takeBatch(command),
  });
  const scheduleTips = createScheduleTips(
    scheduleTipsDeps(
      { table: schedulersTable.table, sqs, log: () => {} },
      {
        smsQueue: 'sms',
        emailQueue: 'email',
        smsWorkers: workersFor(textsPerSecond),
        smsGroupSize: groupSizeFor(textsPerSecond),
        emailWorkers: workersFor(mailsPerSecond),
        emailGroupSize: groupSizeFor(mailsPerSecond),
        smsPerSecond: textsPerSecond,
        emailPerSecond: mailsPerSecond,
      },
      { clock: schedulerClock, randomBytes: random.bytes, print: () => {} },
    ),
  );

  let ticks = 0;
  let tickBilledMs = 0;
  let longestTickMs = 0;
  let peakBytes = 0;
  const tick = async (): Promise<void> => {
    meter.enter('scheduler');
    await scheduleTips();
    const took = timeline.now() - (start + ticks * tickMs);
    ticks += 1;
    tickBilledMs += took;
    longestTickMs = Math.max(longestTickMs, took);
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
    progress(ticks / ticksADay);
    if (ticks < ticksADay) timeline.at(start + ticks * tickMs, startTick);
  };
  const startTick = (): void => {
    timeline.wake();
    void tick();
  };
  timeline.at(start, startTick);
  await timeline.run(
    start + dayMs + windDownMs,
    () => ticks === ticksADay && channels.sms.pool.isDone() && channels.email.pool.isDone(),
  );

  const reportOf = (channel: Channel) => {
    const { workers, perSecond, pool, provider, batches } = channels[channel];
    const { people: accepted, doubled, throttled } = provider.report();
    const { messages, invocations, billedMs, requests, oldestMs, lost } = pool.report();
    return {
      rate: perSecond,
      workers,
      accepted,
      doubled,
      throttled,
      groups: messages,
      groupsLost: lost,
      invocations,
      billedMs,
      sqsRequests: requests + batches(),
      peakQueueAgeSeconds: oldestMs / 1000,
      lastTipAfterSeconds: latest[channel] / 1000,
    };
  };
  const [sms, email] = [reportOf('sms'), reportOf('email')];
  return {
    people,
    skipped: workersTable.skipped(),
    withoutOutcome: people - workersTable.recorded(),
    sms,
    email,
    scheduler: {
      ...usage.scheduler,
      ticks,
      billedMs: tickBilledMs,
      longestTickMs,
      cpuMs: meter.milliseconds('scheduler'),
    },
    workers: { ...usage.workers, billedMs: sms.billedMs + email.billedMs, cpuMs: meter.milliseconds('workers') },
    sqsRequests: sms.sqsRequests + email.sqsRequests,
    peakMegabytes: peakBytes / 1e6,
  };
};

/** What one day cost, and how late its tips were. */
export type LoadReport = Awaited<ReturnType<typeof runLoad>>;
