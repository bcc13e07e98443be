import type { Channel } from '../../shared/domain/people/subscriber.ts';
import { isSlotInWindow } from '../../shared/domain/time/sending-window.ts';
import { catchUpMs, clocksAt, dueSlots, tickMs, ticksBetween, walkFrom } from '../../shared/domain/tips/due.ts';
import type { DueMember, SendJob } from '../../shared/domain/tips/job.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { JobQueue } from '../../shared/providers/sqs/job-queue.ts';
import type { DueStore } from '../../shared/store/due-store.ts';
import type { WatermarkStore } from '../../shared/store/watermark-store.ts';
import type { ZoneStore } from '../../shared/store/zone-store.ts';
import { type Places, placeInQueue } from './place-in-queue.ts';
import { splitGroups, type Workforce } from './split-groups.ts';

export interface ScheduleTipsDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly zones: ZoneStore;
  readonly watermark: WatermarkStore;
  readonly due: DueStore;
  readonly queues: Readonly<Record<Channel, JobQueue<SendJob>>>;
  /** The workers of each queue. */
  readonly workforce?: Readonly<Record<Channel, Workforce>>;
}

/** The default: groups of one claim call (25), and the fewest workers. */
const usual: Workforce = { workers: 2, groupSize: 25, perSecond: Number.POSITIVE_INFINITY };
/**
 * How many groups are gathered before they are queued, in four full calls. It bounds memory when a million people are
 * due, and the first thousands need not wait for the rest.
 */
const groupsAFlush = 40;

/** The members queued at a time: full groups, the same number for each worker. */
const membersAFlush = ({ workers, groupSize }: Workforce): number =>
  workers * Math.ceil(groupsAFlush / workers) * groupSize;

/** Gathers people who are due at one instant into groups, whatever their zone. */
const createGroups = (
  dueAt: number,
  queues: ScheduleTipsDeps['queues'],
  workforce: Readonly<Record<Channel, Workforce>>,
  places: Places,
) => {
  const waiting: Record<Channel, DueMember[]> = { sms: [], email: [] };
  const flush = async (channel: Channel): Promise<void> => {
    const members = waiting[channel].splice(0);
    const jobs = splitGroups(members, workforce[channel]).map(
      (group): SendJob => ({ kind: 'tips', dueAt, placeAt: places.next(channel, dueAt, group.length), members: group }),
    );
    if (jobs.length > 0) await queues[channel].sendAll(jobs);
  };
  return {
    add: async (channel: Channel, member: DueMember): Promise<void> => {
      waiting[channel].push(member);
      if (waiting[channel].length >= membersAFlush(workforce[channel])) await flush(channel);
    },
    flush: async (): Promise<void> => {
      await flush('sms');
      await flush('email');
    },
  };
};

/**
 * Finds the people who have come due since the watermark and queues them. The watermark moves only when all of them are
 * queued.
 */
export const createScheduleTips = (deps: ScheduleTipsDeps) => {
  const { clock, log, zones, watermark, due, queues } = deps;
  const { workforce = { sms: usual, email: usual } } = deps;

  const queueInstant = async (instant: number, zonesThen: readonly string[], places: Places): Promise<number> => {
    const groups = createGroups(instant, queues, workforce, places);
    let count = 0;
    for (const zone of zonesThen) {
      for (const { date, time } of dueSlots(zone, instant)) {
        // No tip can be set to a time outside the window, so the index is not asked about one.
        if (!isSlotInWindow(time)) continue;
        for await (const page of due.findDue(zone, time)) {
          for (const { id, channel } of page) await groups.add(channel, { id, date });
          count += page.length;
        }
      }
    }
    await groups.flush();
    return count;
  };

  return async (): Promise<void> => {
    const now = clock.now();
    const { at: last, clocks, busyUntil } = (await watermark.read()) ?? { at: now - tickMs, clocks: {} };
    const behind = now - catchUpMs - last;
    // Tips from before the catch-up window are neither sent nor recorded one by one: this log line is their record.
    if (behind > 0) log('error', 'ticks-lost', { count: Math.ceil(behind / tickMs) });
    const reached = ticksBetween(last, now).at(-1);
    if (reached === undefined) return;
    const inUse = await zones.read();
    const from = walkFrom(inUse, last, clocks);
    const instants = ticksBetween(Math.min(last, ...from.values()), now);
    if (instants[0] !== undefined && instants[0] <= last) log('info', 'zone-rules-changed');
    const places = placeInQueue(workforce, busyUntil);
    let count = 0;
    for (const instant of instants) {
      const zonesThen = inUse.filter((zone) => (from.get(zone) ?? last) < instant);
      count += await queueInstant(instant, zonesThen, places);
    }
    await watermark.advance({ at: reached, clocks: clocksAt(inUse, reached), busyUntil: places.busyUntil() });
    log('info', 'tips-queued', { count });
  };
};
