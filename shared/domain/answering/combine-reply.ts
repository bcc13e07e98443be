import type { Subscriber } from '../people/subscriber.ts';
import type { ParsedReply, SafetyFlag } from '../reading/intent.ts';
import type { Heard } from '../reading/own-text/cut-text-check.ts';
import { parseByFirstLine } from '../reading/own-text/first-line.ts';
import { readReplyText } from '../reading/own-text/reply-text.ts';

/** What Twilio did about a text by itself before it handed it over: the webhook's `OptOutType` (docs/facts.md#a8). */
export type CarrierAct = 'STOP' | 'START' | 'HELP';

/** The subject of a mail, without the `Re:` of mail programs. */
export interface SubjectWords {
  readonly words: string;
  /**
   * Whether it is the subject of an answer or a forwarded mail: somebody else then wrote it, unless the sender changed
   * it.
   */
  readonly isReply: boolean;
}

const gravity: readonly SafetyFlag[] = ['today', 'violence', 'now', 'crisis'];

const graver = (one: SafetyFlag | undefined, other: SafetyFlag | undefined): SafetyFlag | undefined =>
  gravity.findLast((flag) => flag === one || flag === other);

/**
 * What a mail says whose subject has words too. A cry for help counts wherever it stands. So does an opt-out, except in
 * the subject of an answer with other words below: "Re: STOP" over "JOIN" answers our goodbye.
 */
export const withSubject = (body: ParsedReply, subject: ParsedReply, { isReply }: SubjectWords): ParsedReply => {
  const safety = graver(body.safety, subject.safety);
  const optOut = body.optOut ?? (isReply && body.text !== '' ? undefined : subject.optOut);
  const check = body.check ?? subject.check;
  const doubted = graver(body.doubted, subject.doubted);
  const isPrivate = body.isPrivate ?? subject.isPrivate;
  return {
    ...body,
    ...(safety ? { safety } : {}),
    ...(isPrivate ? { isPrivate } : {}),
    ...(optOut ? { optOut } : {}),
    ...(check ? { check } : {}),
    ...(doubted ? { doubted } : {}),
  };
};

/** What a mail says, together with what was read in the parts that were cut from it. */
export const withHeard = (reply: ParsedReply, heard: Heard): ParsedReply => {
  const safety = graver(reply.safety, heard.safety);
  const optOut = reply.optOut ?? heard.optOut;
  const isPrivate = reply.isPrivate ?? heard.isPrivate;
  return {
    ...reply,
    ...(safety ? { safety } : {}),
    ...(isPrivate ? { isPrivate } : {}),
    ...(optOut ? { optOut } : {}),
  };
};

/** A text message as it was read; a reaction to one of ours (a tapback) has no words of its own. */
export interface HeardText {
  readonly reply: ParsedReply;
  readonly isReaction: boolean;
}

/** Reads a text message without what phones and carriers add to it. */
export const hearText = (body: string, parse: (text: string) => ParsedReply): HeardText => {
  const { text, reaction } = readReplyText(body);
  const reply = parseByFirstLine(text, parse);
  // Twilio answers STOP only if it is the whole text (docs/facts.md#a8), so not above "Sent from my Verizon".
  const isCarriers = reply.optOut?.by === 'carrier' && text !== body.trim();
  const heard = isCarriers && reply.optOut ? { ...reply, optOut: { ...reply.optOut, by: 'ours' as const } } : reply;
  return { reply: heard, isReaction: reaction !== undefined };
};

/**
 * A text together with what Twilio made of it. An opt-out that Twilio confirmed is one here, whatever its words (an
 * account may have its own); a START brings people back. Nobody is signed up by Twilio alone.
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
