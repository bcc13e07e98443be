import { isDaytime, knownSince, nextInstant, shownSince, wallClock } from './local-clock.ts';
import { doseIn, isRestingIn, type ProfileView, viewOf, zonesOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import type { TipLedger } from './tip-ledger.ts';
import { rules, type Verdict } from './verdict.ts';
import { clocksDiffer, hour, minute, type World } from './world.ts';

interface Schedule {
  view: ProfileView;
  /** When zone, time of day or status last changed. */
  since: number;
  /** Grows with every such change, so that what was planned before is dropped. */
  version: number;
  /** The last and the next instant at which their tip is due. */
  lastDue: number;
  nextDue: number;
  /** When the mailbox was confirmed. */
  confirmedAt: number;
  /** The latest date on which they were paused. */
  pausedUntil: string;
  /** The first instant at which a date's tip was due: zone or time may have been moved to later on that day since. */
  firstDue: Map<string, number>;
  /** Their plan when a date's outcome was last written: they may have moved twice since the tip was due. */
  viewAtOutcome: Map<string, ProfileView>;
  /** The enrolment that a date's outcome last named. */
  epochInOutcome: Map<string, string>;
}

interface Expected {
  readonly id: string;
  readonly date: string;
  readonly dueAt: number;
  readonly epoch: string;
  readonly version: number;
  readonly view: ProfileView;
}

/** The index may lag, and a time is only promised from 5 minutes on (docs/design.md#section-6); clocks differ by two more. */
const notice = 8 * minute;
/** Three hours of missed ticks, two hours of trying, and the tries' own pauses. */
const settledAfter = 6 * hour;
const lateAfter = 2 * hour;
/** How far back the scheduler walks: what newer zone data put before that, at the end of an outage, is not looked at. */
const walkedBack = 3 * hour;

const timesChanged = (a: ProfileView, b: ProfileView): boolean =>
  a.home !== b.home ||
  a.time !== b.time ||
  a.status !== b.status ||
  a.epoch !== b.epoch ||
  a.tipsBy !== b.tipsBy ||
  isRestingIn(a) !== isRestingIn(b);

const wasByDay = (zones: readonly string[], at: number, dueAt: number): boolean => {
  // A skip that is dated before the tip was due was written by a slow clock.
  const seenAt = Math.max(at, dueAt);
  return zones.every((zone) => isDaytime(zone, seenAt, 0) && isDaytime(zone, dueAt, 0));
};

/**
 * Computes by a clock of its own when each person's tip is due, and checks hours later that it was sent or rightly
 * skipped.
 */
export const createDueLedger = (
  world: World,
  verdict: Verdict,
  engine: () => MemoryEngine,
  tips: TipLedger,
  nameOf: (pk: string) => string,
) => {
  const { timeline } = world;
  const schedules = new Map<string, Schedule>();
  const unseen: Expected[] = [];
  let expected = 0;
  const outcomes: Record<string, number> = {};

  const complain = ({ id, date }: Expected, what: string): void =>
    verdict.broken(rules.due, nameOf(`SUB#${id}`), `the tip of ${date} ${what}`);

  const wasSoon = (id: string, date: string, at: number): boolean => {
    const yesterday = new Date(Date.parse(date) - 24 * hour).toISOString().slice(0, 10);
    const last = tips.tipOf(id, yesterday).claim?.at;
    return last !== undefined && at - last <= 10 * hour + clocksDiffer;
  };

  const isOverdue = ({ view, since }: Schedule, dueAt: number): boolean => view.status === 'active' && since < dueAt;

  const isConfirmed = ({ view, confirmedAt }: Schedule, at: number): boolean =>
    view.mailbox !== undefined && confirmedAt < at - clocksDiffer;

  /** Paused because of the address: within the week before, a tip was tried and failed. */
  const hasFailed = (id: string, date: string): boolean =>
    Array.from({ length: 7 }, (_, day) => new Date(Date.parse(date) - (day + 1) * 24 * hour).toISOString().slice(0, 10))
      .map((earlier) => engine().peek(`SUB#${id}`, `TIP#${earlier}`)?.['state'])
      .some((state) => state === 'failed' || state === 'undelivered');

  /** For each reason to skip: whether it was true. A reason that is not here is a broken rule. */
  const isTrue = (reason: unknown, at: number, { date, dueAt, id, view }: Expected, schedule: Schedule): boolean => {
    switch (reason) {
      case 'late':
        // Late for the time they had before they moved it; the later one is tried for all the same.
        return at - shownSince(view.home, schedule.firstDue.get(date) ?? dueAt) >= lateAfter - clocksDiffer;
      case 'paused':
        return schedule.pausedUntil >= date;
      case 'failing-address':
        return hasFailed(id, date);
      case 'outside-window':
        return !wasByDay([view, schedule.viewAtOutcome.get(date) ?? view, schedule.view].flatMap(zonesOf), at, dueAt);
      case 'stopped':
        return !isOverdue(schedule, dueAt);
      case 'too-soon':
        return wasSoon(id, date, at);
      case 'dose':
        return [view, schedule.viewAtOutcome.get(date) ?? view, schedule.view].some((each) => doseIn(each) !== 'daily');
      case 'unanswered':
        return [view, schedule.viewAtOutcome.get(date) ?? view, schedule.view].some(({ quiet }) =>
          /[nf]$/.test(quiet?.slice(3) ?? ''),
        );
      case 'unconfirmed-mailbox':
        return !isConfirmed(schedule, at);
      default:
        return false;
    }
  };

  /** Whether the reason that was recorded for a skip is true. */
  const isTruthful = (item: Item, due: Expected, schedule: Schedule): boolean => {
    const at = Number(item['at']);
    // The skip may be of an earlier slot: zone or time were moved since, and the first skip of a date stands.
    const isEarlier = at < due.dueAt - clocksDiffer && due.dueAt - schedule.since < 26 * hour;
    return isEarlier || isTrue(item['reason'], at, due, schedule);
  };

  /** Whether nothing need stand about a tip that was due. */
  const mayBeUnrecorded = (due: Expected, schedule: Schedule, shownFor: number): boolean => {
    const { lastTip, mailbox, tipsBy } = schedule.view;
    // A skip of theirs finds that of the enrolment they erased on that day in its place, and the erasure takes it.
    const recordedFor = schedule.epochInOutcome.get(due.date);
    if (recordedFor !== undefined && recordedFor !== due.epoch) return true;
    // Somebody who flew west had this date's tip; an offer of tips by text stands in for one.
    if ((lastTip && lastTip.date > due.date) || (tipsBy === 'email' && !mailbox)) return true;
    // An erasure that is at its end still may take what a slow clock has dated before the JOIN that came meanwhile.
    const { takenOver, isFirst } = tips.tipOf(due.id, due.date);
    return takenOver || isFirst || shownFor > walkedBack - clocksDiffer;
  };

  /** `shownFor`: how long their clock had shown that time, by the laws known then, when the scheduler got this far. */
  const settle = (due: Expected, moved: boolean, shownFor: number): void => {
    const schedule = schedules.get(due.id);
    if (!schedule || moved || schedule.view.epoch !== due.epoch || schedule.view.status === 'erasing') return;
    const item = engine().peek(`SUB#${due.id}`, `TIP#${due.date}`);
    const outcome = String(item?.['reason'] ?? item?.['state'] ?? 'none');
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (!item) {
      if (mayBeUnrecorded(due, schedule, shownFor)) return;
      complain(due, 'is neither sent nor recorded');
      return;
    }
    if (item['state'] !== 'skipped') return;
    if (!isTruthful(item, due, schedule)) {
      complain(
        due,
        `is skipped as ${item['reason']}, ${(Number(item['at']) - due.dueAt) / minute} min after it was due`,
      );
    }
  };

  const plan = (id: string, from: number): void => {
    const schedule = schedules.get(id);
    if (schedule?.view.status !== 'active') return;
    const { view, version } = schedule;
    const dueAt = nextInstant(view.home, view.time, from);
    schedule.lastDue = schedule.nextDue;
    schedule.nextDue = dueAt;
    timeline.at(dueAt, () => {
      const now = schedules.get(id);
      if (now?.version !== version) return;
      plan(id, dueAt);
      const { date } = wallClock(view.home, dueAt);
      if (!now.firstDue.has(date)) now.firstDue.set(date, dueAt);
      // After a goodbye or the end of the programme no tip is due.
      if (dueAt - now.since < notice || isRestingIn(now.view)) return;
      expected += 1;
      const due = { id, date, dueAt, epoch: view.epoch, version, view };
      unseen.push(due);
    });
  };

  return {
    wroteProfile: (id: string, after: Item | undefined): void => {
      const view = viewOf(after);
      const known = schedules.get(id);
      if (!view) {
        schedules.delete(id);
        return;
      }
      const moved = !known || timesChanged(known.view, view);
      const schedule = known ?? {
        view,
        since: 0,
        version: 0,
        lastDue: 0,
        nextDue: 0,
        confirmedAt: 0,
        pausedUntil: '',
        firstDue: new Map<string, number>(),
        viewAtOutcome: new Map<string, ProfileView>(),
        epochInOutcome: new Map<string, string>(),
      };
      if (view.mailbox?.address !== schedule.view.mailbox?.address) schedule.confirmedAt = timeline.now();
      schedule.view = view;
      if ((view.pausedUntil ?? '') > schedule.pausedUntil) schedule.pausedUntil = view.pausedUntil ?? '';
      schedules.set(id, schedule);
      if (!moved) return;
      schedule.since = timeline.now();
      schedule.version = (known?.version ?? 0) + 1;
      plan(id, timeline.now());
    },
    wroteOutcome: (id: string, date: string, after: Item | undefined): void => {
      const schedule = schedules.get(id);
      if (after) schedule?.epochInOutcome.set(date, String(after['epoch']));
      schedule?.viewAtOutcome.set(date, schedule.view);
    },
    /**
     * The scheduler has queued everything up to here, so a change of time no longer affects tips that were due before.
     */
    wroteWatermark: (at: number): void => {
      for (const due of unseen.splice(0)) {
        if (due.dueAt > at) {
          unseen.push(due);
          continue;
        }
        const moved = schedules.get(due.id)?.version !== due.version;
        const shownFor = timeline.now() - knownSince(due.view.home, due.dueAt, timeline.now());
        timeline.at(due.dueAt + settledAfter, () => settle(due, moved, shownFor));
      }
    },
    finish: (): void => {
      for (const due of unseen) {
        if (timeline.now() - due.dueAt > settledAfter) complain(due, 'was never looked at');
      }
    },
    counts: () => ({ expected, outcomes }),
    schedules,
  };
};

export type DueLedger = ReturnType<typeof createDueLedger>;
