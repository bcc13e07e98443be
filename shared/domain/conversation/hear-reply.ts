import type { ParsedReply, SafetyFlag } from '../reply/intent.ts';
import type { Subscriber } from '../subscriber.ts';

/** What Twilio did about a text by itself before it handed it over: the webhook's `OptOutType` (facts A8). */
export type CarrierAct = 'STOP' | 'START' | 'HELP';

/** The subject of a mail, without the `Re:` of mail programs. */
export interface SubjectWords {
  readonly words: string;
  /** That of an answer or a forwarded mail is somebody else's, unless they changed it. */
  readonly isReply: boolean;
}

const gravity: readonly SafetyFlag[] = ['today', 'violence', 'now', 'crisis'];

const graver = (one: SafetyFlag | undefined, other: SafetyFlag | undefined): SafetyFlag | undefined =>
  gravity.findLast((flag) => flag === one || flag === other);

/**
 * What a mail says whose subject says something too. A cry for help counts wherever it stands. So does an opt-out, but
 * not beside other words in the subject of an answer: "Re: STOP" over "JOIN" is the answer to our goodbye.
 */
export const withSubject = (body: ParsedReply, subject: ParsedReply, { isReply }: SubjectWords): ParsedReply => {
  const safety = graver(body.safety, subject.safety);
  const optOut = body.optOut ?? (isReply && body.text !== '' ? undefined : subject.optOut);
  return { ...body, ...(safety ? { safety } : {}), ...(optOut ? { optOut } : {}) };
};

/**
 * A text together with what Twilio understood of it. An opt-out that was confirmed there is one here, whatever its words
 * (an account may have words of its own); a START is what people come back with. Nobody is signed up by Twilio alone.
 */
export const withCarrierAct = (
  reply: ParsedReply,
  act: CarrierAct | undefined,
  subscriber: Pick<Subscriber, 'status'> | undefined,
): ParsedReply => {
  if (act === 'STOP') return { ...reply, optOut: { by: 'carrier', wrongNumber: reply.optOut?.wrongNumber ?? false } };
  const { intent } = reply;
  if (act === 'START' && (subscriber?.status === 'stopped' || subscriber?.status === 'active') && !reply.optOut) {
    return intent.kind === 'join' ? reply : { ...reply, intent: { kind: 'join' } };
  }
  return act === 'HELP' && intent.kind === 'note' ? { ...reply, intent: { kind: 'help' } } : reply;
};
