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
        Metrics: z.array(z.strictObject({ Name: z.string(), Unit: z.literal('Count') })),
      }),
    ),
  }),
});

interface DataPoint {
  readonly at: number;
  readonly key: string;
  readonly value: number;
}

const keyOf = (namespace: string, name: string, dimensions: readonly (readonly [string, string])[]): string =>
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

/** An alarm of the template: one expression over sums. Anything else the evaluator refuses. */
export const mathAlarmSchema = z.object({
  AlarmName: z.string(),
  ComparisonOperator: z.literal('GreaterThanOrEqualToThreshold'),
  Threshold: z.number(),
  EvaluationPeriods: z.int().min(1),
  DatapointsToAlarm: z.int().min(1).optional(),
  TreatMissingData: z.literal('notBreaching'),
  Metrics: z.array(
    z.union([
      z.object({ Id: z.string(), Expression: z.string(), ReturnData: z.literal(true).optional() }),
      z.object({
        Id: z.string(),
        ReturnData: z.literal(false),
        MetricStat: z.object({
          Stat: z.literal('Sum'),
          Period: z.int().multipleOf(60),
          Metric: z.object({
            Namespace: z.string(),
            MetricName: z.string(),
            Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })),
          }),
        }),
      }),
    ]),
  ),
});
export type MathAlarm = z.output<typeof mathAlarmSchema>;

const minuteMs = 60_000;

/**
 * The instants (epoch ms) between two at which an alarm is in ALARM: it is looked at every minute, over the periods that
 * end then. A period in which one of its metrics has no data point has no value, and is treated as the alarm says.
 */
export const ringsAt = (
  alarm: MathAlarm,
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
  const compute = readMetricMath(expression);
  const keyed = stats.map(({ Id, MetricStat: { Metric } }) => ({
    id: Id,
    key: keyOf(
      Metric.Namespace,
      Metric.MetricName,
      Metric.Dimensions.map(({ Name, Value }) => [Name, Value]),
    ),
  }));
  const valueIn = (start: number, end: number): number | undefined => {
    const sums = keyed.map(({ id, key }) => {
      const inside = points.filter((point) => point.key === key && point.at >= start && point.at < end);
      return { id, sum: inside.length > 0 ? inside.reduce((sum, { value }) => sum + value, 0) : undefined };
    });
    if (sums.some(({ sum }) => sum === undefined)) return undefined;
    return compute(Object.fromEntries(sums.map(({ id, sum }) => [id, sum ?? 0])));
  };
  const isRinging = (end: number): boolean => {
    const values = Array.from({ length: alarm.EvaluationPeriods }, (_, back) =>
      valueIn(end - (back + 1) * period * 1000, end - back * period * 1000),
    );
    const breaching = values.filter((value) => value !== undefined && value >= alarm.Threshold);
    return breaching.length >= (alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods);
  };
  const first = Math.ceil(from / minuteMs) * minuteMs;
  const minutes = Array.from(
    { length: Math.floor((to - first) / minuteMs) + 1 },
    (_, index) => first + index * minuteMs,
  );
  return minutes.filter(isRinging);
};
