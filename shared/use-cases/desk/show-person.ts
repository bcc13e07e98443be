import type { Actor } from '../../domain/desk/authorise.ts';
import { type PersonAtDesk, personAtDesk } from '../../domain/desk/person-at-desk.ts';
import type { Sentence } from '../../domain/desk/sentence.ts';
import { foldDiary } from '../../domain/diary/fold-diary.ts';
import type { Goal } from '../../domain/diary/goals.ts';
import type { Membership } from '../../domain/people/cohort.ts';
import type { Subscriber } from '../../domain/people/subscriber.ts';
import { addDays, type LocalDate } from '../../domain/time/local-time.ts';
import { localDateTime } from '../../domain/time/zone-clock.ts';
import { explainDay, type TipExplanation } from '../../domain/tips/explain-day.ts';
import { heardInDiary } from '../../domain/tips/silence.ts';
import type { TipOutcome } from '../../domain/tips/tip-outcome.ts';
import type { TipProgramme } from '../../domain/tips/tip-programme.ts';
import { type DiaryRow, diaryRow } from '../../exports/diary-document.ts';
import { diaryJson } from '../../exports/diary-json.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PersonDataStore } from '../../store/person-data-store.ts';
import type { PersonStore } from '../../store/person-store.ts';
import type { TipHistoryStore } from '../../store/tip-history-store.ts';
import type { VisitStore } from '../../store/visit-store.ts';
import { CannotError } from './desk-errors.ts';
import type { DeskPeople } from './desk-people.ts';

/** How many days of tips the desk shows, today included. */
const shownDays = 10;
const datePattern = /^\d{4}-\d\d-\d\d$/;

interface ShowPersonDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly people: DeskPeople;
  readonly persons: Pick<PersonStore, 'readEvents' | 'readAnyone'>;
  readonly history: Pick<TipHistoryStore, 'readDays'>;
  readonly personData: PersonDataStore;
  readonly visits: Pick<VisitStore, 'list'>;
  readonly programme: TipProgramme;
}

/**
 * The cohort of somebody's code, as they were told it. The arm of a study is left out, because staff who talk to them need
 * not know it.
 */
export type ShownCohort = Pick<Membership, 'code' | 'clinic' | 'contact'>;

/** A day's tip, and why it came or did not. */
export type ExplainedDay = { readonly date: LocalDate; readonly zone: string } & TipExplanation;

/** What somebody wrote. Only a clinician whom they let read it sees it. */
export interface WrittenByThem {
  readonly rows: readonly DiaryRow[];
  readonly goals: readonly Pick<Goal, 'date' | 'words' | 'state'>[];
}

/** The message for a text that is no date. */
export const noDate: Sentence = {
  en: 'a date is written like 2026-11-29',
  fr: 'une date s’écrit comme 2026-11-29',
};

/** Whether a text is a date of the calendar. Date.parse alone would take the 30th of February for the 2nd of March. */
export const isCalendarDate = (text: string): boolean => {
  const at = datePattern.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

/** What the desk shows of one person. Each method throws what `DeskPeople.begin` does. */
export const createShowPerson = ({
  clock,
  people,
  persons,
  history,
  personData,
  visits,
  programme,
}: ShowPersonDeps) => {
  const explained = async (
    stored: Subscriber,
    outcomes: readonly TipOutcome[],
    dates: readonly LocalDate[],
  ): Promise<readonly ExplainedDay[]> => {
    const { events } = await persons.readAnyone(stored.id, clock.now());
    const subscriber = heardInDiary(stored, events);
    const { entries } = foldDiary(events);
    return dates.map((date) => ({
      date,
      zone: stored.zone,
      ...explainDay(
        subscriber,
        outcomes.find((outcome) => outcome.date === date),
        date,
        clock.now(),
        programme,
        entries,
      ),
    }));
  };

  const todayOf = ({ zone }: Subscriber): LocalDate => localDateTime(zone, clock.now()).date;

  return {
    /** Finds the person of a number, a mailbox or a pseudonym. */
    find: async (actor: Actor, said: string): Promise<PersonAtDesk> =>
      personAtDesk(await people.lookUp(actor, 'find', said), clock.now(), programme),

    /** Shows the person, the code by which they came, and their tips of the last ten days, newest first. */
    show: async (
      actor: Actor,
      said: string,
    ): Promise<{
      readonly person: PersonAtDesk;
      readonly cohort?: ShownCohort;
      readonly tips: readonly ExplainedDay[];
    }> => {
      const subscriber = await people.begin(actor, 'show', said);
      const today = todayOf(subscriber);
      const [outcomes, cohort] = await Promise.all([
        history.readDays(subscriber.id, today, shownDays),
        personData.readCohort(subscriber),
      ]);
      const dates = Array.from({ length: shownDays }, (_, days) => addDays(today, -days));
      const since = localDateTime(subscriber.zone, subscriber.joinedAt).date;
      // Days before they last joined belong to another enrolment and are left out.
      const withUs = dates.filter((date) => date >= since);
      return {
        person: personAtDesk(subscriber, clock.now(), programme),
        ...(cohort ? { cohort: { code: cohort.code, clinic: cohort.clinic, contact: cohort.contact } } : {}),
        tips: await explained(subscriber, outcomes, withUs),
      };
    },

    /** Explains why the tip of a local date (today, if none is given) came or did not. */
    explain: async (actor: Actor, said: string, date?: string): Promise<ExplainedDay> => {
      if (date !== undefined && !isCalendarDate(date)) throw new CannotError(noDate);
      const subscriber = await people.begin(actor, 'explain', said);
      const day = date ?? todayOf(subscriber);
      const [one] = await explained(subscriber, await history.readDays(subscriber.id, day, 1), [day]);
      if (!one) throw new CannotError({ en: 'there is no such day', fr: 'ce jour n’existe pas' });
      return one;
    },

    /** Returns scores and notes as the diary reads now, and goals; each oldest first. */
    readDiary: async (actor: Actor, said: string): Promise<WrittenByThem> => {
      const { id, epoch, zone } = await people.begin(actor, 'read-diary', said);
      const { entries, goals } = foldDiary(await persons.readEvents(id, epoch));
      const rows = entries.filter(({ status }) => status !== 'taken-back').map((entry) => diaryRow(entry, zone));
      return { rows, goals: goals.map(({ date, words, state }) => ({ date, words, state })) };
    },

    /** Returns all that is held on them as JSON, as their own EXPORT does. */
    exportAll: async (actor: Actor, said: string): Promise<string> => {
      const subscriber = await people.begin(actor, 'export', said);
      const [events, consents, tips, shares, cohort, askedCode] = await Promise.all([
        persons.readEvents(subscriber.id, subscriber.epoch),
        personData.readConsents(subscriber),
        personData.readTips(subscriber),
        visits.list(subscriber.id),
        personData.readCohort(subscriber),
        personData.readAskedCode(subscriber),
      ]);
      const own = shares.filter(({ epoch }) => epoch === subscriber.epoch);
      const diary = foldDiary(events);
      const held = { consents, tips, shares: own, cohort, askedCode };
      return diaryJson({ subscriber, diary, exportedAt: clock.now(), ...held });
    },
  };
};
