import { randomBytes } from 'node:crypto';
import { reconcileInboundDeps } from '../../../functions/reconcile-inbound/deps.ts';
import { createReconcileInbound } from '../../../functions/reconcile-inbound/reconcile-inbound.ts';
import type { RedFlagReaders } from '../../../shared/domain/desk/red-flag-readers.ts';
import { foldDiary } from '../../../shared/domain/diary/fold-diary.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { ErasureJob, SendJob } from '../../../shared/domain/tips/job.ts';
import type { Log, LogFields } from '../../../shared/platform/log.ts';
import { parseErasureJob, parseSendJob } from '../../../shared/providers/sqs/job-queue.ts';
import { sendJob } from '../../../shared/providers/sqs/send-job.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createErasureStore } from '../../../shared/store/erasure-store.ts';
import { createWatermarkStore } from '../../../shared/store/watermark-store.ts';
import { createReplyHandler } from '../../../shared/use-cases/reply-handler.ts';
import { createReplyStores } from '../../../shared/use-cases/reply-stores.ts';
import { secrets, settings } from '../../support/deployment.ts';
import { recordingSqs } from '../../support/recording-sqs.ts';
import { createTestClock } from '../../support/sending.ts';
import { pepper } from '../../support/subscribers.ts';
import { createTwilioHttp, type ReceivedText, type SentAnswer, type TwilioState } from './twilio-http.ts';

export const ana = '+12125550101';
const second = 1000;

const newSid = (kind: 'SM' | 'MM'): string => `${kind}${randomBytes(16).toString('hex')}`;

/** The reconciliation over a real table, with a Twilio that keeps what people texted, and a clock that is moved by hand. */
export const createCoach = (
  table: Table,
  start = '2030-01-07T15:00:00Z',
  redFlagReaders: RedFlagReaders = 'nobody',
) => {
  const told = { ...settings, redFlagReaders };
  const clock = createTestClock(start);
  const stores = createReplyStores(table);
  const logged: string[] = [];
  const dropped: LogFields[] = [];
  const log: Log = (_level, event, fields = {}) => {
    logged.push(event);
    if (event === 'inbound-dropped') dropped.push(fields);
  };
  const jobs: SendJob[] = [];
  /** Called before each job is queued: where a test makes the queue fail. */
  const faults = { beforeQueue: (): void => {} };
  const erasures: ErasureJob[] = [];
  const sent: SentAnswer[] = [];
  const twilio: TwilioState = { texts: [], answers: [], isDown: false, silences: [] };
  const sqs = recordingSqs({
    queued: (url, body) => {
      if (url === settings.erasureQueue) {
        erasures.push(parseErasureJob(body));
        return;
      }
      faults.beforeQueue();
      jobs.push(parseSendJob(body));
    },
  });
  const clients = {
    table,
    secrets,
    queueJob: (url: string, job: SendJob | ErasureJob) => sendJob(sqs, url, job),
    http: createTwilioHttp(twilio, sent, newSid),
    log,
  };
  const runtime = { clock, randomBytes, print: () => {} };
  const handleReply = createReplyHandler(clients, told, runtime);
  const watermark = createWatermarkStore(table, 'texts');
  const run = createReconcileInbound(reconcileInboundDeps(clients, told, runtime));

  const list = (from: string, body: string, kind: 'SM' | 'MM' = 'SM'): ReceivedText => {
    const dateCreated = Math.floor(clock.now() / second) * second;
    const text = { sid: newSid(kind), from, body, dateCreated, status: 'received' };
    twilio.texts.push(text);
    return text;
  };
  const deliver = ({ sid, from, body }: ReceivedText) =>
    handleReply({ channel: 'sms', id: pseudonymOf(pepper, 'sms', from), address: from, messageId: sid, body });
  const person = (from = ana) => stores.persons.readAnyone(pseudonymOf(pepper, 'sms', from), clock.now());
  const pass = (seconds: number): void => clock.set(new Date(clock.now() + seconds * second).toISOString());

  return {
    clock,
    stores,
    twilio,
    logged,
    dropped,
    jobs,
    faults,
    erasures,
    sent,
    run,
    list,
    deliver,
    pass,
    person,
    /** The bodies of the answers that went out as texts. */
    words: () => sent.map(({ body }) => body),
    watermark: async () => (await watermark.read())?.at,
    /** The next answer is handed to Twilio and the function dies: resolves once Twilio has been asked. */
    dieSending: (): Promise<void> => new Promise((resolve) => twilio.silences.push(resolve)),
    /** A text whose webhook works. */
    say: async (body: string, from = ana) => (await deliver(list(from, body))).answers,
    /** A text that reaches Twilio and nobody else. */
    lose: (body: string, from = ana): ReceivedText => list(from, body),
    /** Two ticks, five minutes apart: by then every lost text is handled. */
    tickTwice: async (): Promise<void> => {
      pass(300);
      await run();
      pass(300);
      await run();
    },
    status: async (from = ana) => (await person(from)).subscriber?.status,
    clinic: async (from = ana) => (await person(from)).subscriber?.clinic,
    research: async (from = ana) => (await person(from)).subscriber?.research,
    scores: async (from = ana) =>
      foldDiary((await person(from)).events).entries.map(({ date, score }) => [date, score] as const),
    events: async (from = ana) => (await person(from)).events,
    /** What the erasure queue's function does, the second sweep included. */
    erase: async (from = ana): Promise<void> => {
      const { subscriber } = await person(from);
      if (!subscriber) return;
      const store = createErasureStore(table);
      await store.deleteItems(subscriber.id, undefined);
      await store.deleteProfile(subscriber);
    },
  };
};

export type Coach = ReturnType<typeof createCoach>;

/** The same once Ana has joined, an hour ago, and a run has seen it. */
export const createCoachOfMember = async (table: Table): Promise<Coach> => {
  const coach = createCoach(table);
  await coach.say('JOIN');
  coach.pass(3600);
  await coach.run();
  return coach;
};
