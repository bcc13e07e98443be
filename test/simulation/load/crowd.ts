import type { Channel, Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { type LocalTime, timeOfMinutes } from '../../../shared/domain/time/local-time.ts';
import { createRandom } from '../random.ts';
import { subscriberAt } from './subscribers.ts';

/** Where people live, in parts of a thousand: two thirds in North America, as the programme's languages suggest. */
const zoneShares = {
  'America/New_York': 240,
  'America/Chicago': 150,
  'America/Los_Angeles': 120,
  'America/Denver': 40,
  'America/Phoenix': 15,
  'America/Detroit': 20,
  'America/Indiana/Indianapolis': 12,
  'America/Toronto': 40,
  'America/Vancouver': 15,
  'America/Edmonton': 12,
  'America/Winnipeg': 5,
  'America/Halifax': 5,
  'America/Regina': 4,
  'America/St_Johns': 2,
  'America/Anchorage': 3,
  'Pacific/Honolulu': 5,
  'America/Puerto_Rico': 6,
  'Europe/London': 100,
  'Europe/Dublin': 10,
  'Europe/Paris': 70,
  'Europe/Brussels': 12,
  'Europe/Zurich': 8,
  'Europe/Berlin': 30,
  'Europe/Madrid': 10,
  'Europe/Lisbon': 4,
  'Africa/Casablanca': 3,
  'Africa/Johannesburg': 5,
  'Asia/Kolkata': 12,
  'Asia/Kathmandu': 1,
  'Asia/Singapore': 5,
  'Australia/Sydney': 15,
  'Australia/Brisbane': 7,
  'Australia/Adelaide': 3,
  'Australia/Perth': 3,
  'Pacific/Auckland': 8,
} as const;

/** The times people choose, in parts of a hundred: a third keeps the 09:00 that is proposed, the rest likes full and half hours. */
const timeShares: readonly (readonly [LocalTime | 'hour' | 'half' | 'any', number])[] = [
  ['09:00', 34],
  ['08:00', 12],
  ['12:00', 6],
  ['18:00', 6],
  ['hour', 18],
  ['half', 14],
  ['any', 10],
];
/** How many of a hundred get their tips by text; the others get them by e-mail. */
const byText = 70;

export const opensAt = 8 * 60;
export const slotMinutes = 5;
const slots = (12 * 60) / slotMinutes;
export const zones = Object.keys(zoneShares).sort();

const shares: Readonly<Record<string, number>> = zoneShares;
const lots = (weights: readonly number[]): readonly number[] =>
  weights.flatMap((weight, index) => Array.from({ length: weight }, () => index));
const zoneLots = lots(zones.map((zone) => shares[zone] ?? 0));
const timeLots = lots(timeShares.map(([, weight]) => weight));

const slotOf = (time: LocalTime): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes - opensAt) / slotMinutes;
};

export const timeOfSlot = (slot: number): LocalTime => timeOfMinutes(opensAt + slot * slotMinutes);

/** So many subscribers in a few bytes each: where they live, when they want their tip, and by what. */
export const createCrowd = (people: number, seed = 1) => {
  const random = createRandom(seed);
  const zone = new Uint8Array(people);
  const slot = new Uint8Array(people);
  const mail = new Uint8Array(people);
  const drawSlot = (): number => {
    const [kind = 'any'] = timeShares[timeLots[random.whole(0, timeLots.length - 1)] ?? 0] ?? [];
    if (kind === 'hour') return random.whole(0, 11) * 12;
    if (kind === 'half') return random.whole(0, 11) * 12 + 6;
    return kind === 'any' ? random.whole(0, slots - 1) : slotOf(kind);
  };
  for (let index = 0; index < people; index += 1) {
    zone[index] = zoneLots[random.whole(0, zoneLots.length - 1)] ?? 0;
    slot[index] = drawSlot();
    mail[index] = random.whole(1, 100) > byText ? 1 : 0;
  }

  // A counting sort by zone, time and channel gives the order of the due index; `email` sorts before `sms`.
  const places = zones.length * slots * 2;
  const placeOf = (index: number): number =>
    ((zone[index] ?? 0) * slots + (slot[index] ?? 0)) * 2 + (mail[index] ? 0 : 1);
  const from = new Uint32Array(places + 1);
  for (let index = 0; index < people; index += 1) from[placeOf(index) + 1] = (from[placeOf(index) + 1] ?? 0) + 1;
  for (let place = 0; place < places; place += 1) from[place + 1] = (from[place + 1] ?? 0) + (from[place] ?? 0);
  const order = new Uint32Array(people);
  const filled = from.slice();
  for (let index = 0; index < people; index += 1) {
    const place = placeOf(index);
    order[filled[place] ?? 0] = index;
    filled[place] = (filled[place] ?? 0) + 1;
  }

  const channelOf = (index: number): Channel => (mail[index] ? 'email' : 'sms');
  return {
    people,
    channelOf,
    /** The index positions of everybody in a zone who is due at that time. */
    dueRange: (zoneName: string, time: LocalTime): readonly [number, number] => {
      const place = (zones.indexOf(zoneName) * slots + slotOf(time)) * 2;
      return [from[place] ?? 0, from[place + 2] ?? 0];
    },
    at: (position: number): number => order[position] ?? 0,
    subscriber: (index: number, changes: Partial<Subscriber> = {}): Subscriber =>
      subscriberAt(index, {
        zone: zones[zone[index] ?? 0] ?? 'UTC',
        time: timeOfSlot(slot[index] ?? 0),
        tipsBy: channelOf(index),
        ...changes,
      }),
  };
};

export type Crowd = ReturnType<typeof createCrowd>;
