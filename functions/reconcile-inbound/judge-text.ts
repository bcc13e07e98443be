import type { Correspondent } from '../../shared/domain/person.ts';
import type { ParsedReply } from '../../shared/domain/reply/intent.ts';
import type { Withdrawal } from '../../shared/store/withdrawal-store.ts';
import type { ReceivedText } from './received-texts.ts';

export interface ReadText extends ReceivedText {
  readonly reply: ParsedReply;
}

/**
 * What becomes of a text that left no trace. All but `apply` were overtaken by something later, and carrying them out now
 * would undo it. `erased`: sent before their sender was forgotten. `rejoined`: a STOP from before the last JOIN.
 * `left-since`: a JOIN from before the last STOP. `overtaken`: FIX or UNDO that would hit what was said after it.
 */
export type Verdict = 'apply' | 'erased' | 'rejoined' | 'left-since' | 'overtaken';

/** How much later than it was sent a text may be stored by the webhook: 15 s for all of Twilio's tries (facts A4), and the clocks. */
const webhookMs = 20_000;

const diaryActions: ReadonlySet<string> = new Set(['score', 'note', 'fix', 'undo']);

interface Case {
  readonly text: ReadText;
  /** All that this sender sent lately, in order. */
  readonly sent: readonly ReadText[];
  readonly who: Correspondent;
  /** Read only where somebody who has left wants to join. */
  readonly withdrawals: readonly Withdrawal[];
}

/** Until when what this sender sent is to be forgotten: an ERASE with its word, and nobody there, or somebody who joined after. */
const erasedUntil = ({ sent, who: { subscriber } }: Case): number => {
  const until = subscriber && subscriber.status !== 'erasing' ? subscriber.joinedAt : Number.POSITIVE_INFINITY;
  const erasures = sent.filter(({ reply: { intent }, at }) => intent.kind === 'erase' && intent.word && at <= until);
  return erasures.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
};

const joinedAfter = ({ text, sent, who: { subscriber } }: Case): boolean => {
  if (subscriber?.status !== 'active') return false;
  const join = sent.findLast(
    ({ reply, key }) => reply.intent.kind === 'join' && !reply.optOut && subscriber.commands.includes(key),
  );
  // In doubt a STOP holds: only who joined clearly after it is not stopped by it.
  return join ? join.at > text.at : subscriber.joinedAt - webhookMs > text.at;
};

/** Whether the sender wants to be left alone by what they sent after this text, handled or not. */
export const stopsLater = ({ text, sent }: Pick<Case, 'text' | 'sent'>): boolean =>
  sent.some(({ at, reply }) => at > text.at && reply.optOut !== undefined);

const leftAfter = ({ text, sent, withdrawals }: Case): boolean =>
  stopsLater({ text, sent }) ||
  withdrawals.some(({ at, message }) => (sent.find(({ key }) => key === message)?.at ?? at) >= text.at);

/** Whether a text that left no trace is still to be carried out. */
export const judgeText = (given: Case): Verdict => {
  const { text, who } = given;
  const { intent, optOut } = text.reply;
  if (text.at <= erasedUntil(given)) return 'erased';
  if (optOut) return joinedAfter(given) ? 'rejoined' : 'apply';
  if (intent.kind === 'join') return leftAfter(given) ? 'left-since' : 'apply';
  const isRelative = intent.kind === 'fix' || intent.kind === 'undo';
  const isHit = who.events.some(({ kind, at }) => diaryActions.has(kind) && at > text.at + webhookMs);
  return isRelative && isHit ? 'overtaken' : 'apply';
};
