import type { DueLedger } from './due-ledger.ts';
import { wallClock } from './local-clock.ts';
import type { Person } from './person.ts';
import { hour, minute, second, type World } from './world.ts';
import type { ZoneLaw } from './zone-law.ts';

export interface RushOptions {
  /** Its own random numbers, so that worlds without a rush stay as they are. */
  readonly world: World;
  readonly people: readonly Person[];
  readonly schedules: DueLedger['schedules'];
  readonly law: ZoneLaw | undefined;
  /** Somebody texts these words; our webhook is called that much later. */
  readonly text: (person: Person, words: string, carriedInMs: number) => void;
  /** Somebody joins, or joins again. */
  readonly join: (person: Person, words: string) => void;
  readonly signUp: (person: Person) => void;
  /** No text reaches our webhook for that long. */
  readonly deafen: (milliseconds: number) => void;
  /** No two things of a kind come at once after this. */
  readonly until: number;
}

/** What people text beside something else of theirs, by weight. */
const beside = { 'PAIN 3': 5, TIME: 3, TIP: 4, SMS: 3, EMAIL: 2, 'PAUSE 1': 1, RESUME: 1, HELPED: 1 } as const;
/** What they text in the moment in which a tip of theirs is claimed: what may take the claim over, or end it. */
const atClaim = { TIP: 5, SMS: 1, 'PAUSE 1': 1, TIME: 1 } as const;
const everyHour = Array.from({ length: 12 }, (_, index) => `${index + 8}:00`);
const [firstTime = '', ...otherTimes] = everyHour;
const dayTimes = [firstTime, ...otherTimes] as const;

const timeOf = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * What makes races: in some worlds people do several things at once, just when the service is at work on something of
 * theirs, and who has everything erased comes back the same day.
 */
export const createRush = (options: RushOptions) => {
  const { world, people, schedules, law, text, join, signUp, deafen, until } = options;
  const { timeline, random } = world;
  /** Two webhooks that are called within so short a time read the same profile. */
  const atOnce = (): number => random.whole(0, 12);
  const isOver = (): boolean => timeline.now() > until;
  const ownerOf = (id: string): Person | undefined => people.find((each) => each.id === id || each.mailId === id);

  const wordsOf = (person: Person, weights: Readonly<Record<string, number>>): string => {
    const words = random.weighted(weights);
    if (words === 'TIME') return `TIME ${random.pick(dayTimes)}`;
    return words === 'EMAIL' ? `EMAIL ${person.address}` : words;
  };

  /** They want their tip again later on the day on which all of theirs was erased. */
  const moveTipToLater = (person: Person): void => {
    const zone = schedules.get(person.id)?.view.home;
    if (zone === undefined) return;
    const soon = Math.ceil((wallClock(zone, timeline.now()).minutes + 9) / 5) * 5;
    if (soon < 20 * 60) text(person, `TIME ${timeOf(soon)}`, random.whole(100, 2000));
  };

  const joinAgain = (person: Person): void => {
    const words = random.weighted({ JOIN: 3, mailbox: 4 });
    join(person, words === 'mailbox' ? `JOIN ${person.address}` : words);
    timeline.after(random.whole(20 * second, 2 * minute), () => moveTipToLater(person));
  };

  /** The law finds people whose tip is due in the hour that their clocks leave out. */
  const waitForLaw = ({ at, deployedAt }: ZoneLaw): void => {
    const moves = Math.max(at, deployedAt);
    for (const person of people)
      timeline.at(moves - random.whole(hour, 9 * hour), () => {
        const zone = schedules.get(person.id)?.view.home;
        if (zone === undefined) return;
        const { minutes } = wallClock(zone, moves - 1);
        const due = Math.ceil((minutes + random.whole(1, 50)) / 5) * 5;
        if (due >= 8 * 60 && due < 20 * 60) text(person, `TIME ${timeOf(due)}`, random.whole(100, 2000));
      });
  };

  return {
    start: (): void => {
      if (law) waitForLaw(law);
    },
    /** Somebody has sent a text that reaches our webhook in so many milliseconds: another one comes beside it, or a form. */
    texted: (person: Person, carriedInMs: number): void => {
      if (isOver()) return;
      if (random.chance(0.25)) text(person, wordsOf(person, beside), Math.max(0, carriedInMs + atOnce()));
      if (random.chance(0.1)) timeline.after(Math.max(0, carriedInMs - random.whole(0, 60)), () => signUp(person));
      if (random.chance(0.04)) timeline.after(random.whole(0, minute), () => deafen(random.whole(second, 6 * minute)));
    },
    /** A worker has claimed a tip of theirs and is about to hand it to a provider. */
    claimed: (id: string): void => {
      const person = ownerOf(id);
      if (!person || isOver()) return;
      if (random.chance(0.35)) text(person, wordsOf(person, atClaim), random.whole(0, 400));
      // Who has had today's tip wants everything gone, and its receipts are still on their way.
      if (random.chance(0.06)) timeline.after(random.whole(10 * second, hour), () => text(person, 'ERASE', 500));
    },
    /** The queues have everybody who was due until then; the workers have not read them yet. */
    queued: (): void => {
      for (const [id, { view, lastDue }] of schedules) {
        const person = ownerOf(id);
        const age = timeline.now() - lastDue;
        if (!person || view.status !== 'active' || age < 0 || age > 5 * minute || isOver()) continue;
        if (!random.chance(0.2)) continue;
        text(person, view.tipsBy === 'email' ? 'SMS' : `EMAIL ${person.address}`, random.whole(0, 300));
      }
    },
    /** They have said the word that erases them: they come back the same day, and what they said meanwhile is found late. */
    erased: (person: Person): void => {
      if (isOver()) return;
      timeline.after(random.whole(5 * second, 30 * second), () => {
        deafen(random.whole(10 * second, minute));
        text(person, 'PAIN 7', random.whole(0, second));
      });
      timeline.after(random.whole(3 * minute, 6 * minute), () => joinAgain(person));
    },
  };
};

export type Rush = ReturnType<typeof createRush>;
