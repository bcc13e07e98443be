import { firstProgramme } from '../shared/content/programmes.ts';
import { pseudonymOf } from '../shared/domain/people/pseudonym.ts';
import { guessZones } from '../shared/domain/people/zone-guess.ts';
import type { LocalTime } from '../shared/domain/time/local-time.ts';
import { localDateTime } from '../shared/domain/time/zone-clock.ts';
import { type Explanation, explainDay } from '../shared/domain/tips/explain-day.ts';
import type { Table } from '../shared/store/dynamodb-table.ts';
import { createPersonDataStore } from '../shared/store/person-data-store.ts';
import { createPersonStore } from '../shared/store/person-store.ts';

/** An explanation, and by whose clock its date is. */
interface LocalExplanation extends Explanation {
  readonly isSubscribed: boolean;
  /** Of a stranger, what their number tells; UTC for a mailbox that nobody has. */
  readonly zone: string;
  /** When their tips come. */
  readonly time?: LocalTime;
}

/**
 * Answers `GET /_local/explain`: why somebody's tip of a date, or of today by their own clock, was, will or will not be sent.
 * `who` is a number or a mailbox.
 */
export const createExplain = (table: Table, pepper: string, now: () => number) => {
  const persons = createPersonStore(table);
  const data = createPersonDataStore(table);
  return async (who: string, date?: string): Promise<LocalExplanation> => {
    const id = pseudonymOf(pepper, who.includes('@') ? 'email' : 'sms', who);
    const { subscriber } = await persons.readCorrespondent(id, now());
    const tips = subscriber ? await data.readTips(subscriber) : [];
    const zone = subscriber?.zone ?? (who.includes('@') ? 'UTC' : guessZones(who).zones[0]);
    const day = date ?? localDateTime(zone, now()).date;
    const outcome = tips.findLast((tip) => tip.date === day);
    return {
      ...explainDay(subscriber, outcome, day, now(), firstProgramme()),
      isSubscribed: subscriber?.status === 'active',
      zone,
      ...(subscriber ? { time: subscriber.time } : {}),
    };
  };
};

export type Explain = ReturnType<typeof createExplain>;
