import type { Person } from './person.ts';
import { markIn, programmeIn, viewOf } from './profile-view.ts';
import { createRandom, type Random } from './random.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { hasHadAllIn } from './tip-rules.ts';
import { day, second, type World } from './world.ts';

/** What people name as an activity of their own: words that stand in no tip, so that a text that holds one speaks of it. */
export const activities = ['gardening', 'playing bowls', 'choir practice'] as const;

/**
 * Which random numbers decide whether a world has people with habits. Of a hundred that would do as well, this leaves out every
 * world that a mutant is known to be caught in (mutants/seeds.json): those stay to the letter as they were.
 */
const trait = 94;

export interface HabitsOptions {
  readonly world: World;
  readonly seed: number;
  readonly people: readonly Person[];
  readonly engine: () => MemoryEngine;
  /** Somebody texts these words; our webhook is called that much later. `by` draws what nobody else may draw. */
  readonly text: (person: Person, words: string, carriedInMs: number, by: Random) => void;
  readonly until: number;
}

/**
 * In a tenth of the worlds each person has a habit: an activity of their own that the weekly question is to be about, or walking,
 * for which they let the tips be over soon, and then say how many minutes it was. Each has random numbers of their own, by the
 * world's seed and their place in it.
 */
export const createHabits = ({ world, seed, people, engine, text, until }: HabitsOptions) => {
  const { timeline } = world;

  /** Something about the activity, or an answer to the weekly question, asked or not. */
  const ofActivity = (random: Random): string => {
    if (random.chance(0.75)) return random.pick(['ALWAYS', 'SOMETIMES', 'NEVER']);
    return random.chance(0.2) ? 'ACTIVITY WALKING' : `ACTIVITY ${random.pick(activities)}`;
  };

  /** One kind of tip after another is not for them, until all others were sent; then they walk, and say so. */
  const ofWalking = (person: Person, random: Random): string | undefined => {
    const view = viewOf(engine().peek(`SUB#${person.id}`, 'PROFILE'));
    if (view === undefined || view.lastTip === undefined) return undefined;
    if (programmeIn(view) === 1) {
      const minutes = random.whole(11, 40);
      return random.chance(0.5) ? `WALK ${minutes}` : `${minutes} minutes`;
    }
    if (hasHadAllIn(view)) return 'WALK';
    // The last kind stays, or there would be no end to come to.
    const isFirst = markIn(view, 35) === 0 || view.lastTip.tip.startsWith('35');
    return isFirst ? 'HELPED' : 'NOTFORME';
  };

  const live = (person: Person, random: Random, isWalker: boolean): void => {
    const isAwake = timeline.now() + day < until;
    if (!isAwake) return;
    timeline.after(random.whole(0, day), () => {
      if (!person.joined || random.chance(0.3)) return;
      const words = isWalker ? ofWalking(person, random) : ofActivity(random);
      if (words !== undefined) text(person, words, random.whole(100, 3 * second), random);
    });
    timeline.after(day, () => live(person, random, isWalker));
  };

  return {
    start: (): void => {
      const decides = createRandom(seed + trait * 1_000_000_000);
      if (!decides.chance(0.1)) return;
      for (const [index, person] of people.entries()) {
        const random = createRandom(seed + (trait + 1 + index) * 1_000_000_000);
        live(person, random, random.chance(0.5));
      }
    },
  };
};
