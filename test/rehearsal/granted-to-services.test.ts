import { describe, expect, it } from 'vitest';
import { isAllowed, type Statement } from './policy-evaluator.ts';
import { synthesizedFunctions, synthesizedSchedules } from './synthesized-functions.ts';

/*
 * What AWS does in the name of our roles, which no function asks for and so no rehearsal sees: Lambda polls queues and the
 * stream, and writes down what it gives up; EventBridge Scheduler starts functions. Where a permission lacks, Lambda refuses
 * the event source and the whole deployment rolls back. The actions are those that Lambda's guide lists for each source.
 */
const functions = [...synthesizedFunctions().values()];
const neededFor: Readonly<Record<string, readonly (readonly [action: string, ofAll: boolean])[]>> = {
  sqs: [
    ['sqs:ReceiveMessage', false],
    ['sqs:DeleteMessage', false],
    ['sqs:GetQueueAttributes', false],
  ],
  dynamodb: [
    ['dynamodb:DescribeStream', false],
    ['dynamodb:GetRecords', false],
    ['dynamodb:GetShardIterator', false],
    // IAM knows no resource for it.
    ['dynamodb:ListStreams', true],
  ],
};
const refused = (statements: readonly Statement[], calls: readonly (readonly [action: string, resource: string])[]) =>
  calls.filter(([action, resource]) => !isAllowed(statements, { action, resource })).map((call) => call.join(' '));

describe('what AWS does in the name of a role', () => {
  it('is allowed for every event source', () => {
    const sources = functions.flatMap(({ name, eventSources, statements }) =>
      eventSources.map((source) => ({ name, source, statements })),
    );
    expect(sources.map(({ name }) => name).toSorted()).toEqual([
      ...['erase-subscriber', 'keep-ledger', 'keep-tallies', 'send-tips-email', 'send-tips-sms'],
    ]);
    for (const { name, source, statements } of sources) {
      const needed = neededFor[source.split(':')[2] ?? ''] ?? [];
      expect(needed, name).not.toEqual([]);
      const calls = needed.map(([action, ofAll]) => [action, ofAll ? '*' : source] as const);
      expect(refused(statements, calls), name).toEqual([]);
    }
  });

  it('is allowed where Lambda writes down what it gives up', () => {
    const giving = functions.filter(({ failureDestination }) => failureDestination !== undefined);
    expect(giving.map(({ name }) => name)).toEqual(['email-inbound']);
    for (const { name, failureDestination = '', statements } of giving) {
      const key = `${failureDestination}/aws/lambda/async/${name}/2030/03/12/x`;
      const calls = [['s3:PutObject', key] as const, ['s3:ListBucket', failureDestination] as const];
      expect(refused(statements, calls), name).toEqual([]);
    }
  });

  it('is allowed to the scheduler: each function, and its dead letters', () => {
    const schedules = synthesizedSchedules();
    expect(schedules).toHaveLength(3);
    expect(new Set(schedules.map(({ deadLetters }) => deadLetters)).size).toBe(1);
    const wakened = schedules.map(({ target }) => functions.find(({ arn }) => arn === target)?.name).toSorted();
    expect(wakened).toEqual(['alert-clinic', 'reconcile-inbound', 'schedule-tips']);
    for (const { target, deadLetters, statements } of schedules)
      expect(
        refused(statements, [
          ['lambda:InvokeFunction', target],
          ['sqs:SendMessage', deadLetters],
        ]),
      ).toEqual([]);
  });

  it('would be missed', () => {
    const statements: readonly Statement[] = [
      { Effect: 'Allow', Action: ['dynamodb:ListStreams'], Resource: ['arn:x'] },
    ];
    expect(refused(statements, [['dynamodb:ListStreams', '*']])).toEqual(['dynamodb:ListStreams *']);
  });
});
