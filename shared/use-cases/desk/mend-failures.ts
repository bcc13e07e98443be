import type { Actor } from '../../domain/desk/authorise.ts';
import {
  countFailedJobs,
  type FailedJobs,
  type Redrivable,
  type WorkQueueName,
  workQueues,
} from '../../domain/desk/failed-jobs.ts';
import type { GivenUpMail, GivenUpMails } from '../../providers/s3/given-up-mails.ts';
import type { DeadLetters, DeadLetterView } from '../../providers/sqs/dead-letters.ts';
import type { createLostTicks, LostTicksView } from '../../providers/sqs/lost-ticks.ts';
import { CannotError } from './desk-errors.ts';
import type { Guard } from './guard.ts';

interface MendFailuresDeps {
  readonly guard: Guard;
  /** The queues' URLs. A deployment without one channel has no queue for it. */
  readonly queueUrls: { readonly [Name in WorkQueueName]?: string | undefined };
  readonly deadLetters: DeadLetters;
  /** Undefined where there is no scheduler, which is so on a laptop. */
  readonly lostTicks: ReturnType<typeof createLostTicks> | undefined;
  /** Undefined where the deployment receives no mail. */
  readonly mails: Pick<GivenUpMails, 'list'> | undefined;
}

/** The dead letters of one queue: how many there are, how old they are, and of what kind. */
export interface FailedQueue extends Pick<DeadLetterView, 'waiting' | 'oldestAt' | 'moving'> {
  readonly queue: WorkQueueName;
  readonly kinds: readonly FailedJobs[];
}

/** What a redrive has begun: on which queue, and for how many messages. */
export interface Redriven extends Pick<FailedQueue, 'waiting' | 'moving'> {
  readonly queue: Redrivable;
}

/** All that the service has given up on. It contains nobody's pseudonym, address or words. */
export interface FailedWork {
  readonly queues: readonly FailedQueue[];
  /** The scheduler's ticks that could not be started; undefined where there is no scheduler. */
  readonly ticks?: LostTicksView;
  readonly mails: readonly GivenUpMail[];
  /** How many records beside the mails have a form that Lambda is not known to write. */
  readonly unreadable: number;
}

/**
 * Shows what the service has given up on, and tries it again once the cause is mended. Every method throws NotAllowedError
 * or CannotError.
 */
export const createMendFailures = ({ guard, queueUrls, deadLetters, lostTicks, mails }: MendFailuresDeps) => ({
  listFailed: async (actor: Actor): Promise<FailedWork> => {
    await guard(actor, 'list-failed');
    const queues: FailedQueue[] = [];
    for (const queue of workQueues) {
      const url = queueUrls[queue];
      if (url === undefined) continue;
      const { jobs, ...view } = await deadLetters.look(url);
      queues.push({ queue, ...view, kinds: countFailedJobs(jobs) });
    }
    const ticks = await lostTicks?.look();
    const { mails: found, unreadable } = (await mails?.list()) ?? { mails: [], unreadable: 0 };
    return {
      queues,
      ...(ticks === undefined ? {} : { ticks }),
      unreadable,
      mails: found.map(({ message, receivedAt, givenUpAt }) => ({ message, receivedAt, givenUpAt })),
    };
  },

  /**
   * Moves a queue's dead letters back into the queue. That is safe because jobs are idempotent, and a job that comes too
   * late is skipped with that reason. Returns how many there were; while they are still on their way back, nothing is begun
   * a second time. Lost ticks are deleted instead: the next tick has made up for them, and their alarm rings as long as
   * they lie there.
   */
  redrive: async (actor: Actor, queue: Redrivable): Promise<Redriven> => {
    await guard(actor, 'redrive');
    if (queue === 'ticks') {
      if (lostTicks === undefined) throw new CannotError('this deployment has no scheduler');
      return { queue, waiting: await lostTicks.putAway() };
    }
    const url = queueUrls[queue];
    if (url === undefined)
      throw new CannotError({
        en: `this deployment has no queue ${queue}`,
        fr: `ce déploiement n’a pas de file ${queue}`,
      });
    const { waiting, moving } = await deadLetters.look(url);
    if (waiting > 0 && !moving) await deadLetters.redrive(url);
    return { queue, waiting, ...(moving ? { moving } : {}) };
  },
});

/** The desk's view of failed work, with the redrive of queues. */
export type MendFailures = ReturnType<typeof createMendFailures>;
