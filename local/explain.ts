import { firstProgramme } from '../shared/content/programmes.ts';
import { foldDiary } from '../shared/domain/diary/fold-diary.ts';
import { pseudonymOf } from '../shared/domain/people/pseudonym.ts';
import { guessZones } from '../shared/domain/people/zone-guess.ts';
import type { LocalDate, LocalTime } from '../shared/domain/time/local-time.ts';
import { localDateTime } from '../shared/domain/time/zone-clock.ts';
import { explainDay, type TipExplanation } from '../shared/domain/tips/explain-day.ts';
import { heardInDiary } from '../shared/domain/tips/silence.ts';
import type { Table } from '../shared/store/dynamodb-table.ts';
import { createPersonDataStore } from '../shared/store/person-data-store.ts';
import { createPersonStore } from '../shared/store/person-store.ts';
import { reasonInWords } from '../shared/use-cases/desk/tip-in-words.ts';

/**
 * The answer of `GET /_local/explain`: what the desk knows of that day's tip, the reason in words, and the zone that
 * its date is in.
 */
type Answer = Omit<TipExplanation, 'reason'> & {
  readonly date: LocalDate;
  readonly reason: string;
  readonly isSubscribed: boolean;
  /** The zone of a stranger is the one that their number suggests; UTC for a mailbox that nobody has. */
  readonly zone: string;
  /** The time of their tips. */
  readonly time?: LocalTime;
};

/**
 * Answers `GET /_local/explain`: why somebody's tip of a date, or of today by their own clock, was, will or will not be sent.
 * `who` is a number or a mailbox.
 */
export const createExplain = (table: Table, pepper: string, now: () => number) => {
  const persons = createPersonStore(table);
  const data = createPersonDataStore(table);
  return async (who: string, said?: LocalDate): Promise<Answer> => {
    const id = pseudonymOf(pepper, who.includes('@') ? 'email' : 'sms', who);
    const { subscriber: stored, events } = await persons.readAnyone(id, now());
    const subscriber = stored && heardInDiary(stored, events);
    const tips = subscriber ? await data.readTips(subscriber) : [];
    const zone = subscriber?.zone ?? (who.includes('@') ? 'UTC' : guessZones(who).zones[0]);
    const date = said ?? localDateTime(zone, now()).date;
    const outcome = tips.findLast((tip) => tip.date === date);
    const explanation = explainDay(subscriber, outcome, date, now(), firstProgramme(), foldDiary(events).entries);
    return {
      date,
      ...explanation,
      reason: reasonInWords('en', explanation),
      isSubscribed: subscriber?.status === 'active',
      zone,
      ...(subscriber ? { time: subscriber.time } : {}),
    };
  };
};

/** Explains one day's tip of somebody, for /_local/explain. */
export type Explain = ReturnType<typeof createExplain>;
