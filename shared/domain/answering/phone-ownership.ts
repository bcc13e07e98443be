import type { Person } from '../people/person.ts';
import type { Subscriber, SubscriberId } from '../people/subscriber.ts';
import { type IncomingReply, keyOf } from './conversation.ts';

/** Stop reasons after which the number may be somebody else's, so that JOIN begins a new diary. */
const newPersonAfter = new Set<Subscriber['stopReason']>(['wrong-number', 'unreachable']);

/** Whether a subscription's phone may be somebody else's by now; it is then not shown what was stored. */
export const phoneIsInDoubt = ({ status, stopReason }: Pick<Subscriber, 'status' | 'stopReason'>): boolean =>
  status === 'stopped' && newPersonAfter.has(stopReason);

/** Whether a text comes from a number that the subscription has given up. */
export const isForeignPhone = (
  subscriber: Pick<Subscriber, 'phone'>,
  { channel, address }: Pick<IncomingReply, 'channel' | 'address'>,
): boolean => channel === 'sms' && subscriber.phone?.number !== address;

/**
 * The newcomer that JOIN makes of a phone (`id`) whose subscription is stored under a mailbox's id and is being erased;
 * undefined otherwise. They begin under the phone's own id, in the alias's place: under the mailbox's id no text of
 * theirs, not even a STOP, would find them once the erasure has deleted the alias.
 */
export const newcomerWhileErasing = (id: SubscriberId, who: Person, incoming: IncomingReply): Person | undefined => {
  const { subscriber } = who;
  const { intent, leaving } = incoming.reply;
  if (subscriber?.status !== 'erasing' || who.id === id || incoming.channel !== 'sms') return undefined;
  if (intent.kind !== 'join' || leaving.kind === 'leaves' || subscriber.commands.includes(keyOf(incoming)))
    return undefined;
  const { lastTip } = subscriber;
  return { id, formerly: who.id, ...(lastTip ? { erasedTip: lastTip } : {}), events: [] };
};
