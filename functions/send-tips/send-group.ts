import type { PromptFacts } from '../../shared/domain/answering/prompt-words.ts';
import type { SubscriberId } from '../../shared/domain/people/subscriber.ts';
import type { DueMember } from '../../shared/domain/tips/job.ts';
import type { Spend } from '../../shared/domain/tips/spend.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { SpendMeter } from '../../shared/use-cases/spend-meter.ts';
import { type GroupProgress, type GroupResult, trackProgress } from './group-progress.ts';
import { createJudge, type JudgeDeps } from './judge-send.ts';
import type { GroupCounts } from './outcome-counts.ts';
import type { Pacer } from './pacer.ts';
import { type Chosen, createPlanGroup, type PlanGroupDeps, type TipsJob } from './plan-group.ts';
import type { createPromptFacts } from './prompt-facts.ts';

export interface SendGroupDeps extends PlanGroupDeps, Omit<JudgeDeps, 'channel'> {
  readonly pacer: Pacer;
  /** This worker's messages per second; no more than a second's worth is claimed at a time. */
  readonly perSecond: number;
  readonly factsOf: ReturnType<typeof createPromptFacts>;
  /** Tells the operator's metrics what came of a group. */
  readonly count: (counts: GroupCounts) => void;
  /** Reads the month's spend, and adds this group's share to it. */
  readonly spend: Pick<SpendMeter, 'read' | 'count'>;
  readonly tellSpend: (spend: Spend) => void;
}

/** The place of a group in the paced queue; of a group queued before groups had places, its due time. */
const placeOf = ({ placeAt, dueAt }: TipsJob): number => placeAt ?? dueAt;

/**
 * The greatest age of a claim when its provider call begins, in ms (docs/design.md#section-6); an older claim is given
 * back.
 */
const freshMs = 2000;
/** How long a group is worked on, in ms; the function's timeout is 60 s. What is left comes back with its message. */
const workMs = 40_000;
/** How often members whose profile changed under the claim are read again. */
const rounds = 3;

/** A chosen tip with what the diary says, where the message tells it. */
type Ready = Chosen & { readonly facts: PromptFacts };

/** Sends the tips of one group: chooses, claims, sends, records (docs/design.md#section-6). Each member ends with an outcome or stays open. */
export const createSendGroup = (deps: SendGroupDeps) => {
  const { clock, claims, tips, sender, pacer } = deps;
  // The number of messages claimed at a time, rounded: at 12.5 a second a group of 25 takes two claims, not three, and
  // the last call still begins within 1.4 s of its claim.
  const chunkSize = (): number => Math.max(1, Math.min(25, Math.round(Math.min(deps.perSecond, pacer.perSecond()))));
  const judge = createJudge({ ...deps, channel: sender.channel });

  return async (job: TipsJob, owner: string): Promise<GroupResult> => {
    const started = clock.now();
    const members = [...new Map(job.members.map((member) => [member.id, member])).values()];
    const progress = trackProgress(
      members.map(({ id }) => id),
      tips,
    );

    let spend: Spend | undefined;
    /**
     * Reads what the diary says, for all together and before the claims: for one in seven once a week, for a whole
     * group only if all joined on one weekday.
     */
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
      const planFor = createPlanGroup(deps, { job, owner, progress, spend });
      let left: readonly DueMember[] = members;
      for (let round = 0; round < rounds && left.length > 0 && !progress.isHalted(); round += 1) {
        const { ready, again } = await planFor(left, round > 0);
        const changed = await sendAll(await withFacts(ready));
        left = left.filter(({ id }) => changed.has(id) || again.has(id));
      }
    };

    /**
     * Adds the group's messages to the month's spend, once per group; each tip is one segment
     * (shared/domain/tips/texts.ts) or one mail.
     */
    const addUp = async (): Promise<void> => {
      const counts = progress.counts(clock.now() - placeOf(job));
      deps.count(counts);
      await deps.spend.count(sender.channel, `${owner}:${started}`, counts.accepted);
      if (spend) deps.tellSpend({ ...spend, used: spend.used + counts.accepted });
    };

    try {
      await work();
    } catch (error) {
      // Whatever failed (the table, the queue), nobody of the group gets further for now.
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
    progress.countClaimed(claimed.length);
    const outcomes = await Promise.all(claimed.map((request) => sendClaimed(request, progress)));
    const ended = outcomes.filter((outcome) => outcome !== undefined);
    await progress.record(ended);
    // A tip that was refused outright gets no receipt, so a failing address is told here.
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
      // The table was slow and the provider refused nothing: there is no reason to wait.
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
