import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureIdle } from '../../bench/measure-cost.ts';
import { alarmSchema, type DataPoint, keyOf, ringsAt } from '../support/alarm-evaluator.ts';
import { resourcesOf, synthesise } from './deployment.ts';

/*
 * Alarms on what AWS itself counts: their own definitions, over what it would tell. Failures of functions are driven through
 * the real bundles besides (test/rehearsal/alarms-on-failures.test.ts), those on our own metrics too
 * (test/e2e/outcome-alarms.test.ts).
 */
const resources = resourcesOf(synthesise().all);
/** What a template says instead of a name that CloudFormation makes: the id of the resource. */
const named = (value: object): unknown => {
  if ('Ref' in value) return String(value.Ref);
  return 'Fn::GetAtt' in value && Array.isArray(value['Fn::GetAtt']) ? String(value['Fn::GetAtt'][0]) : value;
};
const alarmOf = (heading: string) => {
  const found = resources.find(
    ({ type, properties }) =>
      type === 'AWS::CloudWatch::Alarm' && properties['AlarmName'] === `backbeat-test-${heading}`,
  );
  const properties = JSON.parse(JSON.stringify(found?.properties), (_key, value: unknown) =>
    typeof value === 'object' && value !== null ? named(value) : value,
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
  it.each(['schedule-tips', 'reconcile-inbound', 'alert-clinic'])('%s', (name) => {
    const heading = `${name}-not-running`;
    expect(lookedAt(heading)).toBe(`AWS/Lambda Invocations of ${name}`);
    const ticks = (until: number) =>
      Array.from({ length: until / 5 }, (_, index) => [(index * 5 - 20) * minuteMs, 1] as const);
    expect(rings(heading, ticks(80))).toEqual([]);
    // The last one runs at the half hour.
    const [first] = rings(heading, ticks(55));
    expect(first).toBeGreaterThanOrEqual(15);
    expect(first).toBeLessThanOrEqual(30 + 16);
  });
});

/** What an alarm looks at: the metric, and what its one dimension names. */
const lookedAt = (heading: string): string => {
  const [stat] = alarmOf(heading).Metrics.flatMap((metric) =>
    'MetricStat' in metric ? [metric.MetricStat.Metric] : [],
  );
  const [dimension] = stat?.Dimensions ?? [];
  return `${stat?.Namespace} ${stat?.MetricName} of ${nameOf(dimension?.Value ?? '')}`;
};
/** A function by its description, an API as that, a queue by the id that it has in the template. */
const nameOf = (id: string): string => {
  const found = resources.find((resource) => resource.id === id);
  if (found?.type === 'AWS::Lambda::Function') return String(found.properties['Description']).replace('Backbeat ', '');
  return found?.type === 'AWS::ApiGatewayV2::Api' ? 'the API' : id.replace(/[0-9A-F]{8}$/, '');
};
/** The queue that an alarm is about: its dimension is a name, which the template takes from the queue. */
const queueOf = (heading: string): string => lookedAt(heading).split(' of ')[1] ?? '';

const workers = [
  'sms-inbound',
  'email-inbound',
  'delivery-events',
  'reconcile-inbound',
  'schedule-tips',
  'send-tips-sms',
];
const functions = [...workers, 'send-tips-email', 'erase-subscriber', 'alert-clinic', 'keep-ledger'];
const fiveMinutesMs = 5 * minuteMs;

describe('what AWS counts of functions, queues and the API', () => {
  it.each([
    ...functions.map((name) => [`${name}-failures`, 1, `AWS/Lambda Errors of ${name}`] as const),
    ...['email-inbound', 'delivery-events'].map(
      (name) => [`${name}-given-up`, 1, `AWS/Lambda AsyncEventsDropped of ${name}`] as const,
    ),
    ['keep-ledger-late', hourMs, 'AWS/Lambda IteratorAge of keep-ledger'],
    ['keep-tallies-late', hourMs, 'AWS/Lambda IteratorAge of keep-tallies'],
    ['api-server-errors', 1, 'AWS/ApiGateway 5xx of the API'],
  ] as const)('%s rings at %d, and is about the right thing', (heading, threshold, about) => {
    expect(lookedAt(heading)).toBe(about);
    expect(rings(heading, [[0, threshold]])[0]).toBeLessThanOrEqual(5);
    expect(rings(heading, [[0, threshold - 1]])).toEqual([]);
    expect(rings(heading, [])).toEqual([]);
    // It ends when nothing more happens.
    expect(rings(heading, [[0, threshold]]).at(-1)).toBeLessThanOrEqual(fiveMinutesMs / minuteMs);
  });

  it.each([
    ['sms-queue', 'SmsWork', 3600],
    ['email-queue', 'EmailWork', 3600],
    ['erasure-queue', 'ErasureWork', 7200],
  ])('%s rings for a job that waits, and for one that was given up', (name, id, seconds) => {
    expect(lookedAt(`${name}-late`)).toContain(`AWS/SQS ApproximateAgeOfOldestMessage of ${queueOf(`${name}-late`)}`);
    expect(queueOf(`${name}-late`)).toMatch(new RegExp(`${id}Queue$`));
    expect(queueOf(`${name}-dead-letters`)).toMatch(new RegExp(`${id}DeadLetters$`));
    expect(rings(`${name}-late`, [[0, seconds - 1]])).toEqual([]);
    expect(rings(`${name}-late`, [[0, seconds]])).not.toEqual([]);
    expect(rings(`${name}-dead-letters`, [[0, 0]])).toEqual([]);
    expect(rings(`${name}-dead-letters`, [[0, 1]])).not.toEqual([]);
  });

  it('schedule-dead-letters rings for a tick that could not be started', () => {
    expect(queueOf('schedule-dead-letters')).toMatch(/LostTicks$/);
    expect(rings('schedule-dead-letters', [[0, 1]])).not.toEqual([]);
    expect(rings('schedule-dead-letters', [[0, 0]])).toEqual([]);
  });
});

/** Where a failure is driven through the real functions and the alarm evaluated over what they print. */
const drivenElsewhere: Readonly<Record<string, readonly string[]>> = {
  'e2e/outcome-alarms': [
    ...['sms-not-accepted', 'email-not-accepted', 'sms-not-delivered', 'sms-undelivered'],
    ...['tips-unknown', 'tips-behind', 'tips-opt-outs'],
  ],
  'e2e/spend-cap': ['near-cap', 'at-cap'],
  'rehearsal/alarms-on-failures': [
    ...functions.map((name) => `${name}-failures`),
    ...['email-inbound-given-up', 'delivery-events-given-up', 'keep-ledger-late', 'keep-tallies-late'],
    'api-server-errors',
    ...['sms-queue', 'email-queue', 'erasure-queue'].map((name) => `${name}-dead-letters`),
  ],
  'integration/receipts/receipt-counts': ['email-not-delivered'],
  'integration/red-flags/alert-clinic': ['red-flags-unanswered'],
};

describe('every alarm', () => {
  it('is proved by a failure that is driven, or where none of our functions runs, by what AWS would count, above', () => {
    const above = [
      ...['sms-queue-late', 'email-queue-late', 'erasure-queue-late'],
      ...['schedule-tips', 'reconcile-inbound', 'alert-clinic'].map((name) => `${name}-not-running`),
      ...['schedule-dead-letters', 'mail-bounce-rate', 'mail-complaint-rate'],
    ];
    const headings = resources
      .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
      .map(({ properties }) => String(properties['AlarmName']).slice('backbeat-test-'.length));
    expect([...above, ...Object.values(drivenElsewhere).flat()].toSorted()).toEqual(headings.toSorted());
  });

  it.each(Object.entries(drivenElsewhere))('%s.test.ts is about those', (name, headings) => {
    const text = readFileSync(new URL(`../${name}.test.ts`, import.meta.url), 'utf8');
    // Those of a kind are told apart by the channel, the function or the queue.
    const kinds = (heading: string): readonly string[] => [
      `'${heading}'`,
      `\`\${channel}${heading.replace(/^(sms|email)/, '')}\``,
      `\`\${name}${heading.replace(/^.*-(failures|given-up|late)$/, '-$1')}\``,
      `\`\${heading}-dead-letters\``,
    ];
    const missing = headings.filter((heading) => !kinds(heading).some((kind) => text.includes(kind)));
    expect(missing).toEqual([]);
  });
});

describe('an idle month', () => {
  it('costs less than $4 for alarms and metrics, and less than $5 in all, with what AWS gives everybody', () => {
    const tick = { calls: 3, reads: 2, writes: 1, readUnits: 3, writeUnits: 1 };
    const { deployed, free } = measureIdle({ tick });
    // No metric of our own is told while nothing happens (docs/cost.md).
    const alarms = free.charges.find(({ price }) => price === 'alarms');
    expect(alarms?.amount).toBe(deployed.alarms);
    expect(alarms?.usd).toBeLessThan(4);
    expect(free.usd).toBeLessThan(5);
  });
});
