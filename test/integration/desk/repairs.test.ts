import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { givenUpRecord } from '../../../local/given-up-record.ts';
import { receivedMailEvent } from '../../../local/received-mail-event.ts';
import { createHandInMail } from '../../../operator/hand-in-mail.ts';
import { createGivenUpMails } from '../../../shared/providers/s3/given-up-mails.ts';
import { createDeadLetters } from '../../../shared/providers/sqs/dead-letters.ts';
import type { AuditLine } from '../../../shared/store/audit-store.ts';
import { CannotError } from '../../../shared/use-cases/desk/desk-errors.ts';
import { createGuard } from '../../../shared/use-cases/desk/guard.ts';
import { createMendFailures } from '../../../shared/use-cases/desk/mend-failures.ts';
import { createReplayMail } from '../../../shared/use-cases/desk/replay-mail.ts';
import { sam } from '../../support/desk.ts';
import { noon, type Providers, startProviders } from '../local/provider-set-up.ts';

// The SDK's own clients against the stand-ins: what is said over the wire is what AWS is told.
const bucket = 'backbeat-inbound';
let providers: Providers;
let handedIn: unknown[] = [];
let failing = false;
const audit: AuditLine[] = [];

beforeAll(async () => {
  providers = await startProviders({
    handInMail: async (event) => {
      if (failing) throw new TypeError('somebody@example.org is not read');
      handedIn.push(event);
    },
  });
});
afterAll(() => providers.close());
afterEach(() => {
  providers.clear();
  handedIn = [];
  failing = false;
  audit.length = 0;
});

const repairs = () => {
  const urlOf = (queue: string): string => `${providers.url}/sqs/000000000000/${queue}`;
  const append = async (line: AuditLine): Promise<void> => {
    audit.push(line);
  };
  const guard = createGuard({
    audit: { append },
    runtime: { clock: providers.clock, randomBytes: () => new Uint8Array(6) },
  });
  const mails = createGivenUpMails(new S3Client({}), bucket);
  return {
    ...createMendFailures({
      guard,
      queueUrls: { sms: urlOf('sms'), email: urlOf('email'), erasure: urlOf('erasure') },
      deadLetters: createDeadLetters(new SQSClient({})),
      lostTicks: undefined,
      mails,
    }),
    ...createReplayMail({ guard, mails, handInMail: createHandInMail('email-inbound').handInMail }),
  };
};

const member = (id: string) => ({ id, date: '2030-01-07' });
const jobs = [
  ...Array.from({ length: 11 }, () => ({ kind: 'tips', dueAt: noon, members: ['a', 'b'].map(member) })),
  { kind: 'confirmation', id: 'c', epoch: 'abcdefgh' },
];

/** Gives up all that waits in a queue: each message is received 20 times, and failed. */
const giveUp = async (queue: Providers['queues']['sms']): Promise<void> => {
  for (let receive = 0; receive <= 20; receive += 1) {
    while (queue.receive(1_000)) {}
    await providers.pass(1_000);
  }
};

describe('jobs that were given up', () => {
  it('are counted by queue and kind, with their age, and stay where they are', async () => {
    for (const job of jobs) providers.queues.sms.send(JSON.stringify(job));
    providers.queues.sms.send('{"kind":"tips","words":"my back"}');
    const queuedAt = providers.clock.now();
    await giveUp(providers.queues.sms);
    for (const look of ['once', 'again']) {
      const { queues } = await repairs().listFailed(sam);
      expect(queues[0], look).toEqual({
        queue: 'sms',
        waiting: 13,
        oldestAt: queuedAt,
        kinds: [
          { kind: 'tips', jobs: 11, people: 22 },
          { kind: 'confirmation', jobs: 1, people: 1 },
          { kind: 'unreadable', jobs: 1, people: 0 },
        ],
      });
      expect(queues.slice(1)).toMatchObject([
        { queue: 'email', waiting: 0, kinds: [] },
        { queue: 'erasure', waiting: 0, kinds: [] },
      ]);
    }
    expect(audit.map(({ operation }) => operation)).toEqual(['list-failed', 'list-failed']);
  });

  it('go back to their own queue, once', async () => {
    providers.queues.erasure.send(JSON.stringify({ kind: 'erase', id: 'a' }));
    providers.queues.sms.send(JSON.stringify(jobs[0]));
    await giveUp(providers.queues.erasure);
    await giveUp(providers.queues.sms);
    expect(await repairs().redrive(sam, 'erasure')).toEqual({ queue: 'erasure', waiting: 1 });
    expect(await repairs().redrive(sam, 'erasure')).toEqual({ queue: 'erasure', waiting: 0 });
    expect(providers.queues.erasure.receive()).toMatchObject({
      body: '{"kind":"erase","id":"a"}',
      receiveCount: 1,
    });
    expect(providers.queues.sms.size()).toBe(0);
    expect((await repairs().listFailed(sam)).queues[0]?.waiting).toBe(1);
  });
});

const givenUpMail = (messageId: string, isKept = true) => {
  const raw = Buffer.from('From: ana@example.org\r\nSubject: my back\r\n\r\nPAIN 6');
  const event = receivedMailEvent(messageId, raw, '', providers.clock.now());
  if (isKept) providers.mails.put(bucket, messageId, new Uint8Array(raw));
  const { key, body } = givenUpRecord(event, 'email-inbound', providers.clock.now() + 60_000, new Error('x'));
  providers.mails.put(bucket, key, body);
  return event;
};

describe('mails that were given up', () => {
  it('are listed by the name that the bucket has for them, without whose they are or what they say', async () => {
    givenUpMail('0100a');
    providers.mails.put(bucket, '0100-waits', new Uint8Array([1]));
    providers.mails.put(bucket, 'aws/lambda/async/email-inbound/torn', new TextEncoder().encode('{"half'));
    const failed = await repairs().listFailed(sam);
    const at = providers.clock.now();
    expect(failed.mails).toEqual([{ message: '0100a', receivedAt: at, givenUpAt: at + 60_000 }]);
    expect(failed.unreadable).toBe(1);
    expect(JSON.stringify(failed)).not.toMatch(/ana|back|PAIN/);
  });

  it('are handed in again by their name, as they came, and once', async () => {
    const event = givenUpMail('0100a');
    givenUpMail('0100b');
    await repairs().replayMail(sam, '0100a');
    expect(handedIn).toEqual([event]);
    await expect(repairs().replayMail(sam, '0100a')).rejects.toThrow(CannotError);
    expect(handedIn).toHaveLength(1);
    expect((await repairs().listFailed(sam)).mails).toMatchObject([{ message: '0100b' }]);
  });

  it('are kept if they fail again, and the error says its name only', async () => {
    givenUpMail('0100a');
    failing = true;
    const failure: unknown = await repairs()
      .replayMail(sam, '0100a')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'CannotError', message: expect.stringContaining('(TypeError)') });
    expect(String(failure)).not.toContain('somebody');
    failing = false;
    await repairs().replayMail(sam, '0100a');
    expect(handedIn).toHaveLength(1);
  });

  it('are nobody’s work any more when the bucket has let go of them', async () => {
    givenUpMail('0100a', false);
    await expect(repairs().replayMail(sam, '0100a')).rejects.toThrow('gone');
    expect(handedIn).toEqual([]);
    expect((await repairs().listFailed(sam)).mails).toEqual([]);
  });
});
