import { randomBytes } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import { scheduleTipsDeps } from '../../functions/schedule-tips/deps.ts';
import { createScheduleTips } from '../../functions/schedule-tips/schedule-tips.ts';
import { createSendTips } from '../../functions/send-tips/send-tips.ts';
import { createTextSender } from '../../functions/send-tips/text-sender.ts';
import { workerDeps } from '../../functions/send-tips/worker-deps.ts';
import { groupSizeFor, workersFor } from '../../infra/pace.ts';
import { firstProgramme } from '../../shared/content/programmes.ts';
import { textsFor } from '../../shared/content/texts.ts';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { JobQueue } from '../../shared/providers/sqs/job-queue.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { settings as told } from '../../test/support/deployment.ts';
import { recordingSqs } from '../../test/support/recording-sqs.ts';
import { createInProcessHandler } from './answer-in-process.ts';
import { smsNumber } from './people.ts';
import { connectProvider } from './send-text.ts';
import { connectDynamoDb, countUsage, tableOf } from './table-client.ts';
import { runWorker, tellBench } from './worker-process.ts';

// The functions themselves, as their own deps compose them, to a queue that the bench keeps in SQS's stead.

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

/** The bench reports errors; warnings are left out, since the provider counts what they are about. */
const log: Log = (level, event, fields) => {
  if (level === 'error') console.error('backbeat:', event, fields);
};

/** The scheduler's own queues are not used, the bench's are. */
const unusedSqs = recordingSqs({
  queued: () => {
    throw new TypeError('the bench has a queue of its own');
  },
});
const schedulerSettings = {
  ...told,
  smsWorkers: workforce.workers,
  smsGroupSize: workforce.groupSize,
  emailWorkers: workforce.workers,
  emailGroupSize: workforce.groupSize,
  smsPerSecond: 225,
  emailPerSecond: 225,
};

const programme = firstProgramme();

await runWorker(async (settings) => {
  const clock: Clock = {
    now: () => Date.now() + settings.clockOffsetMs,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
  const engineTable = tableOf(connectDynamoDb({ endpoint: settings.store }));
  const usage = countUsage(engineTable);
  const { queue, stored } = createBenchQueue();

  const runtime: Runtime = { clock, randomBytes, print: () => {} };
  const senders = (table: Table) =>
    createSendTips(
      workerDeps(
        {
          table,
          log,
          queues: { sms: queue, email: queue },
          count: () => {},
          sender: createTextSender({
            twilio: connectProvider(settings),
            smsNumber,
            messagingServiceSid: undefined,
            publicBaseUrl: 'https://backbeat.example',
            textsFor,
          }).sender,
          perSecond,
          programme,
        },
        runtime,
      ),
    );
  const sendTips = senders(
    settings.engineOut
      ? tableOf(connectDynamoDb({ requestHandler: createInProcessHandler(settings.people) }))
      : engineTable,
  );
  const scheduleTips = createScheduleTips({
    ...scheduleTipsDeps({ table: engineTable, sqs: unusedSqs, log }, schedulerSettings, runtime),
    // The bench stores a batch of any size at once.
    queues: { sms: queue, email: queue },
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
