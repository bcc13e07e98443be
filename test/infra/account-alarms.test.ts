import { describe, expect, it } from 'vitest';
import { measureIdle } from '../../bench/measure-cost.ts';
import { alarmSchema, type DataPoint, keyOf, ringsAt } from '../support/alarm-evaluator.ts';
import { resourcesOf, synthesise } from './deployment.ts';

/*
 * Alarms on what AWS itself counts: their own definitions, over what it would tell. Those on our own metrics are driven
 * through the functions: test/e2e/outcome-alarms.test.ts.
 */
const resources = resourcesOf(synthesise().all);
const alarmOf = (heading: string) => {
  const found = resources.find(
    ({ type, properties }) =>
      type === 'AWS::CloudWatch::Alarm' && properties['AlarmName'] === `backbeat-test-${heading}`,
  );
  const properties = JSON.parse(JSON.stringify(found?.properties), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'Ref' in value ? String(value.Ref) : value,
  );
  return alarmSchema.parse(properties);
};

const start = Date.parse('2030-01-07T12:00:00Z');
const hourMs = 3_600_000;
const minuteMs = 60_000;
type Alarm = ReturnType<typeof alarmOf>;
const pointsOf = (alarm: Alarm, told: readonly (readonly [afterMs: number, value: number])[]): readonly DataPoint[] => {
  const stat = alarm.Metrics.flatMap((metric) => ('MetricStat' in metric ? [metric.MetricStat.Metric] : []))[0];
  if (stat === undefined) throw new TypeError('no metric');
  const dimensions = stat.Dimensions.map(({ Name, Value }): [string, string] => [Name, Value]);
  const key = keyOf(stat.Namespace, stat.MetricName, dimensions);
  return told.map(([afterMs, value]) => ({ at: start + afterMs, key, value }));
};
const rings = (heading: string, told: readonly (readonly [number, number])[], until = hourMs): readonly number[] => {
  const alarm = alarmOf(heading);
  return ringsAt(alarm, pointsOf(alarm, told), start, start + until).map((at) => (at - start) / minuteMs);
};

describe('SES’s own rates', () => {
  it.each([
    ['mail-bounce-rate', 0.049, 0.05],
    ['mail-complaint-rate', 0.0009, 0.001],
  ])('%s rings from half of what AWS pauses an account at', (heading, below, from) => {
    expect(rings(heading, [[0, below]])).toEqual([]);
    expect(rings(heading, [[0, from]])[0]).toBeLessThanOrEqual(1);
    expect(rings(heading, [])).toEqual([]);
  });
});

describe('a clock that has stopped', () => {
  it.each(['schedule-tips-not-running', 'reconcile-inbound-not-running'])('%s', (heading) => {
    const ticks = (until: number) =>
      Array.from({ length: until / 5 }, (_, index) => [(index * 5 - 20) * minuteMs, 1] as const);
    expect(rings(heading, ticks(80))).toEqual([]);
    // The last one runs at the half hour.
    const [first] = rings(heading, ticks(55));
    expect(first).toBeGreaterThanOrEqual(15);
    expect(first).toBeLessThanOrEqual(30 + 16);
  });
});

describe('an idle month', () => {
  it('costs less than $4 for alarms and metrics, and less than $5 in all, with what AWS gives everybody', () => {
    const tick = { calls: 3, reads: 2, writes: 1, readUnits: 3, writeUnits: 1 };
    const { deployed, free } = measureIdle({ tick });
    // No metric of our own is told while nothing happens (docs/cost.md).
    const alarms = free.charges.find(({ price }) => price === 'alarms');
    expect(alarms?.amount).toBe(deployed.alarms);
    // The staff page, which a clinic may leave out, has an alarm of its own.
    const staffPage = 0.1;
    expect((alarms?.usd ?? Number.NaN) - staffPage).toBeLessThan(4);
    expect(free.usd).toBeLessThan(5);
  });
});
