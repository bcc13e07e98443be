import { createHash } from 'node:crypto';
import { DeleteSuppressedDestinationCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { eraseSubscriberDeps } from '../../functions/erase-subscriber/deps.ts';
import { createEraseSubscriber } from '../../functions/erase-subscriber/erase-subscriber.ts';
import { webDeps } from '../../functions/web/deps.ts';
import { loadReplyReading } from '../../shared/content/reply-reading.ts';
import { textsFor } from '../../shared/content/texts.ts';
import type { CarrierAct, SubjectWords } from '../../shared/domain/answering/combine-reply.ts';
import type { Proof } from '../../shared/domain/answering/conversation.ts';
import type { RedFlagReaders } from '../../shared/domain/desk/red-flag-readers.ts';
import { type DiaryFold, foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { createLinks } from '../../shared/domain/people/links.ts';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { Channel, Subscriber } from '../../shared/domain/people/subscriber.ts';
import { type Danger, noDanger } from '../../shared/domain/reading/parsed-reply.ts';
import type { ErasureJob, SendJob } from '../../shared/domain/tips/job.ts';
import type { LogFields } from '../../shared/platform/log.ts';
import type { Settings } from '../../shared/platform/settings.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { createSesMail } from '../../shared/providers/ses/send-mail.ts';
import { parseErasureJob, parseSendJob } from '../../shared/providers/sqs/job-queue.ts';
import { sendJob } from '../../shared/providers/sqs/send-job.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyHandler } from '../../shared/use-cases/reply-handler.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { secrets, settings } from './deployment.ts';
import { recordingSqs } from './recording-sqs.ts';
import { createTestClock } from './sending.ts';
import { pepper, tokenKeys } from './subscribers.ts';

export const ana = '+12125550101';
export const jo = 'jo@example.org';
/** New York, the Monday before the first tip: 07:00 local. */
export const mondayMorning = '2030-01-07T12:00:00Z';

const minuteMs = 60_000;
const reading = loadReplyReading();
export const texts = await textsFor('en');

interface Options {
  readonly start?: string;
  readonly carrierAnswersOptOut?: boolean;
  /** Time passes and chance is real: for many at once. */
  readonly isLive?: boolean;
  /** Who looks at red flags; nobody unless given. */
  readonly readers?: RedFlagReaders;
  readonly caps?: Partial<Pick<Settings, 'joinsADay' | 'joinsInTotal' | 'smsSegmentsAMonth' | 'emailsAMonth'>>;
}

interface Sending {
  readonly from?: string;
  readonly id?: string;
  readonly country?: string;
  readonly proof?: Proof;
  readonly subject?: SubjectWords;
  readonly carrierAct?: CarrierAct;
  /** What the second opinion says of it, whatever its words. */
  readonly danger?: Danger;
}

/** The handling of replies, enrolment and erasure over a real table, with a clock that stands still until it is moved. */
export const createService = (
  table: Table,
  { start = mondayMorning, carrierAnswersOptOut = true, isLive = false, readers = 'nobody', caps = {} }: Options = {},
) => {
  const clock = createTestClock(start);
  // Drawn from the time alone, so that two runs of the same story draw the same, whatever else was delivered in between.
  const drawn = {
    clock,
    randomBytes: (length: number) =>
      new Uint8Array(createHash('sha256').update(`${clock.now()}:${length}`).digest().subarray(0, length)),
    print: () => {},
  };
  const runtime = isLive ? systemRuntime : drawn;
  const stores = createReplyStores(table);
  const changes = createProfileChanges(stores, clock);
  const links = createLinks({ ...settings, tokenKeys });
  const jobs: SendJob[] = [];
  const erasures: ErasureJob[] = [];
  const allowed: string[] = [];
  const logged: { event: string; fields: LogFields }[] = [];
  const log = (_level: string, event: string, fields: LogFields = {}): void => {
    logged.push({ event, fields });
  };
  let opinion: Danger = noDanger;
  /** Called before each job is queued, and before an address is taken off the suppression list: where a test makes them fail. */
  const faults = { beforeQueue: (): void => {}, beforeAllowing: (): void => {} };
  const sqs = recordingSqs({
    queued: (url, body) => {
      faults.beforeQueue();
      if (url === settings.erasureQueue) erasures.push(parseErasureJob(body));
      else jobs.push(parseSendJob(body));
    },
  });
  const ses = z.custom<SESv2Client>().parse({
    send: async (command: unknown) => {
      if (!(command instanceof DeleteSuppressedDestinationCommand)) throw new TypeError('nobody sends mail here');
      faults.beforeAllowing();
      allowed.push(command.input.EmailAddress ?? '');
      return {};
    },
  });
  const clients = {
    table,
    secrets,
    sqs,
    ses,
    queueJob: (url: string, job: SendJob | ErasureJob) => sendJob(sqs, url, job),
    log,
  };
  const told = {
    ...settings,
    ...caps,
    redFlagReaders: readers,
    twilioAnswersOptOut: carrierAnswersOptOut ? 'true' : 'false',
  } as const;
  const handleReply = createReplyHandler(clients, told, runtime, {
    ...reading,
    parse: (body) => {
      const reply = reading.parse(body);
      return reply.danger.kind === 'flag' ? reply : { ...reply, danger: opinion };
    },
  });
  const { allowAgain } = createSesMail({ client: ses, from: told.mailFrom, configurationSet: told.configurationSet });
  const { enrolment } = webDeps({ ...clients, allowAgain }, told, runtime);
  const erase = createEraseSubscriber(eraseSubscriberDeps(clients, told, runtime));

  let messages = 0;
  const deliver = async (
    channel: Channel,
    address: string,
    body: string,
    { id, country, proof, subject, carrierAct, danger = noDanger }: Sending,
  ) => {
    messages += 1;
    opinion = danger;
    const { answers } = await handleReply({
      channel,
      id: pseudonymOf(pepper, channel, address),
      address,
      messageId: id ?? `message ${messages}`,
      body,
      ...(country ? { country } : {}),
      ...(proof ? { proof } : {}),
      ...(subject ? { subject } : {}),
      ...(carrierAct ? { carrierAct } : {}),
    });
    return answers;
  };
  const text = (body: string, sending: Sending = {}): Promise<readonly string[]> =>
    deliver('sms', sending.from ?? ana, body, sending);
  const mail = (body: string, sending: Sending = {}): Promise<readonly string[]> =>
    deliver('email', sending.from ?? jo, body, sending);

  const person = (address = ana) =>
    stores.persons.readAnyone(pseudonymOf(pepper, address.includes('@') ? 'email' : 'sms', address), clock.now());
  const profile = async (address = ana): Promise<Subscriber | undefined> => (await person(address)).subscriber;
  const diary = async (address = ana): Promise<DiaryFold> => foldDiary((await person(address)).events);

  return {
    clock,
    stores,
    changes,
    links,
    enrolment,
    jobs,
    erasures,
    allowed,
    logged,
    faults,
    text,
    mail,
    /** The answer in one string: for asking whether it says something. */
    answerTo: async (body: string, sending: Sending = {}): Promise<string> => (await text(body, sending)).join('\n'),
    after: (minutes: number): void => clock.set(new Date(clock.now() + minutes * minuteMs).toISOString()),
    profile,
    diary,
    scores: async (address = ana) => (await diary(address)).entries.map(({ date, score }) => [date, score]),
    notes: async (address = ana) => (await diary(address)).entries.flatMap(({ note }) => note ?? []),
    /** Works off the erasure queue as it stands. */
    runErasures: async (): Promise<void> => {
      const due = erasures.splice(0);
      await erase({
        Records: due.map((job, index) => ({
          messageId: String(index),
          receiptHandle: String(index),
          body: JSON.stringify(job),
          attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: '0',
            SenderId: 'test',
            ApproximateFirstReceiveTimestamp: '0',
          },
          messageAttributes: {},
          md5OfBody: '',
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:erasure',
          awsRegion: 'us-east-1',
        })),
      });
    },
  };
};

export type Service = ReturnType<typeof createService>;

/** All that the table holds, in order of its keys. */
export const contentsOf = async (table: Table): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  const keyOf = (item: Record<string, unknown>): string => `${String(item['PK'])} ${String(item['SK'])}`;
  return items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** What was agreed to and taken back, in the order of its keys: the act, the version of its wording, where. */
export const consentsOf = async (table: Table): Promise<readonly (readonly unknown[])[]> =>
  (await contentsOf(table))
    .filter(({ SK }) => String(SK).startsWith('CONSENT#'))
    .map(({ act, version, where }) => [act, version, where]);

/** Whether a command of DynamoDB's, by its name, changes the table. */
export const isWrite = (command: string): boolean => /^(?:Put|Update|Delete|Batch(?:Write|Execute))/.test(command);

/** Stands in for a machine that dies: not an answer of DynamoDB, so that nothing takes it for one. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Watches the calls to a table; can let the k-th write from now die before or after it has taken effect. */
export const watchCalls = (table: Table) => {
  const calls: string[] = [];
  let doomed: { write: number; when: 'before' | 'after' } | undefined;
  table.client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = context.commandName ?? '';
      calls.push(command.replace(/Command$/, ''));
      if (!doomed || !isWrite(command)) return next(args);
      doomed = { ...doomed, write: doomed.write - 1 };
      const dies = doomed.write === 0 ? doomed.when : undefined;
      if (dies) doomed = undefined;
      if (dies === 'before') throw new Crash();
      const result = await next(args);
      if (dies === 'after') throw new Crash();
      return result;
    },
    { step: 'initialize', name: 'watchCalls' },
  );
  return {
    /** The calls since this was asked last. */
    take: (): string[] => calls.splice(0),
    crashAt: (write: number, when: 'before' | 'after'): void => {
      doomed = { write, when };
    },
    /** False if the crash that was ordered has happened; calls off one that has not. */
    callOff: (): boolean => {
      const waiting = doomed !== undefined;
      doomed = undefined;
      return waiting;
    },
  };
};
