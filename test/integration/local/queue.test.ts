import { describe, expect, it } from 'vitest';
import { createLocalClock } from '../../../local/clock.ts';
import { createQueue, UnknownReceiptError } from '../../../local/queue.ts';
import { createQueueDispatcher, type QueueFunction } from '../../../local/queue-dispatcher.ts';

const start = Date.parse('2030-01-07T12:00:00Z');

const setUp = (run: QueueFunction = async () => ({ batchItemFailures: [] })) => {
  const clock = createLocalClock();
  clock.set(start);
  const deadLetters = createQueue(clock);
  const queue = createQueue(clock, { visibilityTimeoutMs: 120_000, maxReceiveCount: 3, deadLetters });
  const reports: string[] = [];
  const dispatcher = createQueueDispatcher('sms', queue, run, (what) => reports.push(what));
  const pass = (seconds: number): void => clock.set(clock.now() + seconds * 1000);
  return { clock, queue, deadLetters, reports, pass, runDue: () => dispatcher.runDue(clock.now()) };
};

const failing: QueueFunction = async (event) => ({
  batchItemFailures: event.Records.map((record) => ({ itemIdentifier: record.messageId })),
});

describe('a queue on the service clock', () => {
  it('hands a delayed message out at its instant and not before', async () => {
    const { queue, pass } = setUp();
    queue.send('later', 90);
    pass(89);
    expect(queue.receive()).toBeUndefined();
    expect(queue.nextAt()).toBe(start + 90_000);
    pass(1);
    expect(queue.receive()?.body).toBe('later');
  });

  it('hides a received message for the visibility timeout and counts the receives', () => {
    const { queue, pass } = setUp();
    queue.send('work');
    expect(queue.receive()?.receiveCount).toBe(1);
    pass(119);
    expect(queue.receive()).toBeUndefined();
    pass(1);
    expect(queue.receive()).toMatchObject({ receiveCount: 2, firstReceivedAt: start });
  });

  it('takes turns between groups: three hundred confirmations do not go ahead of the tips', () => {
    const { queue, pass } = setUp();
    for (let count = 0; count < 300; count += 1) queue.send('confirmation', 0, 'confirmation');
    pass(1);
    expect(queue.receive()?.body).toBe('confirmation');
    queue.send('tips', 0, 'tips');
    expect(queue.receive()?.body).toBe('tips');
    expect(queue.receive()?.body).toBe('confirmation');
  });

  it('moves a message to the dead letters after its last receive', () => {
    const { queue, deadLetters, pass } = setUp();
    queue.send('poison');
    for (let receive = 0; receive < 3; receive++) {
      expect(queue.receive()?.body).toBe('poison');
      pass(120);
    }
    expect(queue.receive()).toBeUndefined();
    expect(deadLetters.waiting()).toMatchObject([{ body: 'poison', sentAt: start }]);
    expect(queue.size()).toBe(0);
  });

  it('takes only the newest receipt handle', () => {
    const { queue, pass } = setUp();
    queue.send('work');
    const first = queue.receive()?.receipt ?? '';
    pass(120);
    const second = queue.receive()?.receipt ?? '';
    expect(() => queue.changeVisibility(first, 0)).toThrow(UnknownReceiptError);
    queue.changeVisibility(second, 7);
    expect(queue.nextAt()).toBe(start + 127_000);
  });
});

describe('the event source mapping', () => {
  it('delivers one message an invocation, as an SQS event, and deletes what succeeded', async () => {
    const bodies: string[] = [];
    const { queue, runDue } = setUp(async (event) => {
      expect(event.Records).toHaveLength(1);
      expect(event.Records[0]).toMatchObject({ eventSource: 'aws:sqs', attributes: { ApproximateReceiveCount: '1' } });
      bodies.push(event.Records[0]?.body ?? '');
      return undefined;
    });
    queue.send('one');
    queue.send('two');
    expect([await runDue(), await runDue(), await runDue()]).toEqual([true, true, false]);
    expect(bodies).toEqual(['one', 'two']);
    expect(queue.size()).toBe(0);
  });

  it('brings a reported failure back after the visibility timeout', async () => {
    const { queue, runDue, pass } = setUp(failing);
    queue.send('again');
    expect(await runDue()).toBe(true);
    pass(119);
    expect(await runDue()).toBe(false);
    pass(1);
    expect(await runDue()).toBe(true);
  });

  it('brings it back when ChangeMessageVisibility said, if the function did', async () => {
    const { queue, runDue, pass } = setUp(async (event) => {
      queue.changeVisibility(event.Records[0]?.receiptHandle ?? '', 600);
      return failing(event);
    });
    queue.send('later');
    await runDue();
    pass(599);
    expect(await runDue()).toBe(false);
    pass(1);
    expect(await runDue()).toBe(true);
  });

  it.each([
    ['throws', async () => Promise.reject(new Error('crash'))],
    ['answers nonsense', async () => ({ batchItemFailures: 'all' })],
  ] as const)('keeps the message of a function that %s', async (_, run) => {
    const { queue, reports, runDue } = setUp(run);
    queue.send('kept');
    await runDue();
    expect(queue.size()).toBe(1);
    expect(reports).toEqual(['the function behind the queue sms failed']);
  });
});
