import type { Person } from '../../shared/domain/people/person.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import type { Intent, ParsedReply } from '../../shared/domain/reading/intent.ts';
import type { ConsentAct } from '../../shared/store/withdrawal-store.ts';
import type { ReceivedText } from './received-texts.ts';

export interface ReadText extends ReceivedText {
  readonly reply: ParsedReply;
}

/**
 * What becomes of a text that left no trace. All but `apply` were overtaken by something later, and carrying them out now
 * would undo it. `erased`: sent before their sender was forgotten. `stranger`: sent by nobody that we knew, who has joined since. `rejoined`: a STOP from before the last JOIN.
 * `left-since`: a JOIN from before the last STOP. `overtaken`: FIX or UNDO that would hit what was said after it, or CLINIC
 * YES before a CLINIC NO or a STOP, and RESEARCH likewise.
 */
export type Verdict = 'apply' | 'erased' | 'stranger' | 'rejoined' | 'left-since' | 'overtaken';

/** How much later than it was sent a text may be stored by the webhook: 15 s for all of Twilio's tries (docs/facts.md#a4), and the clocks. */
const webhookMs = 20_000;

const diaryActions: ReadonlySet<string> = new Set(['score', 'note', 'fix', 'undo']);

interface Case {
  readonly text: ReadText;
  /** All that this sender sent lately, in order. */
  readonly sent: readonly ReadText[];
  readonly who: Person;
  /** Read only where somebody who has left wants to join, or has said what they agree to. */
  readonly withdrawals: readonly ConsentAct[];
  /** The consent that the subscription began with; read only for a text from before it may have begun. */
  readonly given?: ConsentAct | undefined;
}

/** By how much Twilio's clock and those of two environments of ours may differ. */
const clocksDifferMs = 120_000;

/** When the subscription began, by Twilio's clock if the JOIN that began it can be told, or by ours. */
const begunAt = ({ joinedAt, commands }: Subscriber, sent: readonly ReadText[]): number => {
  const join = sent.find(
    ({ at, key, reply }) =>
      reply.intent.kind === 'join' && commands.includes(key) && Math.abs(at - joinedAt) <= clocksDifferMs,
  );
  return join?.at ?? joinedAt;
};

/** Since when the sender is a subscriber; undefined if they are none. */
const subscribedSince = ({ sent, who: { subscriber } }: Case): number | undefined =>
  subscriber && subscriber.status !== 'erasing' ? begunAt(subscriber, sent) : undefined;

/** When the sender asked with the word to be forgotten, and nobody is there, or somebody who joined after. */
const erasedAt = (sent: readonly ReadText[], since = Number.POSITIVE_INFINITY): number | undefined =>
  sent.findLast(({ reply: { intent }, at }) => intent.kind === 'erase' && intent.word && at <= since)?.at;

/**
 * When the sender first consented, by Twilio's clock if the JOIN is among the texts. An erasure takes the consents with
 * it, so this tells of it for longer than the texts do: the ERASE may be too old to be among them.
 */
const consentedAt = ({ given, sent }: Case): number | undefined =>
  given && (sent.find(({ key }) => key === given.message)?.at ?? given.at - clocksDifferMs);

/** Twilio dates to the second: nobody knows the order of two texts of one second. */
const isSurelyBefore = (at: number, then: number): boolean => Math.floor(at / 1000) < Math.floor(then / 1000);

/** Whether a text is from a time at which its sender was nobody that we knew: it does not belong in the diary that they have now. */
const isStrangers = (given: Case, since: number | undefined, erased: number | undefined): boolean => {
  const { text } = given;
  const consented = consentedAt(given);
  if (since === undefined) return false;
  return (erased !== undefined && text.at < since) || (consented !== undefined && isSurelyBefore(text.at, consented));
};

const joinedAfter = ({ text, sent, who: { subscriber } }: Case): boolean => {
  if (subscriber?.status !== 'active') return false;
  const join = sent.findLast(
    ({ reply, key }) => reply.intent.kind === 'join' && !reply.optOut && subscriber.commands.includes(key),
  );
  // In doubt a STOP holds. It is ignored only if they joined clearly after it.
  return join ? join.at > text.at : subscriber.joinedAt - webhookMs > text.at;
};

/** Whether the sender wants to be left alone by what they sent after this text, handled or not. */
export const stopsLater = ({ text, sent }: Pick<Case, 'text' | 'sent'>): boolean =>
  sent.some(({ at, reply }) => at > text.at && reply.optOut !== undefined);

const leftAfter = ({ text, sent, withdrawals }: Pick<Case, 'text' | 'sent' | 'withdrawals'>): boolean =>
  stopsLater({ text, sent }) ||
  withdrawals.some(({ at, message }) => (sent.find(({ key }) => key === message)?.at ?? at) >= text.at);

/** Whether what they said to the clinic's reading along, or to research, was answered anew, or taken back by STOP, since. */
const saidAnew = ({ text, sent, withdrawals }: Case): boolean =>
  leftAfter({ text, sent, withdrawals }) ||
  sent.some(({ at, reply }) => at > text.at && reply.intent.kind === text.reply.intent.kind);

/** Whether a text says what somebody agrees to apart from messages, so that what was said later must not be undone by it. */
export const isAgreement = ({ kind }: Intent): boolean => kind === 'clinic' || kind === 'research';

/** Whether the sender's first consent may say something about a text: it is from before their subscription began. */
export const isBeforeJoin = (text: ReadText, { subscriber }: Person): boolean =>
  subscriber !== undefined && text.at < subscriber.joinedAt + clocksDifferMs;

/** Whether a text that left no trace is still to be carried out. */
export const judgeText = (given: Case): Verdict => {
  const { text, who } = given;
  const { intent, optOut } = text.reply;
  const since = subscribedSince(given);
  const erased = erasedAt(given.sent, since);
  if (erased !== undefined && text.at <= erased) return 'erased';
  if (optOut) return joinedAfter(given) ? 'rejoined' : 'apply';
  if (intent.kind === 'join') return leftAfter(given) ? 'left-since' : 'apply';
  if (isStrangers(given, since, erased)) return 'stranger';
  if (isAgreement(intent) && saidAnew(given)) return 'overtaken';
  const isRelative = intent.kind === 'fix' || intent.kind === 'undo';
  const isHit = who.events.some(({ kind, at }) => diaryActions.has(kind) && at > text.at + webhookMs);
  return isRelative && isHit ? 'overtaken' : 'apply';
};
