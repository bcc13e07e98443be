import { firstProgramme } from '../shared/content/programmes.ts';
import { pseudonymOf } from '../shared/domain/people/pseudonym.ts';
import { type Explanation, explainDay } from '../shared/domain/tips/explain-day.ts';
import type { Table } from '../shared/store/dynamodb-table.ts';
import { createPersonDataStore } from '../shared/store/person-data-store.ts';
import { createPersonStore } from '../shared/store/person-store.ts';

/** Answers `GET /_local/explain`: why somebody's tip of a date was, will or will not be sent. `who` is a number or a mailbox. */
export const createExplain = (table: Table, pepper: string, now: () => number) => {
  const persons = createPersonStore(table);
  const data = createPersonDataStore(table);
  return async (who: string, date: string): Promise<Explanation> => {
    const id = pseudonymOf(pepper, who.includes('@') ? 'email' : 'sms', who);
    const { subscriber } = await persons.readCorrespondent(id, now());
    const tips = subscriber ? await data.readTips(subscriber) : [];
    const outcome = tips.findLast((tip) => tip.date === date);
    return explainDay(subscriber, outcome, date, now(), firstProgramme());
  };
};

export type Explain = ReturnType<typeof createExplain>;
