import { guessZones } from '../../shared/domain/people/zone-guess.ts';
import type { DueLedger } from './due-ledger.ts';
import { wallClock } from './local-clock.ts';
import type { Person } from './person.ts';
import { createRandom, type Random } from './random.ts';
import { hour, type World } from './world.ts';
import { isUnderLaw, type ZoneLaw } from './zone-law.ts';

/** Whether a law splits the zones that a number may be in: it moves some of their clocks and not the others. */
const splits = (law: ZoneLaw, { phone }: Pick<Person, 'phone'>): boolean => {
  const canonical = guessZones(phone).zones.map((timeZone) =>
    new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions(),
  );
  const moved = new Set(canonical.map(({ timeZone }) => isUnderLaw(law, timeZone)));
  return moved.size === 2;
};

/**
 * In a fifth of the worlds with a law it is one on purpose that moves the window of a guessed zone: some of the zones that
 * somebody may be in are under it, and others are not. Its own random numbers change nothing else that a seed decides.
 */
export const splitGuess = (seed: number, law: ZoneLaw | undefined, people: readonly Person[]) => {
  const random = createRandom(seed + 12_000_000_000);
  if (!law || !random.chance(0.2)) return { law, random, isSplit: false };
  for (let tried = 0; tried < 200; tried += 1) {
    const other = { ...law, salt: random.whole(0, 1_000_000) };
    if (people.some((person) => splits(other, person))) return { law: other, random, isSplit: true };
  }
  return { law, random, isSplit: false };
};

const firstMinute = 8 * 60;
const lastMinute = 20 * 60;
const timeOf = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * Everybody whose zone is a guess asks for a time near the edge of the window, in the day before the law or the deployment:
 * what was inside it in every zone they may be in is then outside it in one.
 */
export const waitAtEdge = (options: {
  readonly world: World;
  readonly random: Random;
  readonly law: ZoneLaw | undefined;
  readonly isSplit: boolean;
  readonly people: readonly Person[];
  readonly schedules: DueLedger['schedules'];
  readonly text: (person: Person, words: string, carriedInMs: number) => void;
  readonly until: number;
}): void => {
  const { world, random, law, isSplit, people, schedules, text, until } = options;
  if (!law || !isSplit) return;
  const moves = Math.max(law.at, law.deployedAt);
  for (const person of people) {
    const ahead = random.whole(2 * hour, 20 * hour);
    const shift = random.whole(1, 23) * 5;
    const isEvening = random.chance(0.7);
    world.timeline.at(Math.min(until, moves) - ahead, () => {
      const view = schedules.get(person.id)?.view;
      if (view?.zoneSource !== 'guess' || view.status !== 'active') return;
      const now = world.timeline.now();
      const here = wallClock(view.home, now);
      // The edge of the narrowest window: by the clock they are told, where the farthest of the others has its own.
      const leads = view.zoneCandidates.map((zone) => wallClock(zone, now).minutes - here.minutes);
      const [most, least] = [Math.max(0, ...leads), Math.min(0, ...leads)];
      const wanted = isEvening ? lastMinute - most - shift : firstMinute - least + shift;
      const spread = most - least;
      // Around midnight one clock shows the next day; and where zones are far apart there is no window at all.
      if (spread > 6 * 60 || wanted < firstMinute || wanted >= lastMinute) return;
      text(person, `TIME ${timeOf(wanted)}`, 500);
    });
  }
};
