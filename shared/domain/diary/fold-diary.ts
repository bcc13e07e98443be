import type { LocalDate } from '../time/local-time.ts';
import { type ActivityChoice, choicesAmong } from './activity.ts';
import type { DiaryEntry, DiaryEvent, WalkAnswer, WeekAnswer } from './diary.ts';
import { type Goal, goalsOf } from './goals.ts';

/** One event of the audit trail, from which nothing is ever removed. */
export interface HistoryLine {
  readonly event: DiaryEvent;
  /** Whether an UNDO took it back. */
  readonly takenBack: boolean;
}

/** A diary as its events, read in order, make it. */
export interface DiaryFold {
  /** The entries that people read: oldest day first, then in order of arrival; without those that were taken back. */
  readonly entries: readonly DiaryEntry[];
  /** The answers to the weekly question that still count, one per week, oldest first. */
  readonly weeks: readonly WeekAnswer[];
  /** The choices of what the weekly question is about, oldest first. */
  readonly choices: readonly ActivityChoice[];
  /** The minutes that they walk with ease, one answer per day, oldest first. */
  readonly walks: readonly WalkAnswer[];
  /** Their goals, oldest first. */
  readonly goals: readonly Goal[];
  /** Every event in order of arrival. */
  readonly audit: readonly HistoryLine[];
  /**
   * The event that UNDO takes back: the newest score, fix, note, answer about a week or word about a goal that still
   * counts. Undefined when nothing is left.
   */
  readonly lastAction: DiaryEvent | undefined;
  /**
   * The score that FIX corrects: the latest that still counts, of that date or a later one (somebody flew west over
   * midnight).
   */
  lastScoreFrom(date: LocalDate): DiaryEvent | undefined;
  /** The `seq` of the next event: one more than the highest given. */
  readonly nextSeq: number;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byArrival = (a: DiaryEvent, b: DiaryEvent): number => a.seq - b.seq || a.at - b.at || compareText(a.key, b.key);

/** The events in order of arrival, each key once, because a message that was delivered twice may be on two pages. */
const inOrder = (events: readonly DiaryEvent[]): DiaryEvent[] => {
  const seen = new Set<string>();
  return events.toSorted(byArrival).filter(({ key }) => !seen.has(key) && seen.add(key));
};

/** The correction that counts for each score: the last one that was not taken back. */
const correctionsOf = (ordered: readonly DiaryEvent[], undone: ReadonlySet<string>): Map<string, DiaryEvent> => {
  const corrections = new Map<string, DiaryEvent>();
  for (const event of ordered) {
    if (event.kind === 'fix' && event.of !== undefined && event.score !== undefined && !undone.has(event.key)) {
      corrections.set(event.of, event);
    }
  }
  return corrections;
};

/**
 * The keys of events that are taken back. An undo on a page may name an earlier undo and so restore what that took, so
 * undos are read from last to first: whether one counts is then known when it is read.
 */
const takenBack = (ordered: readonly DiaryEvent[]): ReadonlySet<string> => {
  const undone = new Set<string>();
  for (const { kind, key, of } of ordered.toReversed()) {
    if (kind === 'undo' && of !== undefined && !undone.has(key)) undone.add(of);
  }
  return undone;
};

/**
 * The notes that a score has replaced: their writer was asked whether the number in the note is their pain, and said
 * yes.
 */
const takenUp = (
  scores: readonly DiaryEvent[],
  byKey: ReadonlyMap<string, DiaryEvent>,
): ReadonlyMap<string, DiaryEvent> =>
  new Map(
    scores.flatMap(({ key, of }) => {
      const asked = of === undefined ? undefined : byKey.get(of);
      // A score beside the answer to a check of signs takes up none of the words that the check was about.
      return asked?.kind === 'note' && (asked.asks?.about === 'score' || asked.asks?.about === 'which')
        ? [[key, asked] as const]
        : [];
    }),
  );

/**
 * The notes that were written about a score on a page, by the score's key, in order of arrival. They are shown and
 * removed with it.
 */
const notesAbout = (
  ordered: readonly DiaryEvent[],
  undone: ReadonlySet<string>,
  byKey: ReadonlyMap<string, DiaryEvent>,
): ReadonlyMap<string, readonly DiaryEvent[]> =>
  Map.groupBy(
    ordered.filter(
      ({ kind, key, of }) => kind === 'note' && of !== undefined && byKey.get(of)?.kind === 'score' && !undone.has(key),
    ),
    ({ of = '' }) => of,
  );

const entryOf = (
  event: DiaryEvent,
  correction: DiaryEvent | undefined,
  asked: DiaryEvent | undefined,
  written: readonly DiaryEvent[] = [],
): DiaryEntry => ({
  key: event.key,
  date: event.date,
  at: event.at,
  score: correction?.score ?? event.score ?? null,
  note: [event.note ?? asked?.note, ...written.map(({ note }) => note)].filter(Boolean).join('\n') || null,
  channel: event.channel,
  status: correction ? 'amended' : 'final',
});

/** Keeps the last answer about each date. */
const lastOfEachDate = <Answer extends { readonly date: LocalDate }>(answers: readonly Answer[]): readonly Answer[] =>
  [...new Map(answers.map((answer) => [answer.date, answer])).values()].toSorted((a, b) => compareText(a.date, b.date));

const weeksOf = (functions: readonly DiaryEvent[]): readonly WeekAnswer[] =>
  lastOfEachDate(
    functions.flatMap(({ key, date, at, reach, note, channel }) =>
      reach === undefined ? [] : [{ key, date, at, reach, ...(note === undefined ? {} : { activity: note }), channel }],
    ),
  );

const walksOf = (functions: readonly DiaryEvent[]): readonly WalkAnswer[] =>
  lastOfEachDate(
    functions.flatMap(({ key, date, at, minutes, channel }) =>
      minutes === undefined ? [] : [{ key, date, at, minutes, channel }],
    ),
  );

/**
 * Makes the diary from its append-only events, whatever order they come in. A FIX changes a score only: the entry keeps
 * its day, its note and its place. A note about a score is shown with it.
 */
export const foldDiary = (events: readonly DiaryEvent[]): DiaryFold => {
  const ordered = inOrder(events);
  const byKey = new Map(ordered.map((event) => [event.key, event]));
  const undone = takenBack(ordered);
  const scores = ordered.filter(({ kind, key }) => kind === 'score' && !undone.has(key));
  const corrections = correctionsOf(ordered, undone);
  const asked = takenUp(scores, byKey);
  const written = notesAbout(ordered, undone, byKey);
  const hidden = new Set([...asked.values(), ...[...written.values()].flat()].map(({ key }) => key));
  const entries = ordered
    .filter(({ kind, key }) => (kind === 'score' || kind === 'note') && !undone.has(key) && !hidden.has(key))
    // The sort is stable, so the order of arrival within a day stays.
    .toSorted((a, b) => compareText(a.date, b.date))
    .map((event) =>
      entryOf(
        event,
        event.kind === 'score' ? corrections.get(event.key) : undefined,
        asked.get(event.key),
        written.get(event.key),
      ),
    );
  const functions = ordered.filter(({ kind, key }) => kind === 'function' && !undone.has(key));
  const liveScores = new Set(scores.map(({ key }) => key));
  const counts = ({ kind, key, of }: DiaryEvent): boolean =>
    !undone.has(key) &&
    (kind === 'score' ||
      kind === 'function' ||
      kind === 'goal' ||
      (kind === 'note' && !(of !== undefined && byKey.get(of)?.kind === 'score' && !liveScores.has(of))) ||
      (kind === 'fix' && of !== undefined && liveScores.has(of)));
  return {
    entries,
    weeks: weeksOf(functions),
    choices: choicesAmong(functions),
    walks: walksOf(functions),
    goals: goalsOf(ordered.filter(({ key }) => !undone.has(key))),
    audit: ordered.map((event) => ({ event, takenBack: undone.has(event.key) })),
    lastAction: ordered.findLast(counts),
    lastScoreFrom: (date) => scores.findLast((event) => event.date >= date),
    nextSeq: ordered.reduce((highest, { seq }) => Math.max(highest, seq), 0) + 1,
  };
};
