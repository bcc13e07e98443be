import { createActivityLedger } from './activity-ledger.ts';
import { createCohortLedger } from './cohort-ledger.ts';
import { createDueLedger } from './due-ledger.ts';
import { createErasureLedger } from './erasure-ledger.ts';
import { createExplainLedger } from './explain-ledger.ts';
import { createFlareLedger } from './flare-ledger.ts';
import { createGoalLedger } from './goal-ledger.ts';
import type { OnBehalf } from './lambda.ts';
import { createLinkLedger } from './link-ledger.ts';
import { createMailboxLedger } from './mailbox-ledger.ts';
import type { Observer } from './observer.ts';
import { createPageLedger } from './page-ledger.ts';
import type { Person } from './person.ts';
import { viewOf } from './profile-view.ts';
import type { Random } from './random.ts';
import { createRedFlagLedger } from './red-flag-ledger.ts';
import { createReplyLedger } from './reply-ledger.ts';
import { createSilenceLedger } from './silence-ledger.ts';
import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { createStrangerLedger } from './stranger-ledger.ts';
import { createTallyLedger } from './tally-ledger.ts';
import { createTipLedger } from './tip-ledger.ts';
import type { Verdict } from './verdict.ts';
import { createWeekLedger } from './week-ledger.ts';
import type { World } from './world.ts';

/** Whether a write of a profile claims a tip for a worker. */
const isClaimed = (before: Item | undefined, after: Item | undefined): boolean => {
  const [old, now] = [viewOf(before)?.lastTip, viewOf(after)?.lastTip];
  return now?.state === 'claimed' && now.owner !== 'reply' && (old?.owner !== now.owner || old.state !== 'claimed');
};

export interface LedgersOptions {
  readonly world: World;
  readonly verdict: Verdict;
  readonly engine: () => MemoryEngine;
  readonly people: readonly Person[];
  readonly nameOf: (pk: string) => string;
  /** Draws what becomes of the stream of tips, and until when. */
  readonly stream: { readonly random: Random; readonly until: number };
  /** In whose name the process runs that writes just now. */
  readonly served: () => OnBehalf;
  /** Whether strangers attack. */
  readonly isBeset: boolean;
  /** A tip was claimed for somebody. */
  readonly claimed: (id: string) => void;
  /** The scheduler has queued what is due. */
  readonly queued: () => void;
}

/** All that keep count of what may and must happen, and the observer that tells each of them what does. */
export const createLedgers = ({ world, verdict, engine, people, nameOf, stream, isBeset, ...tell }: LedgersOptions) => {
  const replies = createReplyLedger(world, verdict, nameOf);
  const wordsOf = (key: string): string | undefined => replies.byKey(key)?.body;
  const tips = createTipLedger(world, verdict, nameOf, wordsOf);
  const due = createDueLedger(world, verdict, engine, tips, nameOf);
  const silences = createSilenceLedger(world, verdict, nameOf);
  const flares = createFlareLedger(world, verdict, nameOf);
  const explained = createExplainLedger(world, verdict, nameOf);
  const weeks = createWeekLedger(world, verdict, nameOf, wordsOf);
  const goals = createGoalLedger(world, verdict, nameOf, wordsOf);
  const chosen = createActivityLedger(world, verdict, nameOf);
  const links = createLinkLedger(world, verdict, replies, nameOf);
  const cohorts = createCohortLedger({ verdict, engine, replies, nameOf, isBeset });
  const mailboxes = createMailboxLedger(world, verdict, engine, nameOf);
  const page = createPageLedger(verdict, nameOf);
  const strangers = createStrangerLedger(verdict, nameOf);
  const erasures = createErasureLedger(world, verdict, engine, nameOf);
  const secrets = people.flatMap(({ phone, address }) => [phone, phone.slice(1), address]);
  const redFlags = createRedFlagLedger({ world, verdict, engine, replies, nameOf, secrets });

  const { random, until } = stream;
  const tallies = createTallyLedger({ world: { ...world, random }, verdict, engine, nameOf, until });

  const wroteProfile = (id: string, before: Item | undefined, after: Item | undefined): void => {
    for (const ledger of [
      page,
      erasures,
      cohorts,
      mailboxes,
      replies,
      links,
      tips,
      silences,
      redFlags,
      flares,
      weeks,
      explained,
    ])
      ledger.wroteProfile(id, before, after);
    due.wroteProfile(id, after);
    if (isClaimed(before, after)) tell.claimed(id);
  };
  const wrotePage = (id: string, sortKey: string, before: Item | undefined, after: Item | undefined): void => {
    const view = viewOf(engine().peek(`SUB#${id}`, 'PROFILE'));
    replies.wrotePage(id, sortKey, before, after, view?.home);
    if (after) silences.wrotePage(id, view);
    flares.wrotePage(id, sortKey, after, view);
    explained.wrotePage(id, sortKey, after);
    weeks.wrotePage(id, sortKey, before, after, view);
    goals.wrotePage(id, sortKey, before, after, view);
    chosen.wrotePage(id, sortKey, before, after, view, wordsOf);
  };
  const wroteOf = (id: string, sortKey: string, before: Item | undefined, after: Item | undefined): void => {
    strangers.wrote(tell.served().hand, `SUB#${id}`, sortKey, before, after);
    erasures.wroteItem(id, sortKey, before);
    if (sortKey === 'REQUESTS') tell.served().press?.counted();
    if (sortKey === 'PROFILE') wroteProfile(id, before, after);
    if (sortKey.startsWith('COHORT#')) cohorts.wroteCohort(id, after);
    if (sortKey.startsWith('DAY#')) wrotePage(id, sortKey, before, after);
    if (!sortKey.startsWith('TIP#')) return;
    tallies.wrote({ PK: `SUB#${id}`, SK: sortKey }, before, after);
    tips.wroteOutcome(id, sortKey.slice(4), before, after);
    due.wroteOutcome(id, sortKey.slice(4), after);
  };

  const observer: Observer = {
    wrote: ({ PK, SK }, before, after) => {
      if (PK.startsWith('SUB#')) return wroteOf(PK.slice(4), SK, before, after);
      if (PK.startsWith('CODES#')) return cohorts.wroteCount(PK.slice('CODES#'.length), SK, after);
      if (PK === 'WORKLIST') return redFlags.wrote(SK, before, after);
      if (SK !== 'WATERMARK') return;
      due.wroteWatermark(Number(after?.['at']));
      tell.queued();
    },
    sending: (attempt) => {
      tips.sending(attempt);
      mailboxes.sending(attempt);
      const { id, date, kind, body } = attempt;
      if (kind === 'weekly') chosen.sending(id, date, body, viewOf(engine().peek(`SUB#${id}`, 'PROFILE')));
    },
    accepted: tips.accepted,
    refused: tips.refused,
    delivered: tips.delivered,
  };

  return {
    ...{ replies, tips, due, links, mailboxes, cohorts, strangers, redFlags, tallies },
    observer,
    /** Checks what can be said only once everything has come to its end. */
    finish: (): void => {
      tips.check();
      for (const ledger of [due, replies, erasures, redFlags, tallies]) ledger.finish();
    },
    counts: () => {
      const { expected, outcomes } = due.counts();
      return {
        ...outcomes,
        expected,
        texts: replies.texts.filter(({ channel }) => channel === undefined).length,
        mails: replies.texts.filter(({ channel, isForged }) => channel === 'email' && !isForged).length,
        forged: replies.texts.filter(({ isForged }) => isForged).length,
        erasures: erasures.count(),
        redFlags: redFlags.count(),
        cohorts: cohorts.count(),
      };
    },
  };
};
