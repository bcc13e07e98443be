import { replyKey } from '../../shared/domain/pseudonym.ts';

/** A text that somebody sent to our number, as Twilio lists it. */
export interface ReceivedText {
  readonly sid: string;
  /** The name of its trace on a diary page or in a profile. */
  readonly key: string;
  readonly from: string;
  readonly body: string;
  /** Epoch ms: Twilio's whole second, and a millisecond for each earlier text of the sender in that second. */
  readonly at: number;
}

interface ListedText {
  readonly sid: string;
  readonly from: string;
  readonly body: string;
  readonly dateCreated: number;
}

/** As the webhook wants them: what it would refuse is not brought in by the back door either. */
const messageSid = /^(SM|MM)[0-9a-f]{32}$/i;
/** Short codes and alphanumeric senders are robots (facts C6). */
const phoneNumber = /^\+[1-9]\d{6,14}$/;

/** The texts of each sender, in the order they were sent. `listed` is newest first, as Twilio lists. */
export const textsBySender = (listed: readonly ListedText[]): readonly (readonly ReceivedText[])[] => {
  const senders = new Map<string, ReceivedText[]>();
  const oldestFirst = listed.toReversed().sort((a, b) => a.dateCreated - b.dateCreated);
  for (const { sid, from, body, dateCreated } of oldestFirst) {
    if (!messageSid.test(sid) || !phoneNumber.test(from)) continue;
    const texts = senders.get(from) ?? [];
    senders.set(from, texts);
    const at = Math.max(dateCreated, (texts.at(-1)?.at ?? 0) + 1);
    texts.push({ sid, key: replyKey('sms', sid), from, body, at });
  }
  return [...senders.values()];
};
