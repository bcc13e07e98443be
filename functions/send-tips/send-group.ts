import { decideTip } from '../../shared/domain/decide-tip.ts';
import type { DueMember, SendJob } from '../../shared/domain/job.ts';
import type { Channel, Subscriber, SubscriberId, TipClaim } from '../../shared/domain/subscriber.ts';
import type { TipText } from '../../shared/domain/texts.ts';
import type { TipOutcome } from '../../shared/domain/tip-outcome.ts';
import type { ClaimRequest, ClaimStore } from '../../shared/store/claim-store.ts';
import type { TipStore } from '../../shared/store/tip-store.ts';
import { type GroupProgress, type GroupResult, trackProgress } from './group-progress.ts';
import { createJudge, type JudgeDeps } from './judge-answer.ts';
import type { Pacer } from './pacer.ts';
import { createSettleDoubt } from './settle-doubt.ts';
import type { TipSender } from './tip-sender.ts';

export interface SendGroupDeps extends Omit<JudgeDeps, 'channel'> {
  readonly claims: ClaimStore;
  readonly tips: TipStore;
  readonly sender: TipSender;
  readonly pacer: Pacer;
  /** Messages a second of this worker: no more is claimed at a time than a second's worth of sends. */
  readonly perSecond: number;
  readonly programme: readonly TipText[];
  /** Sends the one text that offers tips by text, at most once. */
  readonly offer: (subscriber: Subscriber, date: string) => Promise<void>;
  readonly requeue: (channel: Channel, job: SendJob) => Promise<void>;
}

type TipsJob = Extract<SendJob, { kind: 'tips' }>;

/** A provider call begins at most this long after its claim (design, section 6); an older claim is given back. */
const freshMs = 2000;
/** A group is worked on for this long at most; the function's timeout is 60 s. What is left comes back with its message. */
const workMs = 40_000;
/** A provider that says it was too fast gets nothing from this worker for a second; the group that heard it comes back later. */
const throttledMs = 1000;
/** Rounds of reading again those whose profile changed under the claim. */
const rounds = 3;

/** A tip that we claimed in an earlier life of its queue message, and that may or may not have been sent. */
interface Doubt {
  readonly subscriber: Subscriber;
  readonly member: DueMember;
  readonly claim: TipClaim;
}

/** What reading a group comes to: claims to make, outcomes without a send, and doubts to settle. */
interface Plan {
  readonly ready: ClaimRequest[];
  readonly skipped: TipOutcome[];
  readonly doubtful: Doubt[];
}

/** Sends the tips of one group: chooses, claims, sends, records (design, section 6). Each member ends with an outcome or stays open. */
export const createSendGroup = (deps: SendGroupDeps) => {
  const { clock, claims, tips, sender, pacer } = deps;
  const chunkSize = Math.max(1, Math.min(25, Math.floor(deps.perSecond)));
  const judge = createJudge({ ...deps, channel: sender.channel });
  const settle = createSettleDoubt(clock, deps.log, sender);

  return async (job: TipsJob, owner: string): Promise<GroupResult> => {
    const started = clock.now();
    const members = [...new Map(job.members.map((member) => [member.id, member])).values()];
    const progress = trackProgress(
      members.map(({ id }) => id),
      tips,
    );

    const consider = async (subscriber: Subscriber | undefined, member: DueMember, plan: Plan): Promise<void> => {
      const due = { date: member.date, dueAt: job.dueAt, channel: sender.channel, owner };
      const decision = decideTip(subscriber, due, clock.now(), deps.programme);
      if (!subscriber) return progress.done(member.id);
      switch (decision.kind) {
        case 'nothing':
          return progress.done(member.id);
        case 'skip':
          plan.skipped.push({
            ...member,
            state: 'skipped',
            reason: decision.reason,
            at: clock.now(),
            channel: sender.channel,
          });
          return;
        case 'requeue':
          await deps.requeue(decision.channel, { ...job, members: [member] });
          return progress.done(member.id);
        case 'offer':
          await deps.offer(subscriber, member.date);
          return progress.done(member.id);
        case 'check':
          plan.doubtful.push({ subscriber, member, claim: decision.claim });
          return;
        case 'send':
          plan.ready.push({ subscriber, claim: decision.claim, position: decision.position });
          return;
      }
    };

    /** Settles one tip of an earlier life. If it was surely not taken it is decided about again, by the same rules as the first time. */
    const settleOne = async ({ subscriber, member, claim }: Doubt, plan: Plan): Promise<void> => {
      const settlement = await settle(subscriber, claim, job.dueAt);
      if (settlement === 'open') return;
      if (settlement !== 'not-taken') return progress.record([settlement]);
      await consider({ ...subscriber, lastTip: { ...claim, state: 'released' } }, member, plan);
    };

    const settleAll = async (plan: Plan): Promise<void> => {
      const doubts = plan.doubtful.splice(0);
      const states = doubts.length > 0 ? await tips.readStates(doubts.map(({ member }) => member)) : new Map();
      for (const { member } of doubts) if (states.has(member.id)) progress.done(member.id);
      for (const doubt of doubts) if (!states.has(doubt.member.id)) await settleOne(doubt, plan);
    };

    const planFor = async (left: readonly DueMember[], again: boolean): Promise<Plan> => {
      const plan: Plan = { ready: [], skipped: [], doubtful: [] };
      // Eventual reads will do at first: a claim on a stale profile fails, and is decided again on a consistent one.
      const people = await claims.readSubscribers(
        left.map(({ id }) => id),
        again,
      );
      for (const member of left) await consider(people.get(member.id), member, plan);
      await settleAll(plan);
      await progress.record(plan.skipped);
      return plan;
    };

    const sendAll = async (ready: readonly ClaimRequest[]): Promise<ReadonlySet<SubscriberId>> => {
      const changed = new Set<SubscriberId>();
      for (let from = 0; from < ready.length && !progress.isHalted(); from += chunkSize) {
        if (clock.now() - started >= workMs) break;
        for (const id of await sendChunk(ready.slice(from, from + chunkSize), progress)) changed.add(id);
      }
      return changed;
    };

    let left: readonly DueMember[] = members;
    for (let round = 0; round < rounds && left.length > 0 && !progress.isHalted(); round += 1) {
      const { ready } = await planFor(left, round > 0);
      const changed = await sendAll(ready);
      left = left.filter(({ id }) => changed.has(id));
    }
    return progress.result();
  };

  /** Claims one second's worth, sends it, records it. Returns those whose profile changed since it was read. */
  async function sendChunk(chunk: readonly ClaimRequest[], progress: GroupProgress): Promise<SubscriberId[]> {
    const claimedAt = clock.now();
    const requests = chunk.map((request) => ({ ...request, claim: { ...request.claim, claimedAt } }));
    const results = await claims.claim(requests);
    const claimed = requests.filter((_, index) => results[index] === 'claimed');
    const outcomes = await Promise.all(claimed.map((request) => sendClaimed(request, progress)));
    await progress.record(outcomes.filter((outcome) => outcome !== undefined));
    return requests.flatMap(({ subscriber }, index) => (results[index] === 'conflict' ? [subscriber.id] : []));
  }

  async function sendClaimed(
    { subscriber, claim }: ClaimRequest,
    progress: GroupProgress,
  ): Promise<TipOutcome | undefined> {
    await pacer.turn();
    if (progress.isHalted() || clock.now() - claim.claimedAt > freshMs) {
      await deps.release(subscriber.id, claim);
      return undefined;
    }
    const result = await sender.send(subscriber, claim);
    if (result.kind === 'throttled') pacer.holdOff(throttledMs);
    return judge(subscriber, claim, result, progress);
  }
};
