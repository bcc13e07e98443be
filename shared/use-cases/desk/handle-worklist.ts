import type { Actor } from '../../domain/desk/authorise.ts';
import { isForClinic, numberToCall, type RedFlagEvent } from '../../domain/desk/red-flag-event.ts';
import type { RedFlagReaders } from '../../domain/desk/red-flag-readers.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PersonStore } from '../../store/person-store.ts';
import type { WorklistStore } from '../../store/worklist-store.ts';
import { CannotError } from './desk-errors.ts';
import type { DeskPeople } from './desk-people.ts';
import type { Guard } from './guard.ts';

/** A red flag as staff see it. `phone` is there only if the person asked to be called. */
export interface WaitingFlag extends RedFlagEvent {
  readonly phone?: string;
}

interface HandleWorklistDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly guard: Guard;
  readonly people: DeskPeople;
  readonly persons: Pick<PersonStore, 'readSubscriber'>;
  readonly worklist: Pick<WorklistStore, 'list' | 'acknowledge'>;
  readonly readers: RedFlagReaders;
}

/** Separates the person's pseudonym from the rest of an event's name. */
const eventMark = '#';

/**
 * The red flags that wait for somebody at the clinic. Every method throws NotAllowedError, and CannotError where the
 * settings say that nobody at the clinic looks at red flags.
 */
export const createHandleWorklist = (deps: HandleWorklistDeps) => {
  const { clock, guard, people, persons, worklist } = deps;

  const checkThatSomebodyLooks = (): void => {
    if (deps.readers === 'nobody')
      throw new CannotError({
        en: 'nobody looks at red flags here, and people are told so: redFlagReaders in the settings',
        fr: 'personne ne regarde ici les signaux d’alarme, et cela est dit à chacun : redFlagReaders dans les réglages',
      });
  };

  /**
   * Adds the number to call. Undefined if the flag no longer concerns the clinic, because the person has left or taken back
   * their consent.
   */
  const withPhone = async (flag: RedFlagEvent): Promise<WaitingFlag | undefined> => {
    const subscriber = await persons.readSubscriber(flag.id);
    if (!isForClinic(flag, subscriber)) return undefined;
    const phone = subscriber && numberToCall(subscriber, clock.now());
    return phone === undefined ? flag : { ...flag, phone };
  };

  /** The events that staff mean: one event by its name, or all waiting events of one person. */
  const eventsMeant = async (actor: Actor, said: string): Promise<readonly string[]> => {
    const isEvent = said.includes(eventMark);
    const { id } = isEvent
      ? { id: said.slice(0, said.indexOf(eventMark)) }
      : await people.lookUp(actor, 'acknowledge', said);
    if (isEvent) await guard(actor, 'acknowledge', { id });
    const all = await worklist.list();
    const meant = all.filter((flag) => (isEvent ? flag.event === said : flag.id === id));
    if (meant.length === 0)
      throw new CannotError({
        en: 'no red flag of that name waits: worklist shows those that do',
        fr: 'aucun signal d’alarme de ce nom n’attend : la liste montre ceux qui attendent',
      });
    const [taken] = meant.filter(({ acknowledgedBy = actor.name }) => acknowledgedBy !== actor.name);
    if (taken && meant.every(({ acknowledgedAt }) => acknowledgedAt !== undefined))
      throw new CannotError({
        en: `${taken.acknowledgedBy} has it already`,
        fr: `${taken.acknowledgedBy} s’en occupe déjà`,
      });
    return meant.filter(({ acknowledgedAt }) => acknowledgedAt === undefined).map(({ event }) => event);
  };

  return {
    /** The flags that nobody has acknowledged, oldest first; with `all`, every flag that is kept. */
    worklist: async (actor: Actor, { all }: { readonly all: boolean }): Promise<readonly WaitingFlag[]> => {
      checkThatSomebodyLooks();
      await guard(actor, 'worklist');
      const flags = (await worklist.list()).filter(({ acknowledgedAt }) => all || acknowledgedAt === undefined);
      return (await Promise.all(flags.map(withPhone))).filter((flag) => flag !== undefined);
    },

    /**
     * Records that the actor looks after these flags, so that nobody else is told of them. `said` names one event of the
     * worklist, or a person whose events are all meant. Flags that the actor has already stay theirs.
     */
    acknowledge: async (actor: Actor, said: string): Promise<readonly string[]> => {
      checkThatSomebodyLooks();
      const events = await eventsMeant(actor, said.trim());
      const taken: string[] = [];
      for (const event of events) if (await worklist.acknowledge(event, actor.name, clock.now())) taken.push(event);
      if (events.length > 0 && taken.length === 0)
        throw new CannotError({
          en: 'somebody else was faster: worklist --all says who',
          fr: 'quelqu’un d’autre a été plus rapide : la liste entière dit qui',
        });
      return taken;
    },
  };
};
