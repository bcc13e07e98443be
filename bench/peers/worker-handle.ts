import type { ChildProcess } from 'node:child_process';
import { endProcess, startNode } from './child-process.ts';
import type { GroupQueue } from './group-queue.ts';
import { type FromWorker, fromWorker, type StoreUsage, type ToWorker, type WorkerSettings } from './worker-messages.ts';

/** A worker ended, or said nothing for too long. */
class WorkerError extends Error {
  override readonly name = 'WorkerError';
}

const answerTimeoutMs = 300_000;

/** One life of a system's worker process, and Backbeat's queue handed to it, so many groups at a time. */
export const startWorker = async (
  file: string,
  settings: WorkerSettings,
  queue: GroupQueue | undefined,
  groups: number,
) => {
  const child: ChildProcess = startNode(file, settings);
  const expected = new Map<FromWorker['kind'], (message: FromWorker) => void>();
  const say = (message: ToWorker): void => {
    // A worker that was just killed gets no more messages.
    if (child.connected) child.send(message);
  };

  let inHand = 0;
  const feed = (): void => {
    while (queue && child.connected && inHand < groups) {
      const message = queue.take();
      if (!message) return;
      inHand += 1;
      say({ kind: 'message', ...message });
    }
  };

  const hear = async (message: FromWorker): Promise<void> => {
    if (message.kind === 'store') {
      await queue?.store(message.bodies);
      say({ kind: 'stored', batch: message.batch });
    } else if (message.kind === 'hide') {
      queue?.hide(message.id, message.seconds);
    } else if (message.kind === 'done') {
      inHand -= 1;
      if (!message.comesBack) queue?.remove(message.id);
      feed();
    } else {
      expected.get(message.kind)?.(message);
      expected.delete(message.kind);
    }
  };
  child.on('message', (message) => void hear(fromWorker.parse(message)));

  const next = (kind: FromWorker['kind']): Promise<FromWorker> =>
    new Promise((resolve, reject) => {
      const fail = (): void => reject(new WorkerError(`${file} ended or did not answer "${kind}"`));
      const timer = setTimeout(fail, answerTimeoutMs);
      child.once('exit', fail);
      expected.set(kind, (message) => {
        clearTimeout(timer);
        child.removeListener('exit', fail);
        resolve(message);
      });
    });
  const ask = (message: ToWorker, kind: FromWorker['kind']): Promise<FromWorker> => {
    const answer = next(kind);
    say(message);
    return answer;
  };

  await next('ready');
  queue?.onStored(feed);
  feed();
  return {
    pid: child.pid ?? 0,
    feed,
    tick: (people: number) => ask({ kind: 'tick', people }, 'ticked'),
    left: async (): Promise<number> => {
      const answer = await ask({ kind: 'left' }, 'left');
      return answer.kind === 'left' ? answer.count : 0;
    },
    usage: async (): Promise<StoreUsage> => {
      const answer = await ask({ kind: 'usage' }, 'usage');
      return answer.kind === 'usage' ? answer.usage : { calls: 0, writes: 0 };
    },
    kill: () => endProcess(child, 'SIGKILL'),
  };
};

export type WorkerHandle = Awaited<ReturnType<typeof startWorker>>;
