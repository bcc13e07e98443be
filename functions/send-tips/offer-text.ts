import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import type { ProfileChanges } from '../../shared/use-cases/profile-changes.ts';

export interface OfferTextDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly changes: Pick<ProfileChanges, 'change'>;
  /** Sends the offer; undefined for a worker that sends no texts. */
  readonly send: ((subscriber: Subscriber, date: string, at: number) => Promise<SendOutcome>) | undefined;
}

/**
 * Offers tips by text to somebody whose mailbox was not confirmed. The offer is recorded before it is sent, so that it
 * is sent at most once, even if the worker dies in between.
 */
export const createOfferText =
  ({ clock, log, changes, send }: OfferTextDeps) =>
  async ({ id }: Subscriber, date: string): Promise<void> => {
    const marked = await changes.change(id, (now) =>
      now.status === 'active' && !now.textOffered ? { ...now, textOffered: true } : undefined,
    );
    if (!marked || !send) return;
    const outcome = await send(marked, date, clock.now());
    if (outcome.kind !== 'accepted') log('warn', 'offer-not-accepted', { id, code: outcome.code });
  };
