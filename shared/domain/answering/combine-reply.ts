import type { Subscriber } from '../people/subscriber.ts';
import { parseByFirstLine } from '../reading/own-text/first-line.ts';
import { readReplyText } from '../reading/own-text/reply-text.ts';
import { graverDanger, type Heard, type ParsedReply } from '../reading/parsed-reply.ts';

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

/**
 * What a mail says whose subject has words too. A cry for help counts wherever it stands. So does an opt-out, except in
 * the subject of an answer with other words below: "Re: STOP" over "JOIN" answers our goodbye.
 */
export const withSubject = (body: ParsedReply, subject: ParsedReply, { isReply }: SubjectWords): ParsedReply => {
  const isHeard = body.leaving.kind !== 'leaves' && subject.leaving.kind === 'leaves' && (!isReply || body.text === '');
  return {
    ...body,
    leaving: isHeard ? subject.leaving : body.leaving,
    danger: graverDanger(body.danger, subject.danger),
  };
};

/** What a mail says, together with what was read in the parts that were cut from it. */
export const withHeard = (reply: ParsedReply, heard: Heard): ParsedReply => ({
  ...reply,
  leaving: reply.leaving.kind !== 'leaves' && heard.leaving.kind === 'leaves' ? heard.leaving : reply.leaving,
  danger: graverDanger(reply.danger, heard.danger),
});

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
  const { leaving } = reply;
  const isOurs = leaving.kind === 'leaves' && leaving.by === 'carrier' && text !== body.trim();
  return {
    reply: isOurs ? { ...reply, leaving: { ...leaving, by: 'ours' } } : reply,
    isReaction: reaction !== undefined,
  };
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
  const { intent, leaving } = reply;
  if (act === 'STOP') {
    const wrongNumber = leaving.kind === 'leaves' && leaving.wrongNumber;
    return { ...reply, leaving: { kind: 'leaves', by: 'carrier', wrongNumber } };
  }
  const isKnown = subscriber?.status === 'stopped' || subscriber?.status === 'active';
  if (act === 'START' && isKnown && leaving.kind !== 'leaves') {
    return intent.kind === 'join' ? reply : { ...reply, intent: { kind: 'join' } };
  }
  return act === 'HELP' && intent.kind === 'note' ? { ...reply, intent: { kind: 'help' } } : reply;
};
