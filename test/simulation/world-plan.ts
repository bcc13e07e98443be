import { createRandom, type Random } from './random.ts';
import { day, faultRatesOf, hour } from './world.ts';
import { drawLaw } from './zone-law.ts';

/** Starts of worlds: within 36 days of some of them clocks change in some places, of others nowhere. */
const starts = [
  '2030-03-01',
  '2030-10-10',
  '2030-09-15',
  '2030-03-20',
  '2030-06-10',
  '2030-12-20',
  '2026-10-05',
] as const;
const simulatedDays = 36;
/** Two months of silence, and some days before and after. */
const longDays = 78;

/** How much pain somebody is in who has good weeks and one bad spell; undefined where people text any number. */
const drawMoods = (random: Random, start: number) => {
  const some = random.chance(0.3);
  const spells = new Map<string, number>();
  return (name: string, at: number): number | undefined => {
    if (!some) return undefined;
    const from = spells.get(name) ?? start + random.whole(5, 20) * day;
    spells.set(name, from);
    return at >= from && at < from + 12 * day ? 8 + random.whole(0, 4) / 2 : random.whole(0, 8) / 2;
  };
};

/** Who says nothing from when until when. */
const drawSilences = (some: boolean, isLong: boolean, random: Random, start: number) => {
  const spans = new Map<string, readonly [from: number, until: number]>();
  const spanOf = (name: string): readonly [number, number] => {
    const known = spans.get(name);
    if (known) return known;
    const from = start + random.whole(2, 6) * day;
    const span = [from, from + (isLong ? random.whole(63, 68) : random.whole(7, 26)) * day] as const;
    spans.set(name, span);
    return span;
  };
  return (name: string, at: number): boolean => {
    const [from, until] = some ? spanOf(name) : [0, 0];
    return at >= from && at < until;
  };
};

/** The random numbers of a trait that so many worlds have; undefined in the others. */
const inSome = (share: number, numbers: Random): Random | undefined => (numbers.chance(share) ? numbers : undefined);

/**
 * What a seed says of its world before anything happens in it. Each trait has random numbers of its own, so that it changes
 * nothing else that a seed decides; it is undefined in worlds that do not have it.
 */
export const planWorld = (seed: number) => {
  const numbersOf = (trait: number): Random => createRandom(seed + trait * 1_000_000_000);
  const random = createRandom(seed);
  const start = Date.parse(`${random.pick(starts)}T00:00:00Z`) + random.whole(0, 23) * hour;
  const quiet = numbersOf(6);
  const fallSilent = quiet.chance(0.35);
  /** A tenth of the worlds are long enough for a goodbye. */
  const isLong = quiet.chance(0.1);
  const postal = numbersOf(3);
  const dangerous = numbersOf(7);
  const hasty = inSome(0.2, numbersOf(8));
  const drawn = faultRatesOf(random.pick([0.3, 1, 1, 2]));

  return {
    seed,
    random,
    start,
    ends: start + (isLong ? longDays : simulatedDays) * day,
    /** How often what goes wrong, where nothing is overloaded. */
    usualFaults: hasty ? { ...drawn, death: drawn.death * 5 } : drawn,
    /** Those of the mail network, and whether people answer mails with mails. */
    postal,
    byMail: postal.chance(0.4),
    isPageBusy: numbersOf(1).chance(0.2),
    opinions: inSome(0.3, numbersOf(4)),
    /** Strangers attack. */
    strange: inSome(0.2, numbersOf(5)),
    /** Those of the clinic, and whether something is wrong with people that it must hear of. */
    dangerous,
    isDangerous: dangerous.chance(0.2),
    /** People answer the weekly question, and say the same words when nobody asked. */
    weekly: inSome(0.5, numbersOf(10)),
    /** People do several things at once, while processes die far more often. */
    hasty,
    /** Goals, and what is said of them. */
    aiming: inSome(0.1, numbersOf(11)),
    law: drawLaw(numbersOf(2), start),
    mood: drawMoods(numbersOf(7), start),
    isSilent: drawSilences(isLong ? quiet.chance(0.5) : fallSilent, isLong, quiet, start),
  };
};
