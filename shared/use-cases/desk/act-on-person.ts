import { loadPlaces } from '../../content/places.ts';
import type { Actor } from '../../domain/desk/authorise.ts';
import { type Changed, type Move, withMove, withPause, withResume } from '../../domain/desk/desk-changes.ts';
import { type PersonAtDesk, personAtDesk } from '../../domain/desk/person-at-desk.ts';
import type { Sentence } from '../../domain/desk/sentence.ts';
import type { Subscriber, SubscriberId } from '../../domain/people/subscriber.ts';
import { type ErasureJob, erasureOf } from '../../domain/tips/job.ts';
import type { TipProgramme } from '../../domain/tips/tip-programme.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PersonStore } from '../../store/person-store.ts';
import type { ProfileChanges } from '../profile-changes.ts';
import { CannotError, NobodyThereError } from './desk-errors.ts';
import type { DeskPeople } from './desk-people.ts';

interface ActOnPersonDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly people: DeskPeople;
  readonly persons: Pick<PersonStore, 'readSubscriber'>;
  readonly changes: Pick<ProfileChanges, 'change' | 'stop'>;
  readonly eraseLater: (job: ErasureJob) => Promise<void>;
  readonly programme: TipProgramme;
}

/** The word that confirms an ERASE by text. Nobody can send this one, because staff confirm at the desk itself. */
const erasedAtDesk = '-';

const isSame = (one: Subscriber, other: Subscriber): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What staff do for somebody who phoned. Every act may be repeated without harm. Every act throws what `DeskPeople.begin`
 * throws, and CannotError where it cannot be done; nothing has changed then.
 */
export const createActOnPerson = ({ clock, people, persons, changes, eraseLater, programme }: ActOnPersonDeps) => {
  const after = async (id: SubscriberId): Promise<PersonAtDesk> => {
    const subscriber = await persons.readSubscriber(id);
    if (!subscriber) throw new NobodyThereError();
    return personAtDesk(subscriber, clock.now(), programme);
  };

  /** Changes the profile as it stands when it is written, not as it stood when it was looked up. */
  const carryOut = async (id: SubscriberId, to: (subscriber: Subscriber) => Changed): Promise<PersonAtDesk> => {
    let refusal: Sentence | undefined;
    await changes.change(id, (subscriber) => {
      const changed = to(subscriber);
      refusal = changed.kind === 'refused' ? changed.why : undefined;
      return changed.kind === 'refused' || isSame(changed.next, subscriber) ? undefined : changed.next;
    });
    if (refusal !== undefined) throw new CannotError(refusal);
    return after(id);
  };

  return {
    /** Ends the subscription on every channel, as the person's own STOP does. */
    stop: async (actor: Actor, said: string): Promise<PersonAtDesk> => {
      const { id } = await people.begin(actor, 'stop', said);
      await changes.stop(id, 'opt-out', 'desk');
      return after(id);
    },

    pause: async (actor: Actor, said: string, days: number): Promise<PersonAtDesk> => {
      const { id } = await people.begin(actor, 'pause', said);
      return carryOut(id, (subscriber) => withPause(subscriber, days, clock.now()));
    },

    resume: async (actor: Actor, said: string): Promise<PersonAtDesk> => {
      const { id } = await people.begin(actor, 'resume', said);
      return carryOut(id, (subscriber) => withResume(subscriber, clock.now()));
    },

    /** Changes when, where, how or in which language their tips come. */
    move: async (actor: Actor, said: string, move: Move): Promise<PersonAtDesk> => {
      const { id } = await people.begin(actor, 'move', said);
      const places = move.zone === undefined ? undefined : await loadPlaces();
      return carryOut(id, (subscriber) => withMove(subscriber, move, clock.now(), places));
    },

    /** Deletes all that is held on them, as their own ERASE does. If a deletion has already begun, it is queued once more. */
    erase: async (actor: Actor, said: string): Promise<{ readonly id: SubscriberId }> => {
      const { id } = await people.lookUp(actor, 'erase', said);
      const erased = await changes.change(id, (subscriber) =>
        subscriber.status === 'erasing'
          ? undefined
          : { ...subscriber, status: 'erasing', eraseWord: { word: erasedAtDesk, until: clock.now() } },
      );
      await eraseLater(erased ? erasureOf(erased) : { kind: 'erase', id });
      return { id };
    },
  };
};
