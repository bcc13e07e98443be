import type { Actor, Operation } from '../../domain/desk/authorise.ts';
import type { Subscriber } from '../../domain/people/subscriber.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PersonStore } from '../../store/person-store.ts';
import { idMeantBy } from './address-of.ts';
import { NobodyThereError } from './desk-errors.ts';
import type { Guard } from './guard.ts';

interface DeskPeopleDeps {
  readonly pepper: string;
  /** The countries in whose way staff write numbers. */
  readonly homes: readonly string[];
  readonly clock: Pick<Clock, 'now'>;
  readonly persons: Pick<PersonStore, 'readAnyone'>;
  readonly guard: Guard;
}

/** Finds whom staff mean, at most two reads among any number of people, and lets an act on them begin. */
export const createDeskPeople = ({ pepper, homes, clock, persons, guard }: DeskPeopleDeps) => {
  /** Whoever stands at that name, somebody who is being erased among them. */
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
     * The person, not one who is being erased: of them nothing is shown any more.
     * @throws CannotError, NobodyThereError, NotAllowedError
     */
    begin: async (actor: Actor, operation: Operation, said: string): Promise<Subscriber> => {
      const subscriber = await lookUp(actor, operation, said);
      if (subscriber.status === 'erasing') throw new NobodyThereError();
      return subscriber;
    },
  };
};

export type DeskPeople = ReturnType<typeof createDeskPeople>;
