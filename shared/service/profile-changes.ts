import type { Clock } from '../clock.ts';
import { type Consent, consentVersion } from '../domain/consent.ts';
import type { StopReason, Subscriber, SubscriberId, TipClaim } from '../domain/subscriber.ts';
import { RevisionConflict } from '../store/subscriber-store.ts';
import { ContentionError } from './handle-reply.ts';
import type { ReplyStores } from './reply-stores.ts';

/** Tries against concurrent writers of one profile. */
const tries = 6;

/** Changes to a profile that do not come from a reply: each reads, changes and writes until nobody was faster. */
export const createProfileChanges = (
  stores: Pick<ReplyStores, 'persons' | 'subscribers' | 'consents'>,
  clock: Clock,
) => {
  /** Applies `change` to the profile as it stands; `undefined` from it, or no profile, leaves everything as it is. */
  const change = async (
    id: SubscriberId,
    to: (subscriber: Subscriber) => Subscriber | undefined,
  ): Promise<Subscriber | undefined> => {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const subscriber = await stores.persons.readSubscriber(id);
      const next = subscriber && to(subscriber);
      if (!next) return undefined;
      try {
        await stores.subscribers.save(next, subscriber);
        return next;
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new ContentionError(`the profile changed ${tries} times while it was being changed`);
  };

  return {
    change,
    /** Ends a subscription on every channel; one that has ended, or is being erased, stays as it is. */
    stop: async (id: SubscriberId, reason: StopReason, where: Consent['where']): Promise<void> => {
      const stopped = await change(id, (subscriber) =>
        subscriber.status === 'active' || subscriber.status === 'pending'
          ? { ...subscriber, status: 'stopped', stopReason: reason }
          : undefined,
      );
      if (stopped) {
        await stores.consents.put(id, { at: clock.now(), act: 'withdrawn', version: consentVersion, where });
      }
    },
    /** Gives a claim back that was surely not sent. A profile that says something else by now is left alone. */
    release: async (id: SubscriberId, claim: TipClaim): Promise<void> => {
      await change(id, (subscriber) => {
        const { lastTip } = subscriber;
        return lastTip?.date === claim.date && lastTip.owner === claim.owner && lastTip.state === 'claimed'
          ? { ...subscriber, lastTip: { ...lastTip, state: 'released' } }
          : undefined;
      });
    },
  };
};

export type ProfileChanges = ReturnType<typeof createProfileChanges>;
