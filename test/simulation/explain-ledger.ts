import { firstProgramme } from '../../shared/content/programmes.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import type { Subscriber, TipClaim } from '../../shared/domain/people/subscriber.ts';
import { explainDay, type TipExplanation } from '../../shared/domain/tips/explain-day.ts';
import { heardInDiary } from '../../shared/domain/tips/silence.ts';
import { eventsOfPage } from '../../shared/store/page-item.ts';
import { readProfileItem } from '../../shared/store/subscriber-item.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { day, hour, minute, type World } from './world.ts';

/** Whoever decides has read the diary a moment before: the claims of a group take up to 40 s, and clocks differ. */
const readBefore = 3 * minute;
/** The desk reads so much of a diary (docs/design.md#section-3). */
const readBack = 40 * day;

const subscriberIn = (id: string, item: Item | undefined): Subscriber | undefined => {
  const profile = item && readProfileItem(id, item);
  return profile && !('alias' in profile) ? profile : undefined;
};

/** By what an hour is chosen: a tip that was queued by other settings comes at an hour that is foretold no more. */
const settingsOf = ({ zone, time, status, pausedUntil, tipsBy, epoch }: Subscriber): string =>
  JSON.stringify([zone, time, status, pausedUntil, tipsBy, epoch]);
/** Whoever changed them so long ago has had all that was queued before. */
const queuedBefore = 26 * hour;

/** Minutes decide these, by clocks that differ and laws that one process knows before another. */
const byTheMinute: ReadonlySet<string> = new Set(['outside-window', 'late', 'no-record', 'before-joining']);

/** What a message is, as the desk names it. */
const messageOf = ({ tip, prompt }: Pick<TipClaim, 'tip' | 'prompt'>): string => prompt ?? tip;
const foretoldIn = (explained: TipExplanation): string =>
  explained.decision === 'due' || explained.decision === 'to-come'
    ? (explained.prompt ?? explained.tip ?? '')
    : `${explained.decision}${'reason' in explained ? ` (${explained.reason})` : ''}`;

/** Holds what the desk would have said of a day, a moment before its tip was claimed, against what was claimed. */
export const createExplainLedger = (world: World, verdict: Verdict, nameOf: (pk: string) => string) => {
  const { timeline } = world;
  const pages = new Map<string, Map<string, Item>>();
  const writtenAt = new Map<string, number>();
  const settings = new Map<string, { readonly of: string; readonly since: number }>();

  const noteSettings = (id: string, person: Subscriber | undefined): void => {
    const now = person && settingsOf(person);
    if (now !== undefined && settings.get(id)?.of !== now) settings.set(id, { of: now, since: timeline.now() });
  };

  const eventsOf = (id: string, epoch: string) => {
    const events = new Map<string, ReturnType<typeof eventsOfPage>[number]>();
    const recent = [...(pages.get(id) ?? [])].filter(
      ([key]) => key.endsWith(`#${epoch}`) && Date.parse(key.slice(4, 14)) >= timeline.now() - readBack,
    );
    for (const [, page] of recent.toSorted(([a], [b]) => (a < b ? -1 : 1)))
      for (const event of eventsOfPage(page)) if (!events.has(event.key)) events.set(event.key, event);
    return [...events.values()];
  };

  return {
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const [stored, now] = [subscriberIn(id, before), subscriberIn(id, after)];
      noteSettings(id, now);
      const claimed = now?.lastTip;
      const isNew = claimed?.state === 'claimed' && claimed.owner !== 'reply' && claimed.date !== stored?.lastTip?.date;
      if (!isNew || stored?.epoch !== now?.epoch || timeline.now() - (writtenAt.get(id) ?? 0) < readBefore) return;
      // A claim that came with a joined subscription was made before.
      if (stored === undefined || timeline.now() - claimed.claimedAt > readBefore) return;
      const events = eventsOf(id, stored.epoch);
      const { entries } = foldDiary(events);
      const person = heardInDiary(stored, events);
      const explained = explainDay(person, undefined, claimed.date, timeline.now(), firstProgramme(), entries);
      const isForetold = explained.decision === 'due' || explained.decision === 'to-come';
      if (explained.decision === 'none' && byTheMinute.has(explained.reason)) return;
      const isSettled = timeline.now() - (settings.get(id)?.since ?? timeline.now()) > queuedBefore;
      const [told, came] = [foretoldIn(explained), messageOf(claimed)];
      if ((isForetold || isSettled) && told !== came)
        verdict.broken(rules.explained, nameOf(`SUB#${id}`), `${claimed.date}: ${told} was told, ${came} came`);
    },
    wrotePage: (id: string, sortKey: string, after: Item | undefined): void => {
      const mine = pages.get(id) ?? new Map<string, Item>();
      pages.set(id, mine);
      if (after) mine.set(sortKey, after);
      else mine.delete(sortKey);
      writtenAt.set(id, timeline.now());
    },
  };
};
