import type { Person } from '../../shared/domain/people/person.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import type { Intent } from '../../shared/domain/reading/intent.ts';
import type { ParsedReply } from '../../shared/domain/reading/parsed-reply.ts';
import type { ConsentAct } from '../../shared/store/withdrawal-store.ts';
import type { ReceivedText } from './received-texts.ts';

/** A text from Twilio's list, with what it was read as. */
export interface ReadText extends ReceivedText {
  readonly reply: ParsedReply;
}

/**
 * What becomes of a text that left no trace. All but `apply` were overtaken by something later, which carrying them out
 * now would undo.
 * `erased`: it was sent before its sender asked to be forgotten.
 * `stranger`: it was sent before its sender first joined.
 * `rejoined`: a STOP from before the last JOIN.
 * `left-since`: a JOIN from before the last STOP.
 * `overtaken`: a FIX or UNDO that would change what was said after it, or a CLINIC YES or RESEARCH YES from before a
 * later answer or a STOP.
 */
export type Verdict = 'apply' | 'erased' | 'stranger' | 'rejoined' | 'left-since' | 'overtaken';

/**
 * How much later than it was sent the webhook may store a text, in ms: 15 s for all of Twilio's tries
 * (docs/facts.md#a4), and the difference of the clocks.
 */
const webhookMs = 20_000;

const diaryActions: ReadonlySet<string> = new Set(['score', 'note', 'fix', 'undo']);

interface Case {
  readonly text: ReadText;
  /** All recent texts of this sender, in order. */
  readonly sent: readonly ReadText[];
  readonly who: Person;
  /** Their withdrawals. Read only for a JOIN of somebody who has left, and for an agreement. */
  readonly withdrawals: readonly ConsentAct[];
  /** The consent that the subscription began with. Read only for a text that may be older than the subscription. */
  readonly given?: ConsentAct | undefined;
}

/** The largest difference between Twilio's clock and those of two environments of ours, in ms. */
const clocksDifferMs = 120_000;

/** When the subscription began: by Twilio's clock if the JOIN that began it is among the texts, else by ours. */
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

/** When the sender last asked, with the word, to be forgotten: before `since`, when they joined anew, if they did. */
const erasedAt = (sent: readonly ReadText[], since = Number.POSITIVE_INFINITY): number | undefined =>
  sent.findLast(({ reply: { intent }, at }) => intent.kind === 'erase' && intent.word && at <= since)?.at;

/**
 * When the sender first consented: by Twilio's clock if the JOIN is among the texts. An erasure deletes the consents
 * too, so this tells of an erasure whose ERASE is too old to be among the texts.
 */
const consentedAt = ({ given, sent }: Case): number | undefined =>
  given && (sent.find(({ key }) => key === given.message)?.at ?? given.at - clocksDifferMs);

/**
 * Whether one instant is certainly before another. Twilio dates texts to the second, so the order of two texts of one
 * second is unknown.
 */
const isSurelyBefore = (at: number, then: number): boolean => Math.floor(at / 1000) < Math.floor(then / 1000);

/** Whether a text was sent before its sender joined: it does not belong in the diary that they have now. */
const isStrangers = (given: Case, since: number | undefined, erased: number | undefined): boolean => {
  const { text } = given;
  const consented = consentedAt(given);
  if (since === undefined) return false;
  return (erased !== undefined && text.at < since) || (consented !== undefined && isSurelyBefore(text.at, consented));
};

const joinedAfter = ({ text, sent, who: { subscriber } }: Case): boolean => {
  if (subscriber?.status !== 'active') return false;
  const join = sent.findLast(
    ({ reply, key }) =>
      reply.intent.kind === 'join' && reply.leaving.kind !== 'leaves' && subscriber.commands.includes(key),
  );
  // A STOP is ignored only if they certainly joined after it; in doubt it holds.
  return join ? join.at > text.at : subscriber.joinedAt - webhookMs > text.at;
};

/** Whether the sender opted out by a text after this one, whether or not that was handled. */
export const stopsLater = ({ text, sent }: Pick<Case, 'text' | 'sent'>): boolean =>
  sent.some(({ at, reply }) => at > text.at && reply.leaving.kind === 'leaves');

const leftAfter = ({ text, sent, withdrawals }: Pick<Case, 'text' | 'sent' | 'withdrawals'>): boolean =>
  stopsLater({ text, sent }) ||
  withdrawals.some(({ at, message }) => (sent.find(({ key }) => key === message)?.at ?? at) >= text.at);

/** Whether an agreement was later answered anew, or withdrawn by STOP. */
const saidAnew = ({ text, sent, withdrawals }: Case): boolean =>
  leftAfter({ text, sent, withdrawals }) ||
  sent.some(({ at, reply }) => at > text.at && reply.intent.kind === text.reply.intent.kind);

/**
 * Whether a text gives or refuses an agreement besides messages (clinic, research), which must not undo a later answer.
 */
export const isAgreement = ({ kind }: Intent): boolean => kind === 'clinic' || kind === 'research';

/**
 * Whether a text may be from before the subscription began, so that the sender's first consent has to be read to judge
 * it.
 */
export const isBeforeJoin = (text: ReadText, { subscriber }: Person): boolean =>
  subscriber !== undefined && text.at < subscriber.joinedAt + clocksDifferMs;

/** Whether a text that left no trace is still to be carried out. */
export const judgeText = (given: Case): Verdict => {
  const { text, who } = given;
  const { intent, leaving } = text.reply;
  const since = subscribedSince(given);
  const erased = erasedAt(given.sent, since);
  if (erased !== undefined && text.at <= erased) return 'erased';
  if (leaving.kind === 'leaves') return joinedAfter(given) ? 'rejoined' : 'apply';
  if (intent.kind === 'join') return leftAfter(given) ? 'left-since' : 'apply';
  if (isStrangers(given, since, erased)) return 'stranger';
  if (isAgreement(intent) && saidAnew(given)) return 'overtaken';
  const isRelative = intent.kind === 'fix' || intent.kind === 'undo';
  const isHit = who.events.some(({ kind, at }) => diaryActions.has(kind) && at > text.at + webhookMs);
  return isRelative && isHit ? 'overtaken' : 'apply';
};
