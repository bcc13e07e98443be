import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SendJob } from '../../../shared/domain/tips/job.ts';
import {
  createJobQueue,
  JobQueueError,
  parseErasureJob,
  parseSendJob,
  UnreadableJobError,
} from '../../../shared/providers/sqs/job-queue.ts';

const sqs = mockClient(SQSClient);
beforeEach(() => sqs.reset());

const url = 'http://localhost/000000000000/sms';
const job = (dueAt: number): Extract<SendJob, { kind: 'tips' }> => ({
  kind: 'tips',
  dueAt,
  members: [{ id: 'a', date: '2026-11-22' }],
});
const jobs = (count: number) => Array.from({ length: count }, (_, index) => job(index));

const connect = () => {
  const pauses: number[] = [];
  const queue = createJobQueue<SendJob>(new SQSClient({ region: 'us-east-1' }), url, async (ms) => {
    pauses.push(ms);
  });
  return { queue, pauses };
};

const batches = () => sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
const dueAts = () =>
  batches()
    .flat()
    .map(({ MessageBody = '' }) => JSON.parse(MessageBody).dueAt);

describe('a queue of jobs', () => {
  it('takes one job, at once or later', async () => {
    sqs.on(SendMessageCommand).resolves({});
    const { queue } = connect();
    await queue.send(job(1));
    await queue.send(job(2), { delaySeconds: 900 });
    const [now, later] = sqs.commandCalls(SendMessageCommand).map(({ args }) => args[0].input);
    expect(now).toEqual({ QueueUrl: url, MessageBody: JSON.stringify(job(1)), MessageGroupId: job(1).kind });
    expect(later).toMatchObject({ DelaySeconds: 900 });
  });

  it('takes many, ten at a time, each once', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    await connect().queue.sendAll(jobs(47));
    expect(batches().map((entries) => entries.length)).toEqual([10, 10, 10, 10, 7]);
    expect(dueAts().sort((a, b) => a - b)).toEqual(jobs(47).map(({ dueAt }) => dueAt));
    expect(new Set(batches()[0]?.map(({ Id }) => Id)).size).toBe(10);
  });

  it('asks nothing of SQS for no jobs', async () => {
    await connect().queue.sendAll([]);
    expect(batches()).toEqual([]);
  });

  it('tries again what SQS did not take, and only that', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [{ Id: '1', Code: 'InternalError', SenderFault: false }], Successful: [] })
      .resolves({});
    const { queue, pauses } = connect();
    await queue.sendAll(jobs(3));
    expect(dueAts()).toEqual([0, 1, 2, 1]);
    expect(pauses).toHaveLength(1);
  });

  it('gives up after four tries, each after a longer pause, and says how many are left', async () => {
    sqs.on(SendMessageBatchCommand).resolves({
      Failed: [
        { Id: '0', Code: 'InternalError', SenderFault: false },
        { Id: '2', Code: 'ServiceUnavailable', SenderFault: false },
      ],
      Successful: [],
    });
    const { queue, pauses } = connect();
    const failed = await queue.sendAll(jobs(3)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(JobQueueError);
    expect(failed).toMatchObject({ unsent: 2, codes: ['InternalError', 'ServiceUnavailable'] });
    expect(batches().map((entries) => entries.length)).toEqual([3, 2, 2, 2]);
    expect(pauses.map((ms, index) => ms >= 50 * 2 ** index && ms <= 100 * 2 ** index)).toEqual([true, true, true]);
  });

  it('does not repeat what is our own fault', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolves({ Failed: [{ Id: '0', Code: 'InvalidMessageContents', SenderFault: true }], Successful: [] });
    await expect(connect().queue.sendAll(jobs(1))).rejects.toMatchObject({
      unsent: 1,
      codes: ['InvalidMessageContents'],
    });
    expect(batches()).toHaveLength(1);
  });

  it('counts every job it could not queue', async () => {
    const Failed = Array.from({ length: 10 }, (_, index) => ({
      Id: String(index),
      Code: 'AccessDenied',
      SenderFault: true,
    }));
    sqs.on(SendMessageBatchCommand).resolves({ Failed, Successful: [] });
    await expect(connect().queue.sendAll(jobs(60))).rejects.toMatchObject({ unsent: 60, codes: ['AccessDenied'] });
  });

  it('still queues the other batches when one fails', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [{ Id: '0', Code: 'InvalidMessageContents', SenderFault: true }], Successful: [] })
      .resolves({});
    await expect(connect().queue.sendAll(jobs(60))).rejects.toMatchObject({ unsent: 1 });
    expect(new Set(dueAts()).size).toBe(60);
  });

  it('passes on what the SDK throws', async () => {
    sqs.on(SendMessageBatchCommand).rejects(new Error('no network'));
    await expect(connect().queue.sendAll(jobs(1))).rejects.toThrow('no network');
  });

  it('hides a message until later', async () => {
    sqs.on(ChangeMessageVisibilityCommand).resolves({});
    await connect().queue.retryLater('handle', 120);
    expect(sqs.commandCalls(ChangeMessageVisibilityCommand)[0]?.args[0].input).toEqual({
      QueueUrl: url,
      ReceiptHandle: 'handle',
      VisibilityTimeout: 120,
    });
  });
});

describe('a queue message', () => {
  it.each([job(5), { kind: 'confirmation', id: 'a', epoch: 'b' }] satisfies SendJob[])('is read back: %j', (sent) => {
    expect(parseSendJob(JSON.stringify(sent))).toEqual(sent);
  });

  it.each(['erase', 'sweep'] as const)('is read back: %s', (kind) => {
    expect(parseErasureJob(JSON.stringify({ kind, id: 'a' }))).toEqual({ kind, id: 'a' });
  });

  it.each([
    '',
    '{',
    'null',
    '{"kind":"tips"}',
    '{"kind":"tips","dueAt":1,"members":[{"id":"a","date":"soon"}]}',
    '{"kind":"erase","id":"a"}',
  ])('is not a job: %s', (body) => {
    expect(() => parseSendJob(body)).toThrow(UnreadableJobError);
  });

  it('is not an erasure: a tip', () => {
    expect(() => parseErasureJob(JSON.stringify(job(1)))).toThrow(UnreadableJobError);
  });
});
