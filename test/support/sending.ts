import type { GroupCounts } from '../../functions/send-tips/outcome-counts.ts';
import type { Evidence, TipSender } from '../../functions/send-tips/tip-sender.ts';
import { workerDeps } from '../../functions/send-tips/worker-deps.ts';
import type { Channel, Subscriber, TipClaim } from '../../shared/domain/people/subscriber.ts';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import type { Spend } from '../../shared/domain/tips/spend.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { programmeOf } from './programme-of.ts';

/** A clock that moves when it is told to, or slept on. */
export const createTestClock = (start: string): Clock & { set(now: string): void } => {
  let now = Date.parse(start);
  return {
    now: () => now,
    sleep: (milliseconds) => {
      const until = now + milliseconds;
      return Promise.resolve().then(() => {
        now = Math.max(now, until);
      });
    },
    set: (instant) => {
      now = Date.parse(instant);
    },
  };
};

/** Longer than any test lasts: its end is a test of its own. */
export const programme = programmeOf('a', 'b', 'c', ...Array.from({ length: 130 }, (_, index) => `tip-${index + 4}`));

/** A worker of one channel over a real table, and a provider that answers as it is told to. */
export const createWorker = (
  table: Table,
  clock: Clock,
  {
    channel = 'sms' as Channel,
    perSecond = 25,
    caps = { smsSegmentsAMonth: Number.POSITIVE_INFINITY, emailsAMonth: Number.POSITIVE_INFINITY },
  } = {},
) => {
  const stores = createReplyStores(table);
  const changes = createProfileChanges(stores, clock);
  const sent: { id: string; tip: string; prompt?: string | undefined; at: number }[] = [];
  const offers: string[] = [];
  const counts: GroupCounts[] = [];
  const told: Spend[] = [];
  const requeued: { channel: Channel; job: SendJob }[] = [];
  const provider = {
    /** What the next sends are answered with; accepted when there is nothing left. */
    answers: [] as (SendOutcome | ((subscriber: Subscriber, claim: TipClaim) => Promise<SendOutcome>))[],
    evidence: { kind: 'not-taken' } as Evidence | Error,
    lookUps: 0,
  };
  const sender: TipSender = {
    channel,
    send: async (subscriber, claim) => {
      const { tip, prompt } = claim;
      sent.push({ id: subscriber.id, tip, ...(prompt ? { prompt } : {}), at: clock.now() });
      const answer = provider.answers.shift() ?? { kind: 'accepted', providerId: `SM${sent.length}` };
      return typeof answer === 'function' ? answer(subscriber, claim) : answer;
    },
    lookUp: async () => {
      provider.lookUps += 1;
      if (provider.evidence instanceof Error) throw provider.evidence;
      return provider.evidence;
    },
  };
  const queueOf = (to: Channel) => ({
    send: async (job: SendJob) => {
      requeued.push({ channel: to, job });
    },
    retryLater: async () => {},
  });
  const { sendGroup } = workerDeps(
    {
      table,
      log: () => {},
      queues: { sms: queueOf('sms'), email: queueOf('email') },
      count: (of) => {
        counts.push(of);
      },
      sender,
      offer: async (subscriber) => {
        offers.push(subscriber.id);
        return { kind: 'accepted', providerId: 'SMoffer' };
      },
      programme,
      perSecond,
      caps,
      tellSpend: (spend) => {
        told.push(spend);
      },
    },
    { clock },
  );
  return { sendGroup, stores, changes, provider, sent, counts, told, offers, requeued };
};
