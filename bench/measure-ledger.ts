import { randomBytes } from 'node:crypto';
import { deliveryEventsDeps } from '../functions/delivery-events/deps.ts';
import { scheduleTipsDeps } from '../functions/schedule-tips/deps.ts';
import { createScheduleTips } from '../functions/schedule-tips/schedule-tips.ts';
import { workerDeps } from '../functions/send-tips/worker-deps.ts';
import { groupSizeFor, workersFor } from '../infra/pace.ts';
import { startDynamoDbEngine } from '../local/dynamodb-engine.ts';
import { openTable } from '../local/open-table.ts';
import { firstProgramme } from '../shared/content/programmes.ts';
import { pseudonymOf } from '../shared/domain/people/pseudonym.ts';
import type { SendJob } from '../shared/domain/tips/job.ts';
import type { Clock } from '../shared/platform/clock.ts';
import type { Runtime } from '../shared/platform/runtime.ts';
import { parseSendJob } from '../shared/providers/sqs/job-queue.ts';
import type { Table } from '../shared/store/dynamodb-table.ts';
import { createReplyHandler } from '../shared/use-cases/reply-handler.ts';
import { secrets, settings } from '../test/support/deployment.ts';
import { recordingSqs } from '../test/support/recording-sqs.ts';
import { keepLedger, type Usage } from './ledger.ts';

/** Full groups, as many for each of two workers. */
const people = 600;
const workforce = { workers: workersFor(25), groupSize: groupSizeFor(25) };

const perMessage = (usage: Usage, messages: number): Usage => ({
  calls: usage.calls / messages,
  reads: usage.reads / messages,
  writes: usage.writes / messages,
  readUnits: usage.readUnits / messages,
  writeUnits: usage.writeUnits / messages,
});

const less = (all: Usage, part: Usage): Usage => ({
  calls: all.calls - part.calls,
  reads: all.reads - part.reads,
  writes: all.writes - part.writes,
  readUnits: all.readUnits - part.readUnits,
  writeUnits: all.writeUnits - part.writeUnits,
});

/** The real functions over the embedded engine, a provider that accepts everything, a queue that is an array. */
const assemble = (table: Table, clock: Clock) => {
  const runtime: Runtime = { clock, randomBytes, print: () => {} };
  const jobs: SendJob[] = [];
  const sqs = recordingSqs({ queued: (_url, body) => void jobs.push(parseSendJob(body)) });
  const log = () => {};
  const queue = { send: async () => {}, retryLater: async () => {} };
  const told = { ...settings, smsWorkers: workforce.workers, smsGroupSize: workforce.groupSize };
  return {
    jobs,
    scheduleTips: createScheduleTips(scheduleTipsDeps({ table, sqs, log }, told, runtime)),
    sendGroup: workerDeps(
      {
        table,
        log,
        queues: { sms: queue, email: queue },
        count: () => {},
        sender: {
          channel: 'sms',
          send: async () => ({ kind: 'accepted', providerId: `SM${randomBytes(16).toString('hex')}` }),
          lookUp: async () => ({ kind: 'not-taken' }),
        },
        perSecond: 25,
        programme: firstProgramme(),
      },
      runtime,
    ).sendGroup,
    recordReceipt: deliveryEventsDeps({ table, secrets, log }, settings, runtime).recordReceipt,
    handleReply: createReplyHandler({ table, secrets, queueJob: async () => {}, log }, settings, runtime),
  };
};

export type Ledger = Readonly<Record<'tip' | 'tick' | 'underWay' | 'receipt' | 'reply' | 'duplicate', Usage>>;

/** Counts what a tip, an idle tick, its two receipts, a score and a score delivered twice cost, on people who joined by text. */
export const measureLedger = async (): Promise<Ledger> => {
  const engine = await startDynamoDbEngine();
  try {
    let now = Date.parse('2030-01-07T12:00:00Z');
    const clock: Clock = { now: () => now, sleep: async () => {} };
    const table = await openTable(engine.endpoint);
    const ledger = keepLedger(table.client);
    const { jobs, scheduleTips, sendGroup, recordReceipt, handleReply } = assemble(table, clock);
    const reply = (number: string, body: string, messageId: string) =>
      handleReply({ channel: 'sms', id: pseudonymOf(secrets.pepper, 'sms', number), address: number, messageId, body });
    const numbers = Array.from({ length: people }, (_, index) => `+1212555${String(1000 + index)}`);
    for (const [index, number] of numbers.entries()) await reply(number, 'JOIN', `join-${index}`);
    await scheduleTips();

    ledger.take();
    now += 300_000;
    await scheduleTips();
    const tick = ledger.take();

    now = Date.parse('2030-01-07T13:55:00Z');
    await scheduleTips();
    ledger.take();
    now += 300_000;
    await scheduleTips();
    if (jobs.length !== people / workforce.groupSize) throw new Error(`${jobs.length} groups queued`);
    for (const [index, job] of jobs.entries()) {
      if (job.kind === 'tips') await sendGroup(job, `group-${index}`);
    }
    const tips = ledger.take();

    const receive = async (status: 'sent' | 'delivered'): Promise<Usage> => {
      for (const [index, number] of numbers.entries()) {
        await recordReceipt({
          channel: 'sms',
          providerId: `SM${index}`,
          id: pseudonymOf(secrets.pepper, 'sms', number),
          date: '2030-01-07',
          kind: 'tip',
          status,
          effect: { effect: 'none' },
        });
      }
      return ledger.take();
    };
    const underWay = await receive('sent');
    const receipts = await receive('delivered');

    for (const [index, number] of numbers.entries()) await reply(number, 'PAIN 6 after gardening', `pain-${index}`);
    const scores = ledger.take();
    for (const [index, number] of numbers.entries()) await reply(number, 'PAIN 6 after gardening', `pain-${index}`);
    const duplicates = ledger.take();
    return {
      // A tick costs the same however many are due, so it is shown beside the cost of a tip.
      tip: perMessage(less(tips, tick), people),
      tick,
      underWay: perMessage(underWay, people),
      receipt: perMessage(receipts, people),
      reply: perMessage(scores, people),
      duplicate: perMessage(duplicates, people),
    };
  } finally {
    await engine.stop();
  }
};
