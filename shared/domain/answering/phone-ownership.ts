import type { Subscriber } from '../people/subscriber.ts';
import type { IncomingReply } from './conversation.ts';

/** Stop reasons after which the number may be somebody else's: JOIN then begins a new diary. */
const newPersonAfter = new Set<Subscriber['stopReason']>(['wrong-number', 'unreachable']);

/** Whether the phone of a subscription may be somebody else's by now: what was kept by it is not shown to it any more. */
export const phoneIsInDoubt = ({ status, stopReason }: Pick<Subscriber, 'status' | 'stopReason'>): boolean =>
  status === 'stopped' && newPersonAfter.has(stopReason);

/** Whether a text comes from a number that the subscription gave up. */
export const isForeignPhone = (
  subscriber: Pick<Subscriber, 'phone'>,
  { channel, address }: Pick<IncomingReply, 'channel' | 'address'>,
): boolean => channel === 'sms' && subscriber.phone?.number !== address;
