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
import type { JudgeDeps } from './judge-answer.ts';
import { createSettleDoubt } from './settle-doubt.ts';
import type { TipSender } from './tip-sender.ts';

export interface PlanGroupDeps extends Pick<JudgeDeps, 'clock' | 'log' | 'release'> {
  readonly claims: ClaimStore;
  readonly tips: TipStore;
  readonly sender: TipSender;
  readonly programme: TipProgramme;
  /** Sends the one text that offers tips by text, at most once. */
  readonly offer: (subscriber: Subscriber, date: string) => Promise<void>;
  /** The person with the replies of the last forty days. */
  readonly readAnyone: PersonStore['readAnyone'];
  /** Takes whoever gets nothing more until they write out of those who are due. */
  readonly rest: (id: SubscriberId) => Promise<void>;
  /** Pauses tips to an address that they fail at, day after day. */
  readonly pauseFailing: PauseFailing;
  readonly requeue: (channel: Channel, job: SendJob) => Promise<void>;
}

export type TipsJob = Extract<SendJob, { kind: 'tips' }>;

/** A tip that we claimed in an earlier life of its queue message, and that may or may not have been sent. */
interface Doubt {
  readonly subscriber: Subscriber;
  readonly member: DueMember;
  readonly claim: TipClaim;
}

/** A claim to be made, and why that tip was chosen: said with its outcome. */
export type Chosen = ClaimRequest & Pick<TipOutcome, 'why'>;

/** What reading a group comes to: claims to make, outcomes without a send, and doubts to settle. */
interface Plan {
  readonly ready: Chosen[];
  readonly skipped: TipOutcome[];
  readonly doubtful: Doubt[];
  /** Whether the profiles were read consistently. */
  readonly consistent: boolean;
  /** Those to be read once more, consistently, and decided about again: the claim was given back, or the reading may have been stale. */
  readonly again: Set<SubscriberId>;
}

/** One group, in the hands of one worker. */
interface GroupAtHand {
  readonly job: TipsJob;
  readonly owner: string;
  readonly progress: GroupProgress;
  /** What the month had come to when the group was begun; undefined where nothing is capped. */
  readonly spend: Spend | undefined;
}

/** Reads members of a group and decides about each; what needs no send is written down. The rest is in the plan. */
export const createPlanGroup = (deps: PlanGroupDeps, { job, owner, progress, spend }: GroupAtHand) => {
  const { clock, claims, tips, sender } = deps;
  const settle = createSettleDoubt(clock, deps.log, sender);
  const planned = new Set<SubscriberId>();
  /** Whether the month has room for one more that nobody asked for. What was claimed before is settled all the same. */
  const mayPlan = ({ id }: DueMember): boolean => {
    if (spend && !planned.has(id) && isSpent({ ...spend, used: spend.used + planned.size })) return false;
    planned.add(id);
    return true;
  };

  const isCapped = ({ kind }: TipDecision, member: DueMember): boolean =>
    (kind === 'send' || kind === 'offer') && !mayPlan(member);

  /** Leaves a member alone for good: only what was read consistently may say so, for no condition will notice if it is stale. */
  const leave = ({ id }: DueMember, plan: Plan): void => {
    if (plan.consistent) progress.done(id);
    else plan.again.add(id);
  };

  /** The same goes for a skip: by a stale reading it may be that of a tip which another worker is sending. */
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
        if (plan.consistent && wasOwed(subscriber, due, deps.programme)) progress.miss(member.id);
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

  /** Decides by the diary, one more read: of whoever seems silent, and where a tip of effort is next (one in four). */
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
    if (isCapped(decision, member)) return skip(subscriber, member, 'spend-cap', plan);
    return carryOut(decision, subscriber, member, due, plan);
  };

  /** Settles one tip of an earlier life. If it was surely not taken it is released, and decided about again by the same rules as the first time. */
  const settleOne = async ({ subscriber, member, claim }: Doubt, plan: Plan): Promise<void> => {
    const settlement = await settle(subscriber, claim, job.dueAt);
    if (settlement === 'open') return progress.doubt(member.id);
    if (settlement !== 'not-taken') {
      await progress.record([settlement]);
      return deps.pauseFailing(settlement);
    }
    await deps.release(subscriber.id, claim);
    plan.again.add(member.id);
  };

  const settleAll = async (plan: Plan): Promise<void> => {
    const doubts = plan.doubtful.splice(0);
    const states = doubts.length > 0 ? await tips.readStates(doubts.map(({ member }) => member)) : new Map();
    // A skip is no outcome of a claim: it was recorded at an earlier time of that day, before the time was moved.
    const isSettled = ({ id }: DueMember): boolean => (states.get(id) ?? 'skipped') !== 'skipped';
    for (const { member } of doubts) if (isSettled(member)) progress.done(member.id);
    for (const doubt of doubts) if (!isSettled(doubt.member)) await settleOne(doubt, plan);
  };

  return async (left: readonly DueMember[], consistent: boolean): Promise<Plan> => {
    const plan: Plan = { ready: [], skipped: [], doubtful: [], again: new Set(), consistent };
    // Eventual reads will do at first: a claim on a stale profile fails, and is decided again on a consistent one.
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
