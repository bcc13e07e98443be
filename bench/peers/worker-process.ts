import {
  type FromWorker,
  processSettings,
  type StoreUsage,
  type ToWorker,
  toWorker,
  type WorkerSettings,
} from './worker-messages.ts';

/** What a system under measurement does in its own process. */
export interface Worker {
  /** Finds or queues everybody who is due. Resolves when all of them are stored as due. */
  tick(people: number): Promise<void>;
  /** Jobs that are not completed; Backbeat's queue is asked instead. */
  left(): Promise<number>;
  usage(): Promise<StoreUsage>;
  /** Whatever else the bench says. */
  hear?(message: ToWorker): void;
}

/** Nobody to talk to: the worker was not started by the bench. */
class OrphanError extends Error {
  override readonly name = 'OrphanError';
}

export const tellBench = (message: FromWorker): void => {
  if (!process.send) throw new OrphanError('a worker is started by the bench');
  process.send(message);
};

const answer = async (worker: Worker, message: ToWorker): Promise<void> => {
  switch (message.kind) {
    case 'tick':
      await worker.tick(message.people);
      return tellBench({ kind: 'ticked' });
    case 'left':
      return tellBench({ kind: 'left', count: await worker.left() });
    case 'usage':
      return tellBench({ kind: 'usage', usage: await worker.usage() });
    case 'message':
    case 'stored':
      return worker.hear?.(message);
  }
};

const fail = (error: unknown): never => {
  console.error(error);
  process.exit(1);
};

/** Runs a worker under the bench: it ends when the bench ends, and at the first error that it does not handle itself. */
export const runWorker = async (start: (settings: WorkerSettings) => Promise<Worker>): Promise<void> => {
  process.once('disconnect', () => process.exit(0));
  const worker = await start(processSettings.parse(JSON.parse(process.env['PEERS_WORKER'] ?? '{}')));
  process.on('message', (message) => void answer(worker, toWorker.parse(message)).catch(fail));
  tellBench({ kind: 'ready' });
};
