import type { SQSRecord } from 'aws-lambda';
import { createScheduleTips } from '../../functions/schedule-tips/schedule-tips.ts';
import { createPacer } from '../../functions/send-tips/pacer.ts';
import { createSendGroup } from '../../functions/send-tips/send-group.ts';
import { createSendTips } from '../../functions/send-tips/send-tips.ts';
import { createTextSender } from '../../functions/send-tips/text-sender.ts';
import { groupSizeFor, workersFor } from '../../infra/pace.ts';
import { textsFor } from '../../shared/content/texts.ts';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { JobQueue } from '../../shared/providers/sqs/job-queue.ts';
import { createClaimStore } from '../../shared/store/claim-store.ts';
import { createDueStore } from '../../shared/store/due-store.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { createZoneStore } from '../../shared/store/zone-store.ts';
import { createPauseFailing } from '../../shared/use-cases/pause-failing.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { createInProcessHandler } from './answer-in-process.ts';
import { smsNumber } from './people.ts';
import { connectProvider } from './send-text.ts';
import { connectDynamoDb, countUsage, tableOf } from './table-client.ts';
import { runWorker, tellBench } from './worker-process.ts';

// The functions themselves, wired as their deps.ts wires them, to a queue that the bench keeps in SQS's stead.

/** Far above what is measured: the pace of a real sender is its provider's contract. */
const perSecond = 1_000_000;
/** What infra gives a sender of a high rate. */
const workforce = { workers: workersFor(225), groupSize: groupSizeFor(225) };

/** The queue as the functions see it: a batch is sent when the bench says that it is stored. */
const createBenchQueue = () => {
  const unanswered = new Map<number, () => void>();
  let batches = 0;
  const store = (jobs: readonly SendJob[]): Promise<void> =>
    new Promise((resolve) => {
      batches += 1;
      unanswered.set(batches, resolve);
      tellBench({ kind: 'store', batch: batches, bodies: jobs.map((job) => JSON.stringify(job)) });
    });
  const queue: JobQueue<SendJob> = {
    send: (job) => store([job]),
    sendAll: store,
    retryLater: async (id, seconds) => tellBench({ kind: 'hide', id, seconds }),
  };
  return {
    queue,
    stored: (batch: number): void => {
      unanswered.get(batch)?.();
      unanswered.delete(batch);
    },
  };
};

const sqsRecord = (id: string, body: string, receiveCount: number): SQSRecord => ({
  messageId: id,
  receiptHandle: id,
  body,
  attributes: {
    ApproximateReceiveCount: String(receiveCount),
    SentTimestamp: '',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
});

/** An error is the bench's business; what a function warns of is counted at the provider. */
const log: Log = (level, event, fields) => {
  if (level === 'error') console.error('backbeat:', event, fields);
};

const { tips: programme } = await textsFor('en');

await runWorker(async (settings) => {
  const clock: Clock = {
    now: () => Date.now() + settings.clockOffsetMs,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
  const engineTable = tableOf(connectDynamoDb({ endpoint: settings.store }));
  const usage = countUsage(engineTable);
  const { queue, stored } = createBenchQueue();

  const assemble = (table: Table) => {
    const stores = createReplyStores(table);
    const changes = createProfileChanges(stores, clock);
    const text = createTextSender({
      twilio: connectProvider(settings),
      smsNumber,
      messagingServiceSid: undefined,
      publicBaseUrl: 'https://backbeat.example',
      textsFor,
    });
    return createSendTips({
      clock,
      log,
      count: () => {},
      sendGroup: createSendGroup({
        clock,
        log,
        count: () => {},
        claims: createClaimStore(table),
        tips: stores.tips,
        sender: text.sender,
        pacer: createPacer(clock, perSecond),
        perSecond,
        programme,
        stop: (id, reason) => changes.stop(id, reason, 'provider'),
        release: changes.release,
        pauseFailing: createPauseFailing({ log, tips: stores.tips, changes }),
        requeue: (_channel, job) => queue.send(job),
        offer: async () => {},
      }),
      readSubscriber: stores.persons.readSubscriber,
      confirm: async () => undefined,
      retryLater: queue.retryLater,
    });
  };
  const sendTips = assemble(
    settings.engineOut
      ? tableOf(connectDynamoDb({ requestHandler: createInProcessHandler(settings.people) }))
      : engineTable,
  );
  const scheduleTips = createScheduleTips({
    clock,
    log,
    zones: createZoneStore(engineTable),
    watermark: createWatermarkStore(engineTable),
    due: createDueStore(engineTable),
    queues: { sms: queue, email: queue },
    workforce: { sms: workforce, email: workforce },
  });

  const work = async (id: string, body: string, receiveCount: number): Promise<void> => {
    const { batchItemFailures } = await sendTips({ Records: [sqsRecord(id, body, receiveCount)] });
    tellBench({ kind: 'done', id, comesBack: batchItemFailures.length > 0 });
  };
  return {
    tick: async (people) => {
      if (people > 0) await scheduleTips();
    },
    left: async () => 0,
    usage: async () => usage(),
    hear: (message) => {
      if (message.kind === 'stored') stored(message.batch);
      if (message.kind === 'message') void work(message.id, message.body, message.receiveCount);
    },
  };
});
