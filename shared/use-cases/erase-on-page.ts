import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { ErasureJob } from '../domain/tips/job.ts';
import type { Clock } from '../platform/clock.ts';
import type { ProfileChanges } from './profile-changes.ts';

/**
 * Erases everything on somebody who asked for it on a page. The job is queued first: if writing the profile then fails,
 * nothing has happened and the link still works. If the job runs before the profile is written, its second deletion
 * (erase-subscriber) does the rest. In the other order a crash would leave a profile that is closed and never erased.
 */
export const createEraseOnPage =
  (changes: Pick<ProfileChanges, 'change'>, eraseLater: (job: ErasureJob) => Promise<void>, clock: Clock) =>
  async (id: SubscriberId, epoch: string): Promise<void> => {
    await eraseLater({ kind: 'erase', id, epoch, at: clock.now() });
    await changes.change(id, (subscriber) => {
      if (subscriber.epoch !== epoch || subscriber.status === 'erasing') return undefined;
      // The instant at which the erasure began: a JOIN that comes after it is not erased.
      return { ...subscriber, status: 'erasing', eraseWord: { word: '', until: clock.now() } };
    });
  };

/** Erases everything on somebody, as of one enrolment. */
export type EraseOnPage = ReturnType<typeof createEraseOnPage>;
