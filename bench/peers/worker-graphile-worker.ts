import { loadGraphileWorker, loadPg } from './peer-modules.ts';
import { numberOf } from './people.ts';
import { createSendRecordsTable, readPostgresUsage, recordStatement } from './send-records.ts';
import { createPeerSend } from './send-text.ts';
import { runWorker } from './worker-process.ts';

// graphile-worker with the settings of its own performance page: a local queue of 500 jobs, completions in batches.
// https://worker.graphile.org/docs/performance

const identifier = 'tip';
const insertAtATime = 5000;

await runWorker(async (settings) => {
  const { makeWorkerUtils, run, Logger } = loadGraphileWorker();
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') console.error('graphile-worker:', message);
  });
  const utils = await makeWorkerUtils({ connectionString: settings.store, logger });
  await utils.migrate();
  const pool = new (loadPg().Pool)({ connectionString: settings.store, max: 4 });
  pool.on('error', (error) => console.error('pg:', error.message));
  await createSendRecordsTable(pool);
  const send = createPeerSend(settings);

  const work = (): Promise<unknown> =>
    run({
      preset: {
        worker: {
          connectionString: settings.store,
          concurrentJobs: settings.inFlight,
          maxPoolSize: 16,
          localQueue: { size: 500 },
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
          logger,
        },
      },
      noHandleSignals: true,
      taskList: {
        // Each job its own INSERT, as the documentation shows a task that writes to the database.
        [identifier]: async ({ to }, { query }) => {
          const { rows } = await query(recordStatement, [to]);
          if (rows.length > 0 || settings.onDoubt === 'resend') await send(to);
        },
      },
    });
  // Jobs of a dead worker stay locked for four hours unless somebody who knows that it is dead says so.
  if (settings.isReplacement) {
    const { rows } = await pool.query(
      'select distinct locked_by from graphile_worker._private_jobs where locked_by is not null',
    );
    await utils.forceUnlockWorkers(rows.map((row) => String(row['locked_by'])));
    await work();
  }

  return {
    tick: async (people) => {
      for (let from = 0; from < people; from += insertAtATime) {
        const count = Math.min(insertAtATime, people - from);
        await utils.addJobs(
          Array.from({ length: count }, (_, index) => ({
            identifier,
            payload: { to: numberOf(from + index) },
            maxAttempts: 50,
          })),
        );
        if (from === 0) await work();
      }
      if (people === 0) await work();
    },
    left: async () => {
      const { rows } = await pool.query('select exists (select from graphile_worker._private_jobs) as left');
      return rows[0]?.['left'] === true ? 1 : 0;
    },
    usage: async () => (settings.isFirst ? readPostgresUsage(pool) : { calls: 0, writes: 0 }),
  };
});
