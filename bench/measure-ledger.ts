import { randomBytes } from 'node:crypto';
import { createRecordReceipt } from '../functions/delivery-events/record-receipt.ts';
import { createScheduleTips } from '../functions/schedule-tips/schedule-tips.ts';
import { createPacer } from '../functions/send-tips/pacer.ts';
import { createSendGroup } from '../functions/send-tips/send-group.ts';
import { groupSizeFor, workersFor } from '../infra/pace.ts';
import { startDynamoDbEngine } from '../local/dynamodb-engine.ts';
import { openTable } from '../local/open-table.ts';
import { loadLexicon } from '../shared/content/safety.ts';
import { textsFor } from '../shared/content/texts.ts';
import { pseudonymOf } from '../shared/domain/people/pseudonym.ts';
import { parseReply } from '../shared/domain/reply/parse-reply.ts';
import type { SendJob } from '../shared/domain/tips/job.ts';
import type { Clock } from '../shared/platform/clock.ts';
import { createClaimStore } from '../shared/store/claim-store.ts';
import { createDueStore } from '../shared/store/due-store.ts';
import type { Table } from '../shared/store/dynamodb-table.ts';
import { createWatermarkStore } from '../shared/store/watermark-store.ts';
import { createZoneStore } from '../shared/store/zone-store.ts';
import { createHandleReply } from '../shared/use-cases/handle-reply.ts';
import { createPauseFailing } from '../shared/use-cases/pause-failing.ts';
import { createProfileChanges } from '../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../shared/use-cases/reply-stores.ts';
import { keepLedger, type Usage } from './ledger.ts';

/** Full groups, as many for each of two workers. */
const people = 600;
const workforce = { workers: workersFor(25), groupSize: groupSizeFor(25) };
const pepper = 'a pepper for the bench only';

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

const texts = await textsFor('en');

/** The real functions over the embedded engine, a provider that accepts everything, a queue that is an array. */
const assemble = (table: Table, clock: Clock) => {
  const stores = createReplyStores(table);
  const changes = createProfileChanges(stores, clock);
  const jobs: SendJob[] = [];
  const queue = {
    send: async (job: SendJob) => {
      jobs.push(job);
    },
    sendAll: async (all: readonly SendJob[]) => {
      jobs.push(...all);
    },
    retryLater: async () => {},
  };
  const lexicon = loadLexicon();
  const log = () => {};
  const pauseFailing = createPauseFailing({ log, tips: stores.tips, changes });
  return {
    jobs,
    scheduleTips: createScheduleTips({
      clock,
      log,
      zones: createZoneStore(table),
      watermark: createWatermarkStore(table),
      due: createDueStore(table),
      queues: { sms: queue, email: queue },
      workforce: { sms: workforce, email: workforce },
    }),
    sendGroup: createSendGroup({
      clock,
      log,
      count: () => {},
      claims: createClaimStore(table),
      tips: stores.tips,
      sender: {
        channel: 'sms',
        send: async () => ({ kind: 'accepted', providerId: `SM${randomBytes(16).toString('hex')}` }),
        lookUp: async () => ({ kind: 'not-taken' }),
      },
      pacer: createPacer(clock, 25),
      perSecond: 25,
      programme: texts.tips,
      stop: (id, reason) => changes.stop(id, reason, 'provider'),
      release: changes.release,
      pauseFailing,
      offer: async () => {},
      requeue: async () => {},
    }),
    recordReceipt: createRecordReceipt({
      clock,
      log,
      count: () => {},
      tips: stores.tips,
      persons: stores.persons,
      changes,
      pauseFailing,
    }),
    handleReply: createHandleReply({
      pepper,
      stores,
      runtime: { clock, randomBytes, print: () => {} },
      log,
      programmeIn: async (language) => ({
        language,
        texts,
        contact: 'the bench',
        smsNumber: '+15005550006',
        publicBaseUrl: 'http://localhost',
        safetyAnswer: () => '',
        link: () => 'http://localhost/diary/x',
      }),
      carrierAnswersOptOut: true,
      parse: (body) => parseReply(body, lexicon),
      sendLater: queue.send,
      eraseLater: async () => {},
    }),
  };
};

export type Ledger = Readonly<Record<'tip' | 'tick' | 'receipt' | 'reply' | 'duplicate', Usage>>;

/** Counts what a tip, an idle tick, a receipt, a score and a score delivered twice cost, on people who joined by text. */
export const measureLedger = async (): Promise<Ledger> => {
  const engine = await startDynamoDbEngine();
  try {
    let now = Date.parse('2030-01-07T12:00:00Z');
    const clock: Clock = { now: () => now, sleep: async () => {} };
    const table = await openTable(engine.endpoint);
    const ledger = keepLedger(table.client);
    const { jobs, scheduleTips, sendGroup, recordReceipt, handleReply } = assemble(table, clock);
    const reply = (number: string, body: string, messageId: string) =>
      handleReply({ channel: 'sms', id: pseudonymOf(pepper, 'sms', number), address: number, messageId, body });
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

    for (const [index, number] of numbers.entries()) {
      await recordReceipt({
        channel: 'sms',
        providerId: `SM${index}`,
        id: pseudonymOf(pepper, 'sms', number),
        date: '2030-01-07',
        kind: 'tip',
        status: 'delivered',
        effect: { effect: 'none' },
      });
    }
    const receipts = ledger.take();

    for (const [index, number] of numbers.entries()) await reply(number, 'PAIN 6 after gardening', `pain-${index}`);
    const scores = ledger.take();
    for (const [index, number] of numbers.entries()) await reply(number, 'PAIN 6 after gardening', `pain-${index}`);
    const duplicates = ledger.take();
    return {
      // What a tick costs whoever is due is not a tip's: it is shown beside it.
      tip: perMessage(less(tips, tick), people),
      tick,
      receipt: perMessage(receipts, people),
      reply: perMessage(scores, people),
      duplicate: perMessage(duplicates, people),
    };
  } finally {
    await engine.stop();
  }
};
