import type { DueLedger } from './due-ledger.ts';
import type { Lambda } from './lambda.ts';
import type { PhoneNetwork } from './phone-network.ts';
import { hour, minute, second, type World } from './world.ts';

const tick = 5 * minute;
/**
 * Ticks at which nothing can happen are left out as if they were missed; the scheduler catches up
 * (docs/design.md#section-6).
 */
const quietTick = hour;
/** Two ticks that come after an outage may fail too: three hours are then not yet over. */
const longestOutage = 2.5 * hour;
/** After so many failures in a row a tick succeeds. */
const failuresInARow = 3;

export interface TicksOptions {
  readonly world: World;
  readonly lambda: () => Lambda;
  readonly schedules: DueLedger['schedules'];
  readonly everyTick: readonly (() => void)[];
  readonly network: PhoneNetwork;
  readonly until: number;
  readonly calmFrom: number;
}

/** EventBridge Scheduler: every five minutes within the minute, now and then twice, or not for hours. */
export const createTicks = ({ world, lambda, schedules, everyTick, network, until, calmFrom }: TicksOptions): void => {
  const { timeline, random } = world;
  let silentUntil = 0;
  let lastSuccess = timeline.now();
  /** Until the first tick of a deployment has gone through, nothing says how far the scheduler has got: nobody is subscribed yet. */
  let hasBegun = false;
  let failures = 0;

  const isWanted = (at: number): boolean => {
    if (!hasBegun || at - lastSuccess > quietTick - tick || failures > 0) return true;
    for (const { view, lastDue, nextDue } of schedules.values()) {
      if (view.status === 'active' && (at - lastDue <= 2 * tick || nextDue - at <= tick)) return true;
    }
    return false;
  };

  const invoke = (): void =>
    lambda()('schedule-tips', (fn) => fn(), {
      sheltered: !hasBegun || failures >= failuresInARow || timeline.now() - lastSuccess > longestOutage,
      ended: ({ kind }) => {
        if (kind === 'returned') [lastSuccess, hasBegun] = [timeline.now(), true];
        failures = kind === 'returned' ? 0 : failures + 1;
      },
    });

  let reconciliations = 0;
  /** reconcile-inbound runs at every tick while a text is lost, and now and then otherwise. */
  const reconcile = (at: number): void => {
    if (!network.hasLost() && at % quietTick > 0) return;
    timeline.after(random.whole(0, 30 * second), () => {
      const beganAt = timeline.now();
      lambda()('reconcile-inbound', (fn) => fn(), {
        sheltered: reconciliations >= failuresInARow,
        ended: ({ kind }) => {
          reconciliations = kind === 'returned' ? 0 : reconciliations + 1;
          if (kind === 'returned') network.reconciled(beganAt);
        },
      });
    });
  };

  const run = (at: number): void => {
    if (at + tick <= until) timeline.at(at + tick, () => run(at + tick));
    for (const check of everyTick) check();
    reconcile(at);
    const { delivery } = world.faultRates();
    if (hasBegun && at >= silentUntil && at < calmFrom && random.chance(delivery / 60)) {
      silentUntil = Math.min(at + random.whole(10 * minute, longestOutage), lastSuccess + longestOutage);
      world.tell('EventBridge', () => `starts no tick until ${new Date(silentUntil).toISOString()}`);
    }
    if (at < silentUntil || !isWanted(at)) return;
    if (random.chance(delivery / 8)) {
      timeline.after(random.whole(0, 40 * second), () => world.overload(random.whole(2 * second, 15 * second)));
    }
    timeline.after(random.whole(0, 30 * second), invoke);
    if (random.chance(delivery / 3)) timeline.after(random.whole(0, 59 * second), invoke);
  };

  const first = Math.ceil(timeline.now() / tick) * tick;
  timeline.at(first, () => run(first));
};
