import { loadPg, loadPgBoss } from './peer-modules.ts';
import { numberOf } from './people.ts';
import { createSendRecordsTable, readPostgresUsage, recordBatch } from './send-records.ts';
import { createPeerSend } from './send-text.ts';
import { runWorker } from './worker-process.ts';

// pg-boss as its documentation has it for throughput: jobs inserted in bulk, fetched in batches, each job of a batch
// settled for itself, no pause after a full batch. https://pgboss.io/api/workers

const queue = 'tips';
/** A batch is as large as a claim of ours. */
const batchSize = 25;
const insertAtATime = 5000;

await runWorker(async (settings) => {
  const { PgBoss } = loadPgBoss();
  const boss = new PgBoss({
    connectionString: settings.store,
    max: 16,
    // How soon jobs of a dead worker come back; by default it is looked for once a minute.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', (error) => console.error('pg-boss:', error.message));
  await boss.start();
  await boss.createQueue(queue, { expireInSeconds: 20, retryLimit: 50 });
  const pool = new (loadPg().Pool)({ connectionString: settings.store, max: 4 });
  pool.on('error', (error) => console.error('pg:', error.message));
  await createSendRecordsTable(pool);
  const send = createPeerSend(settings);

  const work = (): Promise<string> =>
    boss.work(
      queue,
      {
        batchSize,
        // Half as many batches again as fit into the sends in flight: a batch is also fetched, recorded and completed.
        localConcurrency: Math.ceil((1.5 * settings.inFlight) / batchSize),
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 0.5,
        perJobResults: true,
      },
      async (jobs) => {
        const fresh = await recordBatch(
          pool,
          jobs.map(({ data }) => data.to),
        );
        return Promise.all(
          jobs.map(async ({ id, data }) => {
            if (settings.onDoubt === 'skip' && !fresh.has(data.to)) return { id, status: 'completed' };
            return { id, status: 'completed', output: { providerId: await send(data.to) } };
          }),
        );
      },
    );
  // After a kill there are jobs already: a new life goes on with them.
  if (settings.isReplacement) await work();

  return {
    tick: async (people) => {
      for (let from = 0; from < people; from += insertAtATime) {
        const count = Math.min(insertAtATime, people - from);
        await boss.insert(
          queue,
          Array.from({ length: count }, (_, index) => ({ data: { to: numberOf(from + index) } })),
        );
        if (from === 0) await work();
      }
      if (people === 0) await work();
    },
    left: async () => {
      const { rows } = await pool.query(
        "select exists (select from pgboss.job where name = 'tips' and state < 'completed') as left",
      );
      return rows[0]?.['left'] === true ? 1 : 0;
    },
    usage: async () => (settings.isFirst ? readPostgresUsage(pool) : { calls: 0, writes: 0 }),
  };
});
