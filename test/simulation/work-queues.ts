import { settings } from './functions.ts';
import type { Lambda } from './lambda.ts';
import { createQueue } from './queue.ts';
import type { World } from './world.ts';

/** The queues of a deployment, each with two workers of the function that it wakes. */
export const createWorkQueues = (world: World, lambda: () => Lambda, overtaken: (confirmations: number) => void) => {
  const queueOf = (name: 'send-tips-sms' | 'send-tips-email' | 'erase-subscriber') =>
    createQueue({
      world,
      name,
      workers: 2,
      overtaken,
      run: (event, sheltered, done) => {
        lambda()(name, (fn) => fn(event), {
          sheltered,
          ended: (ending) => done(ending.kind === 'returned' && ending.value.batchItemFailures.length === 0),
        });
      },
    });
  const queues = {
    sms: queueOf('send-tips-sms'),
    email: queueOf('send-tips-email'),
    erasure: queueOf('erase-subscriber'),
  };
  const queuesByUrl = new Map([
    [settings.smsQueue, queues.sms],
    [settings.emailQueue, queues.email],
    [settings.erasureQueue, queues.erasure],
  ]);
  return { queues, queuesByUrl };
};
