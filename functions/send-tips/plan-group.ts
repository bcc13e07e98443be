import type { Channel, Subscriber, SubscriberId, TipClaim } from '../../shared/domain/people/subscriber.ts';
import {
  type DiaryReading,
  type DueTip,
  decideTip,
  diaryReading,
  type TipDecision,
  wasOwed,
} from '../../shared/domain/tips/decide-tip.ts';
import type { DueMember, SendJob } from '../../shared/domain/tips/job.ts';
import { heardInDiary } from '../../shared/domain/tips/silence.ts';
import { isSpent, type Spend } from '../../shared/domain/tips/spend.ts';
import type { SkipReason, TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { TipProgramme } from '../../shared/domain/tips/tip-programme.ts';
import type { ClaimRequest, ClaimStore } from '../../shared/store/claim-store.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import type { TipStore } from '../../shared/store/tip-store.ts';
import type { PauseFailing } from '../../shared/use-cases/pause-failing.ts';
import type { GroupProgress } from './group-progress.ts';
import type { JudgeDeps } from './judge-send.ts';
import { createSettleDoubt } from './settle-doubt.ts';
import type { TipSender } from './tip-sender.ts';

export interface PlanGroupDeps extends Pick<JudgeDeps, 'clock' | 'log' | 'release'> {
  readonly claims: ClaimStore;
  readonly tips: TipStore;
  readonly sender: TipSender;
  readonly programme: TipProgramme;
  /** Sends the one text that offers tips by text, at most once. */
  readonly offer: (subscriber: Subscriber, date: string) => Promise<void>;
  /** Reads a person with the replies of the last forty days. */
  readonly readAnyone: PersonStore['readAnyone'];
  /** Takes somebody who gets nothing more until they write off the list of those who are due. */
  readonly rest: (id: SubscriberId) => Promise<void>;
  /** Pauses tips to an address at which they fail day after day. */
  readonly pauseFailing: PauseFailing;
  readonly requeue: (channel: Channel, job: SendJob) => Promise<void>;
}

/** A queue message with a group of due tips. */
export type TipsJob = Extract<SendJob, { kind: 'tips' }>;

/** A tip that was claimed when its queue message was received before, and that may or may not have been sent. */
interface Doubt {
  readonly subscriber: Subscriber;
  readonly member: DueMember;
  readonly claim: TipClaim;
}

/** A claim to be made. `why` the tip was chosen is stored with its outcome. */
export type Chosen = ClaimRequest & Pick<TipOutcome, 'why'>;

/** What reading a group comes to: claims to make, outcomes without a send, and doubts to settle. */
interface Plan {
  readonly ready: Chosen[];
  readonly skipped: TipOutcome[];
  readonly doubtful: Doubt[];
  /** Whether the profiles were read consistently. */
  readonly consistent: boolean;
  /**
   * Members to be read again, consistently, and decided about anew: their claim was given back, or their profile may
   * have been stale.
   */
  readonly again: Set<SubscriberId>;
}

/** One group, in the hands of one worker. */
interface GroupAtHand {
  readonly job: TipsJob;
  readonly owner: string;
  readonly progress: GroupProgress;
  /** The month's spend when the group was begun; undefined where nothing is capped. */
  readonly spend: Spend | undefined;
}

/**
 * Reads the members of a group and decides about each. Outcomes without a send are recorded at once; the rest is in the
 * plan.
 */
export const createPlanGroup = (deps: PlanGroupDeps, { job, owner, progress, spend }: GroupAtHand) => {
  const { clock, claims, tips, sender } = deps;
  const settle = createSettleDoubt(clock, deps.log, sender);
  const planned = new Set<SubscriberId>();
  /**
   * Reserves a place under the month's cap for a message that nobody asked for; false if there is no room left. Whoever
   * has a place keeps it. A tip that was claimed before is settled in any case.
   */
  const reserve = ({ id }: DueMember): boolean => {
    if (spend && !planned.has(id) && isSpent({ ...spend, used: spend.used + planned.size })) return false;
    planned.add(id);
    return true;
  };

  /**
   * Finishes a member without an outcome. Only a consistent reading may do so, because no later condition would notice
   * that a profile was stale.
   */
  const leave = ({ id }: DueMember, plan: Plan): void => {
    if (plan.consistent) progress.done(id);
    else plan.again.add(id);
  };

  /**
   * Records a skip. Only a consistent reading may do so: by a stale one, the tip may be the one that another worker is
   * sending.
   */
  const skip = (
    { epoch }: Subscriber,
    member: DueMember,
    reason: SkipReason,
    { consistent, skipped, again }: Plan,
  ): void => {
    const at = clock.now();
    if (consistent) skipped.push({ ...member, epoch, state: 'skipped', reason, at, channel: sender.channel });
    else again.add(member.id);
  };

  const carryOut = async (
    decision: TipDecision,
    subscriber: Subscriber,
    member: DueMember,
    due: DueTip,
    plan: Plan,
  ): Promise<void> => {
    switch (decision.kind) {
      case 'nothing':
        return leave(member, plan);
      case 'skip':
        if (plan.consistent && wasOwed(subscriber, due, deps.programme)) progress.markMissed(member.id);
        return skip(subscriber, member, decision.reason, plan);
      case 'requeue':
        await deps.requeue(decision.channel, { ...job, members: [member] });
        return progress.done(member.id);
      case 'offer':
        if (plan.consistent) await deps.offer(subscriber, member.date);
        return skip(subscriber, member, 'unconfirmed-mailbox', plan);
      case 'rest':
        if (plan.consistent) await deps.rest(member.id);
        return leave(member, plan);
      case 'read-diary':
        return considerDiary(member, plan);
      case 'check':
        plan.doubtful.push({ subscriber, member, claim: decision.claim });
        return;
      case 'send':
        plan.ready.push({ subscriber, ...decision });
        return;
    }
  };

  /**
   * Decides with the diary, which takes one more read: for somebody who seems silent, and where a tip of effort is next
   * (one in four).
   */
  const considerDiary = async (member: DueMember, plan: Plan): Promise<void> => {
    const { subscriber, events } = await deps.readAnyone(member.id, clock.now());
    if (subscriber?.id !== member.id) return leave(member, plan);
    return consider(heardInDiary(subscriber, events), member, plan, diaryReading(events, member.date));
  };

  const consider = async (
    subscriber: Subscriber | undefined,
    member: DueMember,
    plan: Plan,
    reading?: DiaryReading,
  ): Promise<void> => {
    const due: DueTip = { date: member.date, dueAt: job.dueAt, channel: sender.channel, owner };
    const decision = decideTip(subscriber, due, clock.now(), deps.programme, reading);
    if (!subscriber) return leave(member, plan);
    const isSent = decision.kind === 'send' || decision.kind === 'offer';
    if (isSent && !reserve(member)) return skip(subscriber, member, 'spend-cap', plan);
    return carryOut(decision, subscriber, member, due, plan);
  };

  /**
   * Settles one tip in doubt. If it was certainly not taken, its claim is released, and it is decided about again by
   * the same rules as the first time.
   */
  const settleOne = async ({ subscriber, member, claim }: Doubt, plan: Plan): Promise<void> => {
    const settlement = await settle(subscriber, claim, job.dueAt);
    if (settlement === 'open') return progress.markDoubtful(member.id);
    if (settlement !== 'not-taken') {
      await progress.record([settlement]);
      return deps.pauseFailing(settlement);
    }
    await deps.release(subscriber.id, claim);
    plan.again.add(member.id);
  };

  const settleAll = async (plan: Plan): Promise<void> => {
    const doubts = plan.doubtful.splice(0);
    const states = await tips.readStates(doubts.map(({ member }) => member));
    // A skip is no outcome of the claim: it was recorded for an earlier hour of that day, before the time was changed.
    const isSettled = ({ id }: DueMember): boolean => (states.get(id) ?? 'skipped') !== 'skipped';
    for (const { member } of doubts) if (isSettled(member)) progress.done(member.id);
    for (const doubt of doubts) if (!isSettled(doubt.member)) await settleOne(doubt, plan);
  };

  return async (left: readonly DueMember[], consistent: boolean): Promise<Plan> => {
    const plan: Plan = { ready: [], skipped: [], doubtful: [], again: new Set(), consistent };
    // Eventually consistent reads are enough at first: a claim on a stale profile fails, and is decided again on a
    // consistent one.
    const people = await claims.readSubscribers(
      left.map(({ id }) => id),
      consistent,
    );
    for (const member of left) await consider(people.get(member.id), member, plan);
    await settleAll(plan);
    await progress.record(plan.skipped);
    return plan;
  };
};
