import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functions, resources, service } from './example-service.ts';

describe('queues', () => {
  const queueSchema = z.object({
    SqsManagedSseEnabled: z.literal(true),
    VisibilityTimeout: z.number().optional(),
    RedrivePolicy: z.object({ maxReceiveCount: z.number(), deadLetterTargetArn: z.unknown() }).optional(),
  });
  const queues = resources
    .filter(({ type }) => type === 'AWS::SQS::Queue')
    .map(({ id, properties }) => ({ id, ...queueSchema.parse(properties) }));
  const mappings = resources
    .filter(({ type, properties }) => type === 'AWS::Lambda::EventSourceMapping' && !('StartingPosition' in properties))
    .map(({ properties }) =>
      z
        .object({
          BatchSize: z.number(),
          FunctionResponseTypes: z.array(z.string()),
          EventSourceArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
          FunctionName: z.object({ Ref: z.string() }),
        })
        .parse(properties),
    );

  it('are three, each read by one function', () => {
    expect(mappings).toHaveLength(3);
  });

  it.each(mappings)('hand out one job at a time, for six timeouts, 20 times, then keep it', (mapping) => {
    const [queueId] = mapping.EventSourceArn['Fn::GetAtt'];
    const queue = queues.find(({ id }) => id === queueId);
    const fn = functions.find(({ id }) => id === mapping.FunctionName.Ref);
    expect(mapping.BatchSize).toBe(1);
    expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(queue?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * (fn?.Timeout ?? Number.POSITIVE_INFINITY));
    expect(queue?.RedrivePolicy?.maxReceiveCount).toBe(20);
  });

  it('refuse plain HTTP, every one of them', () => {
    const refusing = JSON.stringify(service.findResources('AWS::SQS::QueuePolicy'));
    for (const { id } of queues) expect(refusing).toContain(`"Queues":[{"Ref":"${id}"}]`);
    expect(refusing.match(/"aws:SecureTransport":"false"/g)).toHaveLength(queues.length);
  });
});

describe('what follows the table’s stream', () => {
  const streams = resources.filter(
    ({ type, properties }) => type === 'AWS::Lambda::EventSourceMapping' && 'StartingPosition' in properties,
  );

  it('is two functions: of more, each shard of a stream would give each too little', () => {
    expect(streams).toHaveLength(2);
  });

  it.each([
    ['PromiseLedger', { BatchSize: 100 }],
    // Without a window Lambda does not name the shard.
    ['Tallies', { BatchSize: 1000, MaximumBatchingWindowInSeconds: 60, TumblingWindowInSeconds: 60 }],
  ])('%s is told from the first change on, and gives nothing up', (id, batches) => {
    const properties = streams.find((stream) => stream.id.startsWith(id))?.properties ?? {};
    expect(properties).toMatchObject({ StartingPosition: 'TRIM_HORIZON', ...batches });
    // Neither a number of tries nor an age: only the stream itself forgets.
    expect(Object.keys(properties)).not.toEqual(expect.arrayContaining(['MaximumRetryAttempts']));
    expect(Object.keys(properties)).not.toEqual(expect.arrayContaining(['MaximumRecordAgeInSeconds']));
    const { Filters } = z.object({ Filters: z.array(z.unknown()) }).parse(properties['FilterCriteria']);
    expect(Filters.length).toBeLessThanOrEqual(5);
  });
});

describe('the clock', () => {
  it.each(['ScheduleTips', 'ReconcileInbound'])('wakes %s every five minutes, on the five minutes', (fn) => {
    service.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0/5 * * * ? *)',
      ScheduleExpressionTimezone: 'Etc/UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: Match.objectLike({
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp(fn), 'Arn'] },
        RetryPolicy: { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 2 },
        DeadLetterConfig: { Arn: Match.anyValue() },
      }),
    });
  });
});
