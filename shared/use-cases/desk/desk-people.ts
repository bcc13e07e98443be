import type { Actor, Operation } from '../../domain/desk/authorise.ts';
import type { Subscriber } from '../../domain/people/subscriber.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PersonStore } from '../../store/person-store.ts';
import { idMeantBy } from './address-of.ts';
import { NobodyThereError } from './desk-errors.ts';
import type { Guard } from './guard.ts';

interface DeskPeopleDeps {
  readonly pepper: string;
  /** The countries whose national way of writing numbers staff use. */
  readonly homes: readonly string[];
  readonly clock: Pick<Clock, 'now'>;
  readonly persons: Pick<PersonStore, 'readAnyone'>;
  readonly guard: Guard;
}

/** Finds the person whom staff mean, with at most two reads however many people there are, and lets an act on them begin. */
export const createDeskPeople = ({ pepper, homes, clock, persons, guard }: DeskPeopleDeps) => {
  /** Returns the person even if they are being erased, so that ERASE can be repeated. */
  const lookUp = async (actor: Actor, operation: Operation, said: string): Promise<Subscriber> => {
    const id = await idMeantBy({ pepper, homes }, said);
    const who = await persons.readAnyone(id, clock.now());
    await guard(actor, operation, who);
    if (!who.subscriber) throw new NobodyThereError();
    return who.subscriber;
  };
  return {
    lookUp,
    /**
     * Returns the person unless they are being erased: nothing of them is shown any more.
     * @throws CannotError, NobodyThereError, NotAllowedError
     */
    begin: async (actor: Actor, operation: Operation, said: string): Promise<Subscriber> => {
      const subscriber = await lookUp(actor, operation, said);
      if (subscriber.status === 'erasing') throw new NobodyThereError();
      return subscriber;
    },
  };
};

/** Finds people for the desk's acts; each search is checked and audited. */
export type DeskPeople = ReturnType<typeof createDeskPeople>;
