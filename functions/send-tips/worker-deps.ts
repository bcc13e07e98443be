import type { Channel } from '../../shared/domain/people/subscriber.ts';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import { isResting } from '../../shared/domain/tips/resting.ts';
import type { Spend } from '../../shared/domain/tips/spend.ts';
import type { TipProgramme } from '../../shared/domain/tips/tip-programme.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { JobQueue } from '../../shared/providers/sqs/job-queue.ts';
import { createClaimStore } from '../../shared/store/claim-store.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createPauseFailing } from '../../shared/use-cases/pause-failing.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { createSpendMeter, type SpendSettings } from '../../shared/use-cases/spend-meter.ts';
import { createOfferText, type OfferTextDeps } from './offer-text.ts';
import type { GroupCounts } from './outcome-counts.ts';
import { createPacer } from './pacer.ts';
import { createPromptFacts } from './prompt-facts.ts';
import { createSendGroup } from './send-group.ts';
import type { SendTipsDeps } from './send-tips.ts';
import type { TipSender } from './tip-sender.ts';

/**
 * What a worker is composed of besides the clock: a channel with its provider, the table, the queues, and how much is
 * sent how fast.
 */
export interface WorkerParts {
  readonly table: Table;
  readonly log: Log;
  readonly queues: Readonly<Record<Channel, Pick<JobQueue<SendJob>, 'send' | 'retryLater'>>>;
  readonly count: (counts: GroupCounts) => void;
  /** Counts that a provider refused to send because somebody has opted out with their carrier. */
  readonly countOptOut?: () => void;
  readonly sender: TipSender;
  /** Sends the one text that offers tips by text; only where texts are sent. */
  readonly offer?: OfferTextDeps['send'];
  /** Sends the mail that asks a mailbox to confirm; only where mails are sent. */
  readonly confirm?: SendTipsDeps['confirm'];
  readonly programme: TipProgramme;
  /** This worker's messages per second. */
  readonly perSecond: number;
  /** The month's caps. Without them nothing is counted. */
  readonly caps?: SpendSettings;
  readonly tellSpend?: (spend: Spend) => void;
}

const uncapped: SpendSettings = {
  smsSegmentsAMonth: Number.POSITIVE_INFINITY,
  emailsAMonth: Number.POSITIVE_INFINITY,
};

/** Composes a worker around any provider; tests and measurements bring one of their own. */
export const workerDeps = (parts: WorkerParts, { clock }: Pick<Runtime, 'clock'>) => {
  const { table, log, queues, count, sender, perSecond, programme, caps = uncapped } = parts;
  const stores = createReplyStores(table);
  const changes = createProfileChanges(stores, clock);
  const spend = createSpendMeter({ table, clock, log, settings: caps });
  return {
    clock,
    log,
    count,
    sendGroup: createSendGroup({
      clock,
      log,
      count,
      spend,
      tellSpend: parts.tellSpend ?? (() => undefined),
      claims: createClaimStore(table),
      tips: stores.tips,
      sender,
      pacer: createPacer(clock, perSecond),
      perSecond,
      programme,
      stop: async (id, reason) => {
        const hasEnded = await changes.stop(id, reason, 'provider');
        if (hasEnded && reason === 'carrier-opt-out') parts.countOptOut?.();
      },
      release: changes.release,
      readAnyone: stores.persons.readAnyone,
      factsOf: createPromptFacts(stores.persons, clock, programme),
      rest: async (id) => {
        await changes.change(id, (subscriber) => (isResting(subscriber) ? subscriber : undefined));
      },
      pauseFailing: createPauseFailing({ log, tips: stores.tips, changes }),
      requeue: (channel, job) => queues[channel].send(job),
      offer: createOfferText({ clock, log, changes, send: parts.offer }),
    }),
    countSpend: spend.count,
    readSubscriber: stores.persons.readSubscriber,
    confirm: parts.confirm ?? (async () => undefined),
    retryLater: queues[sender.channel].retryLater,
  } satisfies SendTipsDeps;
};
