import * as z from 'zod';
import { readMetricMath } from './metric-math.ts';

/** One printed line of metrics, as CloudWatch reads it: the line itself is the document. */
const lineSchema = z.looseObject({
  _aws: z.strictObject({
    Timestamp: z.int(),
    CloudWatchMetrics: z.array(
      z.strictObject({
        Namespace: z.string().min(1),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.strictObject({ Name: z.string(), Unit: z.enum(['Count', 'Percent']) })),
      }),
    ),
  }),
});

export interface DataPoint {
  readonly at: number;
  readonly key: string;
  readonly value: number;
}

/** What tells a metric from others. */
export const keyOf = (namespace: string, name: string, dimensions: readonly (readonly [string, string])[]): string =>
  JSON.stringify([namespace, name, [...dimensions].sort(([a], [b]) => a.localeCompare(b))]);

/** What CloudWatch makes of printed lines. A line that is no document, or lacks what it declares, is a defect of ours. */
export const dataPointsOf = (lines: readonly string[]): readonly DataPoint[] =>
  lines.flatMap((line) => {
    if (!line.endsWith('\n') || line.indexOf('\n') !== line.length - 1) throw new TypeError('a line is one log event');
    const { _aws: head, ...members } = lineSchema.parse(JSON.parse(line));
    return head.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
      Dimensions.flatMap((names) => {
        const dimensions = names.map((name): [string, string] => [name, z.string().parse(members[name])]);
        return Metrics.map(({ Name }) => ({
          at: head.Timestamp,
          key: keyOf(Namespace, Name, dimensions),
          value: z.number().parse(members[Name]),
        }));
      }),
    );
  });

const statistic = z.enum(['Sum', 'Maximum']);
const metricSchema = {
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
};
const period = z.int().multipleOf(60);
const id = 'm1';

/** An alarm of the template: one expression over metrics, or one metric. Anything else the evaluator refuses. */
const anyAlarm = z.object({
  AlarmName: z.string(),
  ComparisonOperator: z.enum(['GreaterThanOrEqualToThreshold', 'LessThanThreshold']),
  Threshold: z.number(),
  EvaluationPeriods: z.int().min(1),
  DatapointsToAlarm: z.int().min(1).optional(),
  TreatMissingData: z.enum(['notBreaching', 'breaching']),
});
const mathAlarm = anyAlarm.extend({
  Metrics: z.array(
    z.union([
      z.object({ Id: z.string(), Expression: z.string(), ReturnData: z.literal(true).optional() }),
      z.object({
        Id: z.string(),
        ReturnData: z.literal(false),
        MetricStat: z.object({ Stat: statistic, Period: period, Metric: z.object(metricSchema) }),
      }),
    ]),
  ),
});
const singleAlarm = anyAlarm
  .extend({ ...metricSchema, Statistic: statistic, Period: period })
  .transform(({ Namespace, MetricName, Dimensions, Statistic, Period, ...rest }): z.output<typeof mathAlarm> => {
    const Metric = { Namespace, MetricName, Dimensions };
    const told = { Id: id, ReturnData: false, MetricStat: { Stat: Statistic, Period, Metric } } as const;
    return { ...rest, Metrics: [{ Id: 'expression', Expression: id }, told] };
  });
export const alarmSchema = z.union([mathAlarm, singleAlarm]);
export type EvaluatedAlarm = z.output<typeof mathAlarm>;

const minuteMs = 60_000;

/**
 * The instants (epoch ms) between two at which an alarm is in ALARM: it is looked at every minute, over the periods that
 * end then. A period in which one of its metrics has no data point has no value unless the expression fills it, and is treated
 * as the alarm says.
 */
export const ringsAt = (
  alarm: EvaluatedAlarm,
  points: readonly DataPoint[],
  from: number,
  to: number,
): readonly number[] => {
  const stats = alarm.Metrics.flatMap((metric) => ('MetricStat' in metric ? [metric] : []));
  const expressions = alarm.Metrics.flatMap((metric) => ('Expression' in metric ? [metric.Expression] : []));
  const [expression, ...others] = expressions;
  const periods = new Set(stats.map(({ MetricStat }) => MetricStat.Period));
  const [period, ...otherPeriods] = periods;
  if (expression === undefined || others.length > 0 || period === undefined || otherPeriods.length > 0)
    throw new TypeError(`${alarm.AlarmName} is not one expression over one period`);
  const compute = readMetricMath(
    expression,
    stats.map(({ Id }) => Id),
  );
  const keyed = stats.map(({ Id, MetricStat: { Stat, Metric } }) => ({
    id: Id,
    stat: Stat,
    key: keyOf(
      Metric.Namespace,
      Metric.MetricName,
      Metric.Dimensions.map(({ Name, Value }) => [Name, Value]),
    ),
  }));
  const valueIn = (start: number, end: number): number | undefined => {
    const told = keyed.flatMap(({ id, stat, key }) => {
      const inside = points
        .filter((point) => point.key === key && point.at >= start && point.at < end)
        .map(({ value }) => value);
      if (inside.length === 0) return [];
      return [[id, stat === 'Sum' ? inside.reduce((sum, value) => sum + value, 0) : Math.max(...inside)] as const];
    });
    // Not even a filled one has a value where nothing at all was told.
    return told.length === 0 ? undefined : compute(Object.fromEntries(told));
  };
  const isBreaching = (value: number | undefined): boolean => {
    if (value === undefined) return alarm.TreatMissingData === 'breaching';
    return alarm.ComparisonOperator === 'LessThanThreshold' ? value < alarm.Threshold : value >= alarm.Threshold;
  };
  const isRinging = (end: number): boolean => {
    const values = Array.from({ length: alarm.EvaluationPeriods }, (_, back) =>
      valueIn(end - (back + 1) * period * 1000, end - back * period * 1000),
    );
    const breaching = values.filter(isBreaching);
    return breaching.length >= (alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods);
  };
  const first = Math.ceil(from / minuteMs) * minuteMs;
  const minutes = Array.from(
    { length: Math.floor((to - first) / minuteMs) + 1 },
    (_, index) => first + index * minuteMs,
  );
  return minutes.filter(isRinging);
};
