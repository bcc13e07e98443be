import { alertOf } from '../../shared/domain/answering/answer-red-flag.ts';
import { languageOf } from '../../shared/domain/answering/language.ts';
import { countsFromNow } from '../../shared/domain/answering/late-reply.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import { possibleZones, type SubscriberId } from '../../shared/domain/people/subscriber.ts';
import { guessZones } from '../../shared/domain/people/zone-guess.ts';
import { flagOf } from '../../shared/domain/reading/parsed-reply.ts';
import type { SafetyAnswerIn } from '../../shared/domain/reading/safety/safety-answer.ts';
import { isInWindow } from '../../shared/domain/time/sending-window.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log, LogReason } from '../../shared/platform/log.ts';
import type { RecoveredTextStore } from '../../shared/store/recovered-text-store.ts';
import type { ConsentAct, WithdrawalStore } from '../../shared/store/withdrawal-store.ts';
import type { HandleReply, ReplyOutcome } from '../../shared/use-cases/handle-reply.ts';
import type { ReportRedFlag } from '../../shared/use-cases/report-red-flag.ts';
import { isAgreement, isBeforeJoin, judgeText, type ReadText, stopsLater } from './judge-text.ts';
import type { SendAnswers } from './send-answers.ts';

export interface RecoverTextDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly withdrawals: WithdrawalStore;
  readonly recovered: RecoveredTextStore;
  readonly handleReply: HandleReply;
  readonly sendAnswers: SendAnswers;
  readonly safetyAnswer: SafetyAnswerIn;
  readonly reportRedFlag: ReportRedFlag;
}

/**
 * The age from which a text gets no answer outside the sending window, in ms: nobody waits for it any more, and it
 * might wake somebody.
 */
const awaitedMs = 60 * 60_000;

/** Carries out a text that the webhook never handled, as of when it was sent, and answers it. */
export const createRecoverText = (deps: RecoverTextDeps) => {
  const { clock, log } = deps;

  const handle = (id: SubscriberId, text: ReadText): Promise<ReplyOutcome> =>
    deps.handleReply({
      channel: 'sms',
      id,
      address: text.from,
      messageId: text.sid,
      body: text.body,
      receivedAt: countsFromNow.has(text.reply.intent.kind) ? clock.now() : text.at,
    });

  /** Why an answer must not go out any more. A safety answer always may. */
  const holdBack = (text: ReadText, sent: readonly ReadText[], outcome: ReplyOutcome): LogReason | undefined => {
    const { safety, namesLine, subscriber } = outcome;
    if (safety || namesLine) return undefined;
    if (stopsLater({ text, sent })) return 'left-since';
    const now = clock.now();
    const zones = subscriber ? possibleZones(subscriber) : guessZones(text.from).zones;
    return now - text.at < awaitedMs || isInWindow(zones, now) ? undefined : 'too-late';
  };

  const answer = async (id: SubscriberId, text: ReadText, sent: readonly ReadText[], outcome: ReplyOutcome) => {
    // A text that was handled before gets no answer here. If the earlier run died before answering, it gets none at
    // all, which is better than two.
    if (!outcome.isNew || outcome.answers.length === 0) return;
    const reason = holdBack(text, sent, outcome);
    if (reason) return log('warn', 'answer-held-back', { id, reason });
    if (!(await deps.recovered.claimAnswer(text.key, clock.now()))) return;
    await deps.sendAnswers(text.from, outcome.subscriber?.id ?? id, outcome.answers);
  };

  /**
   * Answers a cry for help, whatever came after it. Nothing of it is stored, so it may have been answered before: twice
   * is better than never.
   */
  const answerSafety = async (id: SubscriberId, who: Person, text: ReadText): Promise<void> => {
    const safety = flagOf(text.reply);
    const incoming = { channel: 'sms', address: text.from, messageId: text.sid, receivedAt: text.at } as const;
    const alert = safety && alertOf(safety, who.subscriber, incoming);
    if (alert) await deps.reportRedFlag(who.id, alert, incoming);
    if (!safety || !(await deps.recovered.claimAnswer(text.key, clock.now()))) return;
    log('warn', 'safety-answered', { id, reason: safety });
    const country = who.subscriber?.country ?? guessZones(text.from).country;
    const language = languageOf(who, { channel: 'sms', address: text.from, reply: text.reply });
    await deps.sendAnswers(text.from, id, [deps.safetyAnswer(safety, country, language)]);
  };

  /**
   * The oldest consent under either id: a phone that has joined a mailbox's subscription may have been a subscriber
   * before.
   */
  const firstGiven = async (id: SubscriberId, who: Person): Promise<ConsentAct | undefined> => {
    const given = await Promise.all([...new Set([id, who.id])].map((name) => deps.withdrawals.findFirstGiven(name)));
    return given.flatMap((consent) => consent ?? []).toSorted((a, b) => a.at - b.at)[0];
  };

  return {
    /**
     * Carries out and answers one text. `sent` holds all recent texts of its sender, in order. Throws if the text could
     * not be stored.
     */
    recover: async (id: SubscriberId, who: Person, text: ReadText, sent: readonly ReadText[]): Promise<void> => {
      const { intent } = text.reply;
      const wantsBack = intent.kind === 'join' && who.subscriber?.status === 'stopped';
      const withdrawals = wantsBack || isAgreement(intent) ? await deps.withdrawals.findSince(who.id, text.at) : [];
      const given = isBeforeJoin(text, who) ? await firstGiven(id, who) : undefined;
      const verdict = judgeText({ text, sent, who, withdrawals, given });
      if (verdict !== 'apply') {
        log('warn', 'text-overtaken', { id, reason: verdict });
        return answerSafety(id, who, text);
      }
      const outcome = await handle(id, text);
      if (outcome.isNew) log('warn', 'text-recovered', { id });
      await answer(id, text, sent, outcome);
    },
    /**
     * Finishes what a webhook left undone when it died. The text gets no answer, because Twilio may have been given
     * one.
     */
    finish: async (id: SubscriberId, text: ReadText): Promise<void> => {
      await handle(id, text);
    },
  };
};

/** Handles one text whose webhook failed, as of the moment it was sent. */
export type RecoverText = ReturnType<typeof createRecoverText>;
