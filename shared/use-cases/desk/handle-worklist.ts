import type { Actor } from '../../domain/desk/authorise.ts';
import { type Escalation, escalationOf } from '../../domain/desk/escalation.ts';
import { isForClinic, numberToCall, type RedFlagEvent } from '../../domain/desk/red-flag-event.ts';
import type { ReadingClinic, RedFlagReaders } from '../../domain/desk/red-flag-readers.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PersonStore } from '../../store/person-store.ts';
import type { WorklistStore } from '../../store/worklist-store.ts';
import { CannotError } from './desk-errors.ts';
import type { DeskPeople } from './desk-people.ts';
import type { Guard } from './guard.ts';

/** A red flag as staff see it: who was told of it last and who is next. `phone` is there only if the person asked to be called. */
export interface WaitingFlag extends RedFlagEvent, Escalation {
  readonly phone?: string;
  /** The clinic's zone, by whose clock its times are told. */
  readonly zone: string;
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

  const whoLooks = (): ReadingClinic => {
    if (deps.readers === 'nobody')
      throw new CannotError({
        en: 'nobody looks at red flags here, and people are told so: redFlagReaders in the settings',
        fr: 'personne ne regarde ici les signaux d’alarme, et cela est dit à chacun : redFlagReaders dans les réglages',
      });
    return deps.readers;
  };

  /**
   * Adds the number to call, and whom it comes to. Undefined if the flag no longer concerns the clinic, because the person
   * has left or taken back their consent.
   */
  const asShown = async (flag: RedFlagEvent, readers: ReadingClinic): Promise<WaitingFlag | undefined> => {
    const subscriber = await persons.readSubscriber(flag.id);
    if (!isForClinic(flag, subscriber)) return undefined;
    const now = clock.now();
    const phone = subscriber && numberToCall(subscriber, now);
    const shown = { ...flag, ...escalationOf(flag, readers, now), zone: readers.zone };
    return phone === undefined ? shown : { ...shown, phone };
  };

  /** The events of these names that are kept. Each name is checked and audited, whether or not there is such an event. */
  const eventsNamed = async (actor: Actor, names: ReadonlySet<string>): Promise<readonly RedFlagEvent[]> => {
    for (const name of names) await guard(actor, 'acknowledge', { id: name.slice(0, name.indexOf(eventMark)) });
    return (await worklist.list()).filter(({ event }) => names.has(event));
  };

  /** The events of one person. Whoever was meant is audited once for each event that is taken, and once where none is. */
  const eventsOf = async (actor: Actor, said: string): Promise<readonly RedFlagEvent[]> => {
    const { id } = await people.lookUp(actor, 'acknowledge', said);
    const events = (await worklist.list()).filter((flag) => flag.id === id);
    const waiting = events.filter(({ acknowledgedAt }) => acknowledgedAt === undefined);
    for (const _further of waiting.slice(1)) await guard(actor, 'acknowledge', { id });
    return events;
  };

  /** The waiting events that staff mean: those that are named, or all of one person. */
  const eventsMeant = async (actor: Actor, said: string): Promise<readonly string[]> => {
    const names = new Set(said.split(/\s+/));
    const areNames = [...names].every((name) => name.includes(eventMark));
    const meant = await (areNames ? eventsNamed(actor, names) : eventsOf(actor, said));
    if (meant.length === 0)
      throw new CannotError({
        en: 'no red flag of that name waits: worklist shows those that do',
        fr: 'aucun signal d’alarme de ce nom n’attend : la liste montre ceux qui attendent',
      });
    const [taken] = meant.filter(({ acknowledgedBy = actor.name }) => acknowledgedBy !== actor.name);
    if (taken && meant.every(({ acknowledgedAt }) => acknowledgedAt !== undefined)) {
      const who = taken.acknowledgedAs ?? taken.acknowledgedBy;
      throw new CannotError({ en: `${who} has it already`, fr: `${who} s’en occupe déjà` });
    }
    return meant.filter(({ acknowledgedAt }) => acknowledgedAt === undefined).map(({ event }) => event);
  };

  return {
    /** The flags that nobody has acknowledged, oldest first; with `all`, every flag that is kept. */
    worklist: async (actor: Actor, { all }: { readonly all: boolean }): Promise<readonly WaitingFlag[]> => {
      const readers = whoLooks();
      await guard(actor, 'worklist');
      const flags = (await worklist.list()).filter(({ acknowledgedAt }) => all || acknowledgedAt === undefined);
      return (await Promise.all(flags.map((flag) => asShown(flag, readers)))).filter((flag) => flag !== undefined);
    },

    /**
     * Records that the actor looks after these flags, so that nobody else is told of them. `said` names one event of the
     * worklist, or a person whose events are all meant. Flags that the actor has already stay theirs.
     */
    acknowledge: async (actor: Actor, said: string): Promise<readonly string[]> => {
      whoLooks();
      const events = await eventsMeant(actor, said.trim());
      const taken: string[] = [];
      for (const event of events) if (await worklist.acknowledge(event, actor, clock.now())) taken.push(event);
      if (events.length > 0 && taken.length === 0)
        throw new CannotError({
          en: 'somebody else was faster: worklist --all says who',
          fr: 'quelqu’un d’autre a été plus rapide : la liste entière dit qui',
        });
      return taken;
    },
  };
};
