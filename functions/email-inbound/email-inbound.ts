import type { SESEvent, SESEventRecord } from 'aws-lambda';
import { withHeard } from '../../shared/domain/answering/combine-reply.ts';
import { countsFromNow, judgeLateMail } from '../../shared/domain/answering/late-reply.ts';
import type { Links } from '../../shared/domain/people/links.ts';
import type { Language } from '../../shared/domain/people/subscriber.ts';
import { checkCutText } from '../../shared/domain/reading/own-text/cut-text-check.ts';
import type { PrintedText } from '../../shared/domain/reading/own-text/printed-text.ts';
import { writersSubject } from '../../shared/domain/reading/own-text/writers-subject.ts';
import type { ParsedReply } from '../../shared/domain/reading/parsed-reply.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import type { MailSetting } from '../../shared/mails/mail-frame.ts';
import { answerHeaders } from '../../shared/mails/mail-headers.ts';
import { renderAnswerMail } from '../../shared/mails/render-answer-mail.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import type { Log, LogReason } from '../../shared/platform/log.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import type { OutgoingMail } from '../../shared/providers/ses/send-mail.ts';
import type { HandleReply, InboundReply, ReplyOutcome } from '../../shared/use-cases/handle-reply.ts';
import { createFindWriter, type FindWriterDeps, type Writer } from './find-writer.ts';
import { readMailBody, type SaidByMail } from './mail-body.ts';
import { type MailHead, readMailHead, UnreadableMailError } from './mail-head.ts';

export interface EmailInboundDeps extends FindWriterDeps {
  readonly log: Log;
  readonly clock: Clock;
  readonly publicBaseUrl: string;
  readonly links: Links;
  /** Reads the raw mail that SES stored, at least its beginning; undefined if it is not there any more. */
  readonly readRawMail: (messageId: string) => Promise<Uint8Array | undefined>;
  /** Deletes the raw mail. */
  readonly deleteRawMail: (messageId: string) => Promise<void>;
  /** Reads words; `handleReply` carries out what they ask for. */
  readonly parse: (text: string) => ParsedReply;
  /** Loads all that we print, so that it is recognised where a mail quotes it. */
  readonly loadPrinted: () => Promise<PrintedText>;
  readonly handleReply: HandleReply;
  readonly sendMail: (mail: OutgoingMail) => Promise<SendOutcome>;
  readonly setting: (language: Language) => Promise<MailSetting>;
}

/**
 * An answer was certainly not sent. It may go out when Lambda delivers the event again: the mail's words are stored by
 * then and are not stored twice.
 */
export class AnswerNotSentError extends Error {
  override readonly name = 'AnswerNotSentError';
  readonly code: string;
  constructor(code: string) {
    super(`the answer to a mail was not accepted: ${code}`);
    this.code = code;
  }
}

/** The mail is not in the bucket a moment after it arrived. Lambda delivers the event again in a minute. */
export class RawMailMissingError extends Error {
  override readonly name = 'RawMailMissingError';
}

/**
 * How long a missing mail counts as not yet stored, in ms. Lambda's second try comes a minute after the first at the
 * earliest, so a mail that is missing by then was handled and deleted.
 */
const storedWithinMs = 60_000;

/**
 * The age from which a mail counts as late, in ms. Lambda's own tries are over within minutes unless it was throttled,
 * so an older mail was given up and then handed in again by hand (npm run operator -- replay-mail). It belongs to the
 * day on which it was written.
 */
const lateMs = 60 * 60_000;

/**
 * The most characters of an opt-out in a mail that is marked as automatic, such as "please unsubscribe me"; a longer
 * text may be a machine's.
 */
const longestPlainOptOut = 60;

/** Handles received mail: authenticates, strips the quote, stores, answers (docs/design.md#section-7). */
export const createEmailInbound = (deps: EmailInboundDeps) => {
  const drop = (reason: LogReason): undefined => {
    deps.log('info', 'mail-dropped', { channel: 'email', reason });
    return undefined;
  };

  const findWriter = createFindWriter(deps, drop);

  /**
   * Whether a mail says nothing but that somebody wants to be left alone. A machine never opts anybody out, but a
   * person's STOP is obeyed whatever headers it was given on its way. An out-of-office reply is longer than that.
   */
  const onlyOptsOut = ({ text }: SaidByMail): boolean =>
    text.length <= longestPlainOptOut && !text.includes('\n') && deps.parse(text).leaving.kind === 'leaves';

  /**
   * Whether a machine wrote a mail, by its headers, or else by its words; words in which a danger is heard are taken for a
   * person's then.
   */
  const isAutomatic = ({ writer }: MailHead, { isMachines, text }: SaidByMail): boolean =>
    writer === 'answer' || (isMachines && deps.parse(text).danger.kind !== 'flag');

  const answer = async (
    mail: MailHead,
    { id, address }: Pick<Writer, 'id' | 'address'>,
    { answers, language, subscriber }: ReplyOutcome,
    now: number,
  ): Promise<void> => {
    const rendered = renderAnswerMail(await deps.setting(language), {
      answers,
      publicBaseUrl: deps.publicBaseUrl,
      subject: mail.subject,
    });
    const outcome = await deps.sendMail({
      to: address,
      ...rendered,
      replyTo: subscriber ? deps.links.replyTo(subscriber.id, subscriber.epoch) : deps.replyAddress,
      headers: answerHeaders({ inReplyTo: mail.messageId, references: mail.references }),
      tags: { kind: 'answer', id: subscriber?.id ?? id, date: localDateTime(subscriber?.zone ?? 'UTC', now).date },
    });
    switch (outcome.kind) {
      case 'accepted':
        return;
      case 'throttled':
      case 'not-accepted':
      case 'misconfigured':
        throw new AnswerNotSentError(outcome.code);
      // The answer may have been sent, or can never be sent: it is not tried again.
      case 'in-doubt':
      case 'permanent':
      case 'refused':
        deps.log('warn', 'answer-not-sent', { id, channel: 'email', code: outcome.code, reason: outcome.kind });
    }
  };

  /**
   * The event of a mail that is gone: it was handled and deleted, and this is the event once more, unless SES has not
   * stored it yet.
   */
  const missing = ({ mail }: SESEventRecord['ses'], now: number): undefined => {
    if (now - Date.parse(mail.timestamp) < storedWithinMs) throw new RawMailMissingError('the bucket has no such mail');
    return drop('already-handled');
  };

  const replyOf = async (
    said: SaidByMail,
    from: Omit<Writer, 'isUnsubscribe'>,
    messageId: string,
  ): Promise<InboundReply> => {
    const heard = await checkCutText(said, deps.parse, deps.loadPrinted);
    const subject = await writersSubject(said.subject, deps.parse, deps.loadPrinted);
    return {
      channel: 'email',
      ...from,
      messageId,
      body: said.text,
      ...(said.reaction ? { isReaction: true } : { subject }),
      ...(heard.leaving.kind === 'leaves' || heard.danger.kind === 'flag' ? { heard } : {}),
    };
  };

  /** A late reply as of when it was sent; undefined if it can no longer be carried out. */
  const asOfItsTime = async (reply: InboundReply, sentAt: number, now: number): Promise<InboundReply | undefined> => {
    if (now - sentAt <= lateMs) return reply;
    const parsed = deps.parse(reply.body);
    const verdict = judgeLateMail(
      reply.heard ? withHeard(parsed, reply.heard) : parsed,
      sentAt,
      await deps.readAnyone(reply.id, now),
    );
    deps.log('warn', 'late-mail', { id: reply.id, channel: 'email', reason: verdict });
    if (verdict !== 'apply') return undefined;
    return { ...reply, receivedAt: countsFromNow.has(parsed.intent.kind) ? now : sentAt };
  };

  const handleMail = async ({ ses }: SESEventRecord): Promise<void> => {
    const now = deps.clock.now();
    const { spamVerdict, virusVerdict } = ses.receipt;
    // Spam and viruses are dropped before anything of them is opened.
    if (spamVerdict.status === 'FAIL' || virusVerdict.status === 'FAIL') return drop('spam-or-virus');
    const raw = await deps.readRawMail(ses.mail.messageId);
    if (raw === undefined) return missing(ses, now);
    // The headers say whose mail it is. The rest is opened only if it is a subscriber's.
    const mail = await readMailHead(raw);
    const writer = await findWriter(mail, ses, now);
    if (!writer) return;
    const said = await readMailBody(raw, mail);
    if (isAutomatic(mail, said) && !writer.isUnsubscribe && !onlyOptsOut(said)) return drop('automatic-answer');
    const { isUnsubscribe: _asked, ...from } = writer;
    const asSaid = await replyOf(said, from, mail.messageId ?? ses.mail.messageId);
    const reply = await asOfItsTime(asSaid, Date.parse(ses.mail.timestamp), now);
    if (!reply) return;
    const outcome = await deps.handleReply(reply);
    if (outcome.answers.length === 0) return;
    // A list or a robot gets no answer. A subscriber does, whatever headers their organisation adds.
    if (!outcome.subscriber && mail.asksForNoAnswer) return drop('asks-for-no-answer');
    await answer(mail, writer, outcome, now);
  };

  const handleReadable = async (record: SESEventRecord): Promise<void> => {
    try {
      await handleMail(record);
    } catch (error) {
      if (!(error instanceof UnreadableMailError)) throw error;
      drop(error.reason);
    }
  };

  /**
   * Deletes a mail once it has been handled: what it says is in the diary, or belongs to nobody, and no words may stay
   * in a bucket that ERASE cannot search. A mail whose handling throws is kept, because Lambda delivers its event
   * again. A failed deletion is left to the bucket's own expiry rule; throwing would only answer the mail twice.
   */
  const deleteMail = async ({ ses }: SESEventRecord): Promise<void> => {
    try {
      await deps.deleteRawMail(ses.mail.messageId);
    } catch (error) {
      deps.log('warn', 'raw-mail-not-deleted', { channel: 'email', error: nameOf(error) });
    }
  };

  return async (event: SESEvent): Promise<void> => {
    for (const record of event.Records) {
      await handleReadable(record);
      await deleteMail(record);
    }
  };
};
