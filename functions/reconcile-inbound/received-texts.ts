import { replyKey } from '../../shared/domain/people/pseudonym.ts';
import { type NoSender, readTextSender } from '../../shared/providers/twilio/text-sender-address.ts';

/** A text that somebody sent to our number, as Twilio lists it. */
export interface ReceivedText {
  readonly sid: string;
  /** The key of its trace on a diary page or in a profile. */
  readonly key: string;
  /** The phone it came from, whatever channel it came by. */
  readonly from: string;
  readonly body: string;
  /**
   * When it was sent (epoch ms): Twilio's whole second, plus one millisecond for each earlier text of the sender in
   * that second.
   */
  readonly at: number;
}

interface ListedText {
  readonly sid: string;
  readonly from: string;
  readonly body: string;
  readonly dateCreated: number;
}

/**
 * The pattern of the webhook's own schema, so that a text which the webhook would refuse is not handled here either.
 */
const messageSid = /^(SM|MM)[0-9a-f]{32}$/i;

/** The texts of Twilio's list, sorted by sender. */
export interface Received {
  /** The texts of each sender, in the order they were sent. */
  readonly senders: readonly (readonly ReceivedText[])[];
  /** The texts that come from no person's phone, and why. */
  readonly dropped: readonly { readonly at: number; readonly reason: NoSender | 'no-sid' }[];
}

/** Groups listed texts by sender, in the order they were sent. `listed` is newest first, as Twilio lists. */
export const sortReceived = (listed: readonly ListedText[]): Received => {
  const senders = new Map<string, ReceivedText[]>();
  const dropped: Received['dropped'][number][] = [];
  const oldestFirst = listed.toReversed().sort((a, b) => a.dateCreated - b.dateCreated);
  for (const { sid, from, body, dateCreated } of oldestFirst) {
    const sender = messageSid.test(sid) ? readTextSender(from) : 'no-sid';
    if (typeof sender === 'string') {
      dropped.push({ at: dateCreated, reason: sender });
      continue;
    }
    const { phone } = sender;
    const texts = senders.get(phone) ?? [];
    senders.set(phone, texts);
    const at = Math.max(dateCreated, (texts.at(-1)?.at ?? 0) + 1);
    texts.push({ sid, key: replyKey('sms', sid), from: phone, body, at });
  }
  return { senders: [...senders.values()], dropped };
};
