import type { Channel, StopReason } from '../../shared/domain/people/subscriber.ts';
import { rankOf } from '../../shared/domain/tips/delivery-status.ts';
import { isDayMessage } from '../../shared/domain/tips/prompt.ts';
import { isTaken, isUnderWay, type TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { CountMessages } from '../../shared/platform/metrics.ts';
import type { Receipt } from '../../shared/providers/receipts.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import type { TipStore } from '../../shared/store/tip-store.ts';
import type { PauseFailing } from '../../shared/use-cases/pause-failing.ts';
import type { ProfileChanges } from '../../shared/use-cases/profile-changes.ts';

export interface RecordReceiptDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly count: CountMessages;
  readonly tips: Pick<TipStore, 'readState' | 'moveForward' | 'putIfAbsent'>;
  readonly persons: Pick<PersonStore, 'readSubscriber'>;
  readonly changes: Pick<ProfileChanges, 'stop' | 'giveUpMailbox'>;
  /** Pauses tips to an address at which they fail day after day. */
  readonly pauseFailing: PauseFailing;
}

/**
 * Records one receipt: moves the tip's outcome forward where that says anything new, and ends the subscription where the
 * provider says it cannot go on. A receipt that overtakes the worker's own record is kept if the claim is there: it is
 * the best evidence there is.
 */
export const createRecordReceipt = ({ clock, log, count, tips, persons, changes, pauseFailing }: RecordReceiptDeps) => {
  /**
   * Counts how a message ended and whose fault it was. A receipt that only says it is on its way is not counted. One
   * that is delivered twice counts twice, which is too rare to move a share.
   */
  const countEnd = ({ channel, status, effect: { fault } }: Receipt): void => {
    const hasEnded = rankOf(status) === rankOf('delivered');
    if (!hasEnded && fault === undefined) return;
    count(channel, {
      delivered: Number(hasEnded && status === 'delivered'),
      undelivered: Number(hasEnded && status !== 'delivered'),
      misconfigured: Number(fault === 'certain'),
      suspect: Number(fault === 'suspected'),
    });
  };

  /**
   * Counts people who leave: by a complaint, or by an opt-out at their carrier. A number that no longer exists has not
   * left.
   */
  const countLeaving = (channel: Channel, reason: StopReason, hasEnded: boolean): void => {
    const optOuts = Number(hasEnded && (reason === 'carrier-opt-out' || reason === 'complaint'));
    const bounces = Number(reason === 'bounce');
    const complaints = Number(reason === 'complaint');
    if (optOuts + bounces + complaints > 0) count(channel, { optOuts, bounces, complaints });
  };

  /**
   * Whether the stored outcome is at least as far as this one, after moving it forward if it was not. The first of a
   * text's two receipts mostly says what is known, so the state is read before it is written: a read costs a fifth of a
   * write.
   */
  const isStanding = async (outcome: TipOutcome): Promise<boolean> => {
    if (!isUnderWay(outcome)) return tips.moveForward(outcome);
    const recorded = await tips.readState(outcome);
    if (recorded === undefined) return false;
    return isTaken(recorded) || tips.moveForward(outcome);
  };

  const recordTip = async (receipt: Receipt): Promise<TipOutcome> => {
    const outcome: TipOutcome = {
      id: receipt.id,
      date: receipt.date,
      state: receipt.status,
      at: clock.now(),
      channel: receipt.channel,
      providerId: receipt.providerId,
      ...(receipt.errorCode ? { code: receipt.errorCode } : {}),
    };
    if (await isStanding(outcome)) return outcome;
    const subscriber = await persons.readSubscriber(receipt.id);
    const claim = subscriber?.lastTip;
    // Nothing is written without a claim of this enrolment, so that somebody who was erased meanwhile stays erased. A
    // claim of an earlier enrolment does not count: the last tip outlasts ERASE.
    const isTheirs = claim?.date === receipt.date && claim.claimedAt >= (subscriber?.joinedAt ?? 0);
    if (subscriber && isTheirs && subscriber.status !== 'erasing')
      await tips.putIfAbsent({
        ...outcome,
        epoch: subscriber.epoch,
        ...(claim.prompt ? { prompt: claim.prompt } : { tip: claim.tip }),
      });
    return outcome;
  };

  return async (receipt: Receipt): Promise<void> => {
    const { id, channel, effect, errorCode } = receipt;
    const tip = isDayMessage(receipt.kind) ? await recordTip(receipt) : undefined;
    if (effect.effect === 'stop' && effect.reason) {
      if (receipt.kind === 'confirmation') await changes.giveUpMailbox(id, effect.reason, receipt.by ?? 'reply');
      const hasEnded = receipt.kind !== 'confirmation' && (await changes.stop(id, effect.reason, 'provider'));
      countLeaving(channel, effect.reason, hasEnded);
    }
    // Somebody whose subscription this receipt has stopped gets no tips that could be paused.
    if (tip && effect.effect === 'none') await pauseFailing(tip);
    countEnd(receipt);
    if (errorCode === undefined) return;
    log(effect.alarm ? 'error' : 'info', effect.alarm ? 'delivery-misconfigured' : 'delivery-failed', {
      id,
      channel,
      code: errorCode,
    });
  };
};

/** Records what a provider later says of a message. */
export type RecordReceipt = ReturnType<typeof createRecordReceipt>;
