import type { PromptFacts } from '../../shared/domain/answering/prompt-words.ts';
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
import type { SpendMeter } from '../../shared/use-cases/spend-meter.ts';
import { type GroupProgress, type GroupResult, trackProgress } from './group-progress.ts';
import { createJudge, type JudgeDeps } from './judge-answer.ts';
import type { GroupCounts } from './outcome-counts.ts';
import type { Pacer } from './pacer.ts';
import type { createPromptFacts } from './prompt-facts.ts';
import { createSettleDoubt } from './settle-doubt.ts';
import type { TipSender } from './tip-sender.ts';

export interface SendGroupDeps extends Omit<JudgeDeps, 'channel'> {
  readonly claims: ClaimStore;
  readonly tips: TipStore;
  readonly sender: TipSender;
  readonly pacer: Pacer;
  /** Messages a second of this worker: no more is claimed at a time than a second's worth of sends. */
  readonly perSecond: number;
  readonly programme: TipProgramme;
  /** Sends the one text that offers tips by text, at most once. */
  readonly offer: (subscriber: Subscriber, date: string) => Promise<void>;
  /** The person with the replies of the last forty days. */
  readonly readAnyone: PersonStore['readAnyone'];
  readonly factsOf: ReturnType<typeof createPromptFacts>;
  /** Takes whoever gets nothing more until they write out of those who are due. */
  readonly rest: (id: SubscriberId) => Promise<void>;
  /** Pauses tips to an address that they fail at, day after day. */
  readonly pauseFailing: PauseFailing;
  readonly requeue: (channel: Channel, job: SendJob) => Promise<void>;
  /** Tells the operator's metrics what came of a group. */
  readonly count: (counts: GroupCounts) => void;
  /** What the month has come to, and where this group's share of it is added. */
  readonly spend: Pick<SpendMeter, 'read' | 'count'>;
  readonly tellSpend: (spend: Spend) => void;
}

type TipsJob = Extract<SendJob, { kind: 'tips' }>;

/** A group that was queued before groups had a place was due at its own. */
const placeOf = ({ placeAt, dueAt }: TipsJob): number => placeAt ?? dueAt;

/** A provider call begins at most this long after its claim (docs/design.md#section-6); an older claim is given back. */
const freshMs = 2000;
/** A group is worked on for this long at most; the function's timeout is 60 s. What is left comes back with its message. */
const workMs = 40_000;
/** Rounds of reading again those whose profile changed under the claim. */
const rounds = 3;

/** A tip that we claimed in an earlier life of its queue message, and that may or may not have been sent. */
interface Doubt {
  readonly subscriber: Subscriber;
  readonly member: DueMember;
  readonly claim: TipClaim;
}

/** A claim to be made, and why that tip was chosen: said with its outcome. */
type Chosen = ClaimRequest & Pick<TipOutcome, 'why'>;
/** With what the diary says, where the message tells it. */
type Ready = Chosen & { readonly facts: PromptFacts };

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

/** Sends the tips of one group: chooses, claims, sends, records (docs/design.md#section-6). Each member ends with an outcome or stays open. */
export const createSendGroup = (deps: SendGroupDeps) => {
  const { clock, claims, tips, sender, pacer } = deps;
  // Half a message more or less: 12.5 a second make two claims of a group of 25, not three, and its last call still
  // begins within 1.4 s of its claim.
  const chunkSize = (): number => Math.max(1, Math.min(25, Math.round(Math.min(deps.perSecond, pacer.perSecond()))));
  const judge = createJudge({ ...deps, channel: sender.channel });
  const settle = createSettleDoubt(clock, deps.log, sender);

  return async (job: TipsJob, owner: string): Promise<GroupResult> => {
    const started = clock.now();
    const members = [...new Map(job.members.map((member) => [member.id, member])).values()];
    const progress = trackProgress(
      members.map(({ id }) => id),
      tips,
    );

    let spend: Spend | undefined;
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

    const planFor = async (left: readonly DueMember[], consistent: boolean): Promise<Plan> => {
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

    /** Read together, and before the claims: of one in seven once a week, of all of a group only if they joined on one weekday. */
    const withFacts = (chosen: readonly Chosen[]): Promise<readonly Ready[]> =>
      Promise.all(chosen.map(async (one) => ({ ...one, facts: await deps.factsOf(one.subscriber, one.claim) })));

    const sendAll = async (ready: readonly Ready[]): Promise<ReadonlySet<SubscriberId>> => {
      const changed = new Set<SubscriberId>();
      const waiting = [...ready];
      while (waiting.length > 0 && !progress.isHalted()) {
        if (clock.now() - started >= workMs) {
          progress.comeSoon();
          break;
        }
        await pacer.near();
        for (const id of await sendChunk(waiting.splice(0, chunkSize()), progress)) changed.add(id);
      }
      return changed;
    };

    const work = async (): Promise<void> => {
      spend = await deps.spend.read(sender.channel);
      let left: readonly DueMember[] = members;
      for (let round = 0; round < rounds && left.length > 0 && !progress.isHalted(); round += 1) {
        const { ready, again } = await planFor(left, round > 0);
        const changed = await sendAll(await withFacts(ready));
        left = left.filter(({ id }) => changed.has(id) || again.has(id));
      }
    };

    /** Once a group, not once a message; each tip is one segment (shared/domain/tips/texts.ts) or one mail. */
    const addUp = async (): Promise<void> => {
      const counts = progress.counts(clock.now() - placeOf(job));
      deps.count(counts);
      await deps.spend.count(sender.channel, `${owner}:${started}`, counts.accepted);
      if (spend) deps.tellSpend({ ...spend, used: spend.used + counts.accepted });
    };

    try {
      await work();
    } catch (error) {
      // The table, the queue: whatever it is, nobody of the group gets further for now.
      progress.halt('failing');
      throw error;
    } finally {
      await addUp();
    }
    return progress.result();
  };

  /** Claims one second's worth, sends it, records it. Returns those whose profile changed since it was read. */
  async function sendChunk(chunk: readonly Ready[], progress: GroupProgress): Promise<SubscriberId[]> {
    const claimedAt = clock.now();
    const requests = chunk.map((request) => ({ ...request, claim: { ...request.claim, claimedAt } }));
    const results = await claims.claim(requests);
    const claimed = requests.filter((_, index) => results[index] === 'claimed');
    progress.claim(claimed.length);
    const outcomes = await Promise.all(claimed.map((request) => sendClaimed(request, progress)));
    const ended = outcomes.filter((outcome) => outcome !== undefined);
    await progress.record(ended);
    // What was refused outright has no receipt that would tell.
    for (const outcome of ended) await deps.pauseFailing(outcome);
    return requests.flatMap(({ subscriber }, index) => (results[index] === 'conflict' ? [subscriber.id] : []));
  }

  async function sendClaimed(
    { subscriber, claim, why, facts }: Ready,
    progress: GroupProgress,
  ): Promise<TipOutcome | undefined> {
    await pacer.turn();
    const isOld = clock.now() - claim.claimedAt > freshMs;
    if (progress.isHalted() || isOld) {
      await deps.release(subscriber.id, claim);
      // The table was slow, the provider refused nothing: no reason to wait.
      if (isOld) progress.comeSoon();
      return undefined;
    }
    const result = await sender.send(subscriber, claim, facts);
    if (result.kind === 'throttled') {
      pacer.slowDown();
      progress.comeSoon();
    }
    const outcome = await judge(subscriber, claim, result, progress);
    return outcome && why ? { ...outcome, why } : outcome;
  }
};
