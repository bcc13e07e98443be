import { type Consent, consentWording } from '../domain/people/consent.ts';
import { endedSubscription } from '../domain/people/ended-subscription.ts';
import type { StopReason, Subscriber, SubscriberId, TipClaim } from '../domain/people/subscriber.ts';
import type { Clock } from '../platform/clock.ts';
import { RevisionConflict } from '../store/subscriber-store.ts';
import type { ReplyStores } from './reply-stores.ts';
import { ContentionError } from './retry-on-conflict.ts';

/** How often a change is tried while others write the same profile. */
const tries = 6;

const mayStop = ({ status }: Subscriber): boolean => status === 'active' || status === 'pending';

/** Whether somebody who has left has a mailbox that waits to be confirmed: leaving again drops that request too. */
const isAskedBack = ({ status, pendingMailbox, signUp }: Subscriber): boolean =>
  status === 'stopped' && (pendingMailbox ?? signUp) !== undefined;

/**
 * Changes to a profile that do not come from a reply. Each reads, changes and writes, again and again until no other
 * writer came in between.
 */
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
    throw new ContentionError(tries);
  };

  return {
    change,
    /**
     * Ends a subscription on every channel, by any of its ids; one that has ended or is being erased stays as it is.
     * True if this call ended it.
     */
    stop: async (name: SubscriberId, reason: StopReason, where: Consent['where']): Promise<boolean> => {
      const { id, subscriber: found } = await stores.persons.readAnyone(name, clock.now());
      if (!found || !(mayStop(found) || isAskedBack(found))) return false;
      // The proof is written first, as with every consent: a repetition after a crash must not find the profile stopped
      // and the proof missing.
      const version = consentWording(found.language);
      await stores.consents.put(id, { at: clock.now(), act: 'withdrawn', version, where }, found.epoch);
      const ended = await change(id, (subscriber) => {
        if (mayStop(subscriber)) return endedSubscription(subscriber, reason);
        return isAskedBack(subscriber) ? endedSubscription(subscriber, subscriber.stopReason ?? reason) : undefined;
      });
      return ended !== undefined;
    },
    /**
     * Gives up a mailbox that was asked to confirm and cannot be reached, or does not want to be. Only a subscription
     * that consists of that mailbox alone ends; somebody's texts go on although they mistyped an address. `by` is who
     * had asked for it; a request by the other way still waits.
     */
    giveUpMailbox: async (id: SubscriberId, reason: StopReason, by: 'page' | 'reply'): Promise<void> => {
      await change(id, (subscriber) => {
        if (subscriber.status === 'pending') return endedSubscription(subscriber, reason);
        if (subscriber.status === 'erasing') return undefined;
        const { pendingMailbox, signUp, ...rest } = subscriber;
        if (by === 'page') return signUp && { ...rest, ...(pendingMailbox ? { pendingMailbox } : {}) };
        return pendingMailbox && { ...rest, ...(signUp ? { signUp } : {}) };
      });
    },
    /** Releases a claim that was certainly not sent. A profile that holds another one by now is left alone. */
    release: async (id: SubscriberId, claim: TipClaim): Promise<void> => {
      await change(id, (subscriber) => {
        const { lastTip } = subscriber;
        // A later claim by the same owner is another one, and may be on its way to the provider.
        const isThis = lastTip?.owner === claim.owner && lastTip.claimedAt === claim.claimedAt;
        return isThis && lastTip.date === claim.date && lastTip.state === 'claimed'
          ? { ...subscriber, lastTip: { ...lastTip, state: 'released' } }
          : undefined;
      });
    },
  };
};

/** Changes a profile as it stands when it is written. */
export type ProfileChanges = ReturnType<typeof createProfileChanges>;
