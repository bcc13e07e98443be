import { firstProgramme } from '../../shared/content/programmes.ts';
import { programmesFrom } from '../../shared/domain/tips/tip-programme.ts';
import { type ProfileView, viewOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { day, minute, type World } from './world.ts';

/** A score of a local date, and when it was stored. */
interface Stored {
  readonly score: number;
  readonly at: number;
}

/** What is known of somebody's diary. */
interface Diary {
  readonly epoch: string;
  readonly days: Map<string, Stored>;
  /** Something was corrected or taken back: what counts is the fold's affair, and nothing is claimed here. */
  isCorrected: boolean;
}

/** Whoever decides has read the diary a moment before: the claims of a group take up to 40 s, and clocks differ. */
const readBefore = 3 * minute;
/** A flare of which nobody could say that it is none: three days at most 4, then 8 or more. */
const usualAtMost = 4;
const badFrom = 8;
const daysKnown = 3;
/** Above their usual by so much somebody is in a flare. */
const riseOfFlare = 2;
/** It may have begun on the date before, by another clock. */
const surelyLasts = 8;

const daysFrom = (date: string, to: string): number => Math.round((Date.parse(to) - Date.parse(date)) / day);

/** Watches that nobody who is plainly in a flare is sent a tip that asks for an effort. */
export const createFlareLedger = (world: World, verdict: Verdict, nameOf: (pk: string) => string) => {
  const { timeline } = world;
  const diaries = new Map<string, Diary>();
  const efforts = new Set(
    programmesFrom(firstProgramme())
      .flatMap(({ tips }) => tips)
      .flatMap(({ tip, effort }) => (effort ? [tip] : [])),
  );

  /** Whether the last day is a bad one after good ones alone, and no more than so many days ago. */
  const isPlainly = ({ days, isCorrected }: Diary, date: string): boolean => {
    const known = [...days]
      .filter(([, { at }]) => at <= timeline.now() - readBefore)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const isSettled = known.length === days.size;
    const [last, ...before] = known.toReversed();
    if (!last || isCorrected || !isSettled || before.length < daysKnown) return false;
    const [lastDate, { score }] = last;
    const recent = before.filter(([each]) => daysFrom(each, lastDate) <= 27);
    const earlier = before.map(([, { score: one }]) => one).toReversed();
    // A rise among the good days may have begun a flare of its own, which has run out by now.
    const neverRose = earlier.every((one, index) => one - Math.min(...earlier.slice(0, index + 1)) < riseOfFlare);
    return (
      neverRose &&
      score >= badFrom &&
      recent.length >= daysKnown &&
      earlier.every((one) => one <= usualAtMost) &&
      daysFrom(lastDate, date) >= 0 &&
      daysFrom(lastDate, date) <= surelyLasts
    );
  };

  return {
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const [old, view] = [viewOf(before), viewOf(after)];
      const { lastTip } = view ?? {};
      const diary = diaries.get(id);
      if (!view || !lastTip || lastTip.state !== 'claimed' || lastTip.p || diary?.epoch !== view.epoch) return;
      if (lastTip.owner === 'reply' || old?.lastTip?.date === lastTip.date) return;
      if (efforts.has(lastTip.tip) && isPlainly(diary, lastTip.date))
        verdict.broken(rules.flare, nameOf(`SUB#${id}`), `${lastTip.tip} asks for an effort, on ${lastTip.date}`);
    },
    wrotePage: (id: string, sortKey: string, after: Item | undefined, view: ProfileView | undefined): void => {
      const [, date = '', epoch = ''] = sortKey.split('#');
      if (!after || !view || epoch !== view.epoch) return;
      const known = diaries.get(id);
      const diary = known?.epoch === epoch ? known : { epoch, days: new Map<string, Stored>(), isCorrected: false };
      diaries.set(id, diary);
      const events = Object.entries(after).flatMap(([name, value]) =>
        name.startsWith('r#') && typeof value === 'object' && value !== null ? [new Map(Object.entries(value))] : [],
      );
      if (events.some((event) => event.get('k') === 'fix' || event.get('k') === 'undo')) diary.isCorrected = true;
      const scores = events
        .filter((event) => event.get('k') === 'score')
        .toSorted((a, b) => Number(a.get('q')) - Number(b.get('q')));
      const last = scores.at(-1);
      // Two of one millisecond: which is the later one is the fold's affair, too.
      if (last && scores.at(-2)?.get('q') === last.get('q')) diary.isCorrected = true;
      if (last) diary.days.set(date, { score: Number(last.get('s')), at: timeline.now() });
    },
  };
};
