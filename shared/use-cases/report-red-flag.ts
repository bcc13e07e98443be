import { type IncomingReply, keyOf } from '../domain/answering/conversation.ts';
import type { RedFlagKind } from '../domain/desk/red-flag-kind.ts';
import type { RedFlagReaders } from '../domain/desk/red-flag-readers.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { WorklistStore } from '../store/worklist-store.ts';

/** Puts a reply's red flag onto the worklist, where anybody looks at one: the same reply once, however often it comes. */
export const createReportRedFlag =
  (worklist: Pick<WorklistStore, 'put'>, readers: RedFlagReaders) =>
  async (
    id: SubscriberId,
    kind: RedFlagKind,
    incoming: Pick<IncomingReply, 'channel' | 'messageId' | 'receivedAt'>,
  ): Promise<void> => {
    if (readers !== 'nobody') await worklist.put({ id, at: incoming.receivedAt, kind }, keyOf(incoming));
  };

/** Puts a red flag onto the clinic's worklist. */
export type ReportRedFlag = ReturnType<typeof createReportRedFlag>;
