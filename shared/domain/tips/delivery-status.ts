/** How far a message is known to have come. */
export type DeliveryStatus = 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed';

const ranks: Readonly<Record<DeliveryStatus, number>> = {
  accepted: 0,
  sent: 1,
  delivered: 2,
  undelivered: 2,
  failed: 2,
};

/**
 * The rank of a status, which only grows along a message's life; the last three are ends and share one. Receipts come
 * late, twice and out of order (docs/facts.md#a6): one is recorded only over a lower rank, so an end is never taken
 * back.
 */
export const rankOf = (status: DeliveryStatus): number => ranks[status];

const twilioStatuses: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  partially_delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};

/** Twilio's word for a status in ours; undefined for one we do not know. */
export const statusOfTwilio = (word: string): DeliveryStatus | undefined =>
  Object.hasOwn(twilioStatuses, word) ? twilioStatuses[word] : undefined;
