import { loadBullMq, loadRedis } from './peer-modules.ts';
import { numberOf } from './people.ts';
import { createPeerSend } from './send-text.ts';
import { runWorker } from './worker-process.ts';

// BullMQ as its guide to production has it (append-only file, noeviction), jobs added in bulk, completed jobs removed.
// The append-only file is fsynced before each answer: a record that a power cut takes back is none.

const queueName = 'tips';
const insertAtATime = 5000;
/** What BullMQ waits for a worker to renew its lock before a job counts as stalled: 30 s by default. */
const stalledMs = 15_000;

await runWorker(async (settings) => {
  const { Redis } = loadRedis();
  let commands = 0;
  // Counts round trips where the client makes them: Redis's own counter includes what scripts do inside.
  const sendCommand = Redis.prototype.sendCommand;
  if (typeof sendCommand !== 'function') throw new TypeError('ioredis has no sendCommand any more');
  Redis.prototype.sendCommand = function (...given: unknown[]): unknown {
    commands += 1;
    return Reflect.apply(sendCommand, this, given);
  };
  const connection = { host: '127.0.0.1', port: Number(settings.store), maxRetriesPerRequest: null };
  // Commands of one turn of the event loop go out, and are fsynced, together.
  const records = new Redis({ ...connection, enableAutoPipelining: true });
  const { Queue, Worker } = loadBullMq();
  const queue = new Queue(queueName, { connection });
  const send = createPeerSend(settings);
  const worker = new Worker(
    queueName,
    async ({ data: { to } }) => {
      const isNew = (await records.set(`send:${to}`, Date.now(), 'NX')) === 'OK';
      if (isNew || settings.onDoubt === 'resend') await send(to);
    },
    {
      connection,
      concurrency: settings.inFlight,
      removeOnComplete: { count: 0 },
      lockDuration: stalledMs,
      stalledInterval: stalledMs,
      maxStalledCount: 50,
      autorun: false,
    },
  );
  worker.on('error', (error) => console.error('bullmq:', error.message));
  const work = (): void => {
    worker.run().catch((error: unknown) => {
      console.error('bullmq:', error);
      process.exit(1);
    });
  };
  if (settings.isReplacement) work();

  return {
    tick: async (people) => {
      for (let from = 0; from < people; from += insertAtATime) {
        const count = Math.min(insertAtATime, people - from);
        await queue.addBulk(
          Array.from({ length: count }, (_, index) => ({ name: 'tip', data: { to: numberOf(from + index) } })),
        );
        if (from === 0) work();
      }
      if (people === 0) work();
    },
    left: async () =>
      Object.values(await queue.getJobCounts('wait', 'active', 'delayed', 'prioritized', 'failed')).reduce(
        (sum, count) => sum + count,
        0,
      ),
    usage: async () => {
      const processed = /total_commands_processed:(\d+)/.exec(await records.info('stats'))?.[1];
      return { calls: commands, writes: settings.isFirst ? Number(processed) : 0 };
    },
  };
});
