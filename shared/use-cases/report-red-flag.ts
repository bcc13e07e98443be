import { kindOfFlag, type RedFlagKind } from '../domain/desk/red-flag-event.ts';
import type { RedFlagReaders } from '../domain/desk/red-flag-readers.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { SafetyFlag } from '../domain/reading/intent.ts';
import type { WorklistStore } from '../store/worklist-store.ts';

/** A reply of somebody who is, or was, with us, in which there was a red flag or the wish to be called. */
export interface FlaggedReply {
  readonly id: SubscriberId;
  readonly messageKey: string;
  readonly at: number;
  readonly flag: SafetyFlag | 'asked';
}

/** Tells the clinic of a red flag, where anybody there looks: the same reply once, however often it comes. */
export const createReportRedFlag =
  (worklist: Pick<WorklistStore, 'put'>, readers: RedFlagReaders) =>
  async ({ id, messageKey, at, flag }: FlaggedReply): Promise<void> => {
    if (readers === 'nobody') return;
    const kind: RedFlagKind = flag === 'asked' ? 'asked' : kindOfFlag(flag);
    await worklist.put({ id, at, kind }, messageKey);
  };

export type ReportRedFlag = ReturnType<typeof createReportRedFlag>;
