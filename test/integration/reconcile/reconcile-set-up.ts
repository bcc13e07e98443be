import { randomBytes } from 'node:crypto';
import { createReconcileInbound } from '../../../functions/reconcile-inbound/reconcile-inbound.ts';
import { createReconcileSender } from '../../../functions/reconcile-inbound/reconcile-sender.ts';
import { createRecoverText } from '../../../functions/reconcile-inbound/recover-text.ts';
import { createSendAnswers } from '../../../functions/reconcile-inbound/send-answers.ts';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { textsFor } from '../../../shared/content/texts.ts';
import { foldDiary } from '../../../shared/domain/diary/fold-diary.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { parseReply } from '../../../shared/domain/reply/parse-reply.ts';
import { safetyAnswer } from '../../../shared/domain/reply/safety-answer.ts';
import type { ErasureJob, SendJob } from '../../../shared/domain/tips/job.ts';
import type { Log, LogFields } from '../../../shared/platform/log.ts';
import type { SendOutcome } from '../../../shared/providers/send-outcome.ts';
import { type OutgoingText, TwilioLookupFailed } from '../../../shared/providers/twilio/messages-api.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createErasureStore } from '../../../shared/store/erasure-store.ts';
import { createPersonStore } from '../../../shared/store/person-store.ts';
import { createRecoveredTextStore } from '../../../shared/store/recovered-text-store.ts';
import { createWatermarkStore } from '../../../shared/store/watermark-store.ts';
import { createWithdrawalStore } from '../../../shared/store/withdrawal-store.ts';
import { createHandleReply } from '../../../shared/use-cases/handle-reply.ts';
import { createReplyStores } from '../../../shared/use-cases/reply-stores.ts';
import { createTestClock } from '../../support/sending.ts';
import { pepper } from '../../support/subscribers.ts';

export const ana = '+12125550101';
const smsNumber = '+15005550006';
const rcsAddress = 'rcs:clinic_agent';
const lexicon = loadLexicon();
const second = 1000;

interface Text {
  readonly sid: string;
  readonly from: string;
  readonly body: string;
  readonly dateCreated: number;
  readonly status: string;
}

const newSid = (kind: 'SM' | 'MM'): string => `${kind}${randomBytes(16).toString('hex')}`;

/** The reconciliation over a real table, with a Twilio that keeps what people texted, and a clock that is moved by hand. */
export const createCoach = (table: Table, start = '2030-01-07T15:00:00Z') => {
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
  const sent: OutgoingText[] = [];
  const twilio = {
    texts: [] as Text[],
    /** What the next sends are answered with; accepted when there is nothing left. */
    answers: [] as (SendOutcome | Error)[],
    isDown: false,
  };
  const handleReply = createHandleReply({
    stores,
    runtime: { clock, randomBytes, print: () => {} },
    log,
    programmeIn: async (language) => ({
      language,
      texts: await textsFor(language),
      contact: 'help@backbeat.example',
      smsNumber,
      publicBaseUrl: 'https://coach.example',
      safetyAnswer: (flag, country) => safetyAnswer(flag, country, language, lexicon.safety),
      link: () => 'https://coach.example/diary/x',
    }),
    pepper,
    carrierAnswersOptOut: true,
    parse: (body) => parseReply(body, lexicon),
    sendLater: async (job) => {
      faults.beforeQueue();
      jobs.push(job);
    },
    eraseLater: async (job) => {
      erasures.push(job);
    },
  });
  const watermark = createWatermarkStore(table, 'texts');
  const run = createReconcileInbound({
    clock,
    log,
    watermark,
    twilio: {
      findReceived: async ({ to, since }) => {
        if (twilio.isDown) throw new TwilioLookupFailed('http-503');
        const arrivedAt = ({ from }: Text): string => (from.startsWith('rcs:') ? rcsAddress : smsNumber);
        return twilio.texts
          .filter((text) => text.dateCreated >= since - 5 * second && arrivedAt(text) === to)
          .toReversed();
      },
    },
    addresses: [smsNumber, rcsAddress],
    reconcileSender: createReconcileSender({
      clock,
      log,
      pepper,
      persons: createPersonStore(table),
      parse: (body) => parseReply(body, lexicon),
      recoverText: createRecoverText({
        clock,
        log,
        withdrawals: createWithdrawalStore(table),
        recovered: createRecoveredTextStore(table),
        handleReply,
        safetyAnswer: (flag, country, language) => safetyAnswer(flag, country, language, lexicon.safety),
        sendAnswers: createSendAnswers({
          clock,
          log,
          twilio: {
            send: async (text) => {
              const answer = twilio.answers.shift() ?? { kind: 'accepted', providerId: newSid('SM') };
              if (answer instanceof Error) throw answer;
              sent.push(text);
              return answer;
            },
          },
          smsNumber,
          messagingServiceSid: undefined,
          publicBaseUrl: 'https://coach.example',
        }),
      }),
    }),
  });

  const list = (from: string, body: string, kind: 'SM' | 'MM' = 'SM'): Text => {
    const dateCreated = Math.floor(clock.now() / second) * second;
    const text = { sid: newSid(kind), from, body, dateCreated, status: 'received' };
    twilio.texts.push(text);
    return text;
  };
  const deliver = ({ sid, from, body }: Text) =>
    handleReply({ channel: 'sms', id: pseudonymOf(pepper, 'sms', from), address: from, messageId: sid, body });
  const person = (from = ana) => stores.persons.readCorrespondent(pseudonymOf(pepper, 'sms', from), clock.now());
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
    /** A text whose webhook works. */
    say: async (body: string, from = ana) => (await deliver(list(from, body))).answers,
    /** A text that reaches Twilio and nobody else. */
    lose: (body: string, from = ana): Text => list(from, body),
    /** Two ticks, five minutes apart: by then every lost text is handled. */
    tickTwice: async (): Promise<void> => {
      pass(300);
      await run();
      pass(300);
      await run();
    },
    status: async (from = ana) => (await person(from)).subscriber?.status,
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
