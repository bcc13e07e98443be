import { askedIn, doseIn, type ProfileView, programmeIn, viewOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { day, minute, type World } from './world.ts';

/** What is known of somebody's weekly messages. */
interface Weeks {
  readonly epoch: string;
  /** When they joined, or came back after they had left. */
  began: number;
  /** The date of the last weekly message, and when it was claimed. */
  asked?: { readonly date: string; readonly at: number };
  /** When they chose the programme that they are in. */
  chosenAt?: number;
}

/** What people say to the weekly question, and what is kept of it. */
const answers: ReadonlyMap<string, string> = new Map([
  ['ALWAYS', 'all'],
  ['SOMETIMES', 'some'],
  ['NEVER', 'none'],
  ['TOUJOURS', 'all'],
  ['PARFOIS', 'some'],
  ['JAMAIS', 'none'],
]);

/** Days from one weekly message to the next. */
const daysBetween = { daily: 7, less: 7, three: 7, weekly: 28 } as const;
/** Minutes with their word. */
const withWord = /^(?:WALK|MARCHE) /;
/** What people say in the programme that asks for minutes of walking. */
const minutesSaid = /^(?:(?:WALK|MARCHE) (\d+)|(\d+) minutes)$/;
/** A local date begins up to a day earlier or later than another, and people move. */
const slack = 2;
/** Whoever decides has read the profile a moment before, and clocks differ. */
const readBefore = 5 * minute;

type LastTip = NonNullable<ProfileView['lastTip']>;

const aliasesIn = ({ aliases }: Item): readonly string[] => (Array.isArray(aliases) ? aliases.map(String) : []);

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day);

/** Whether somebody was asked about signs on a page: then what they say answers that. */
const asksAboutSigns = (page: Item): boolean =>
  Object.entries(page).some(([name, event]) => {
    const { a } = name.startsWith('r#') ? Object(event) : {};
    return typeof a === 'object' && a !== null && !('s' in a) && !('g' in a);
  });

/** Watches that the weekly message comes once a week and not before the eighth day, and that its answer is kept as one. */
export const createWeekLedger = (
  world: World,
  verdict: Verdict,
  nameOf: (pk: string) => string,
  wordsOf: (key: string) => string | undefined,
) => {
  const { timeline } = world;
  const people = new Map<string, Weeks>();
  /** When each was last asked about signs. */
  const checked = new Map<string, number>();
  /** Claims that were seen: a profile that is joined to another brings its own along. */
  const claims = new Set<string>();
  const broken = (id: string, what: string): void => verdict.broken(rules.weekly, nameOf(`SUB#${id}`), what);

  /** Whether a claim was made for another subscription of the same person, and came with it. */
  const cameWithAnother = (id: string, before: ProfileView | undefined, { owner, claimedAt }: LastTip): boolean => {
    const claim = `${nameOf(`SUB#${id}`).replace("'s mailbox", '')} ${owner} ${claimedAt}`;
    const isKnown = claims.has(claim);
    claims.add(claim);
    return isKnown && (before?.lastTip?.owner !== owner || before.lastTip.claimedAt !== claimedAt);
  };

  /** A subscription that becomes one with another takes over what that one was asked, if it was asked later. */
  const takeOver = (weeks: Weeks, before: Item, after: Item): void => {
    const known = new Set(aliasesIn(before));
    for (const alias of aliasesIn(after)) {
      const asked = known.has(alias) ? undefined : people.get(alias)?.asked;
      if (asked && asked.date > (weeks.asked?.date ?? '')) weeks.asked = asked;
    }
  };

  /** A profile is gone, or has become another name of somebody who takes over what it was asked, if it was asked later. */
  const became = (id: string, alias: Item | undefined): void => {
    const [asked, primary] = [people.get(id)?.asked, people.get(String(alias?.['alias']))];
    // They may have had that other name before, and have parted from it since.
    if (asked && primary && asked.date > (primary.asked?.date ?? '')) primary.asked = asked;
    people.delete(id);
  };

  const weeksOf = (id: string, { epoch }: ProfileView): Weeks => {
    const known = people.get(id);
    if (known?.epoch === epoch) return known;
    const weeks: Weeks = { epoch, began: timeline.now() };
    people.set(id, weeks);
    return weeks;
  };

  const weeklyCame = (id: string, weeks: Weeks, before: ProfileView, date: string): void => {
    if (/[nfg]$/.test(before.quiet?.slice(3) ?? '')) broken(id, `is asked about the week of ${date}, and is silent`);
    if (timeline.now() - weeks.began < (7 - slack) * day)
      broken(id, `is asked about a week on ${date}, before the eighth day`);
    const since = weeks.asked ? daysFrom(weeks.asked.date, date) : Number.POSITIVE_INFINITY;
    if (since < daysBetween[doseIn(before)])
      broken(id, `is asked about a week on ${date}, ${since} days after the last time`);
    weeks.asked = { date, at: timeline.now() };
  };

  const tipCame = (id: string, weeks: Weeks, before: ProfileView, date: string): void => {
    const [dose, here] = [doseIn(before), timeline.now() - weeks.began];
    // Whoever was silent on their eighth day is asked on a later one of the same weekday.
    const isLate = weeks.asked
      ? daysFrom(weeks.asked.date, date) >= daysBetween[dose]
      : dose === 'weekly' || here < (14 - slack) * day;
    if (here < (daysBetween[dose] + slack) * day) return;
    if (isLate && before.quiet?.length === 3) broken(id, `gets a tip on ${date}, and their week is not asked about`);
  };

  /** Whether the question is surely open: asked a while ago, and nothing else of ours since. */
  const isSurelyOpen = ({ asked }: Weeks, { lastTip }: ProfileView): boolean => {
    const age = asked ? timeline.now() - asked.at : 0;
    return age > readBefore && age < (7 - slack) * day && (lastTip?.p === undefined || lastTip.p === 'w');
  };

  /** Whoever chooses a programme that asks for minutes is asked at once. */
  const programmeChosen = (weeks: Weeks, before: ProfileView | undefined, view: ProfileView): void => {
    if (!before || programmeIn(before) === programmeIn(view)) return;
    weeks.chosenAt = timeline.now();
    const date = askedIn(view);
    if (date !== undefined && date !== askedIn(before)) weeks.asked = { date, at: timeline.now() };
  };

  const minutesStored = (id: string, weeks: Weeks, words: string, { k, m }: { k?: unknown; m?: unknown }): void => {
    const [isSaid, behindWord, alone] = minutesSaid.exec(words) ?? [];
    if (isSaid === undefined) return;
    const minutes = Number(behindWord ?? alone);
    const since = timeline.now() - (weeks.chosenAt ?? timeline.now());
    if (since > readBefore && (k !== 'function' || m !== minutes))
      broken(id, `"${words}" is kept as ${k} of ${m} minutes`);
  };

  const answerStored = (id: string, date: string, words: string, { k, f }: { k?: unknown; f?: unknown }): void => {
    const asked = people.get(id)?.asked;
    if (k !== 'function') return;
    if (!asked) broken(id, `"${words}" answers a question that nobody asked`);
    if (f !== answers.get(words)) broken(id, `"${words}" is kept as ${f}`);
    if (asked && date !== asked.date) broken(id, `an answer about ${asked.date} stands on ${date}`);
  };

  /** Something that somebody said was stored. `wasChecked`: they were asked about signs, which comes first. */
  const stored = (
    id: string,
    weeks: Weeks,
    view: ProfileView,
    {
      words,
      date,
      event,
      wasChecked,
    }: { words: string; date: string; event: { k?: unknown; c?: unknown }; wasChecked: boolean },
  ): void => {
    // From a number that they gave up anybody may write.
    const isTheirs = event.c !== 'sms' || view.phone !== undefined;
    if (programmeIn(view) === 1) {
      // A bare number answers no other question while signs are asked about; WALK 12 says itself what it is.
      if (isTheirs && (!wasChecked || withWord.test(words))) minutesStored(id, weeks, words, event);
      return;
    }
    if (!answers.has(words)) return;
    answerStored(id, date, words, event);
    if (isTheirs && isSurelyOpen(weeks, view) && !wasChecked && event.k !== 'function')
      broken(id, `"${words}" is kept as ${event.k}, and not as an answer about ${weeks.asked?.date}`);
  };

  const isNewClaim = ({ began }: Weeks, before: ProfileView, view: ProfileView, lastTip: LastTip): boolean => {
    if (before.epoch !== view.epoch || lastTip.state !== 'claimed' || lastTip.owner === 'reply') return false;
    // A claim that was given back unsent and made again is of the same message.
    if (before.lastTip?.date === lastTip.date) return false;
    // A profile that took over another's course: a mailbox became somebody's who had a phone.
    if (before.time !== view.time || before.tipsBy !== view.tipsBy) return false;
    // A claim from before they joined: the mailbox that became theirs had that message.
    return lastTip.claimedAt >= began;
  };

  return {
    wroteProfile: (id: string, old: Item | undefined, after: Item | undefined): void => {
      const [before, view] = [viewOf(old), viewOf(after)];
      if (!view) became(id, after);
      if (!view) return;
      const weeks = weeksOf(id, view);
      if (before?.status !== view.status) weeks.began = timeline.now();
      programmeChosen(weeks, before, view);
      if (old && after && before?.epoch === view.epoch) takeOver(weeks, old, after);
      const { lastTip } = view;
      if (!lastTip || cameWithAnother(id, before, lastTip)) return;
      if (!before || !isNewClaim(weeks, before, view, lastTip)) return;
      if (lastTip.p === 'w') weeklyCame(id, weeks, before, lastTip.date);
      else if (lastTip.p === undefined) tipCame(id, weeks, before, lastTip.date);
    },
    wrotePage: (
      id: string,
      sortKey: string,
      before: Item | undefined,
      after: Item | undefined,
      view: ProfileView | undefined,
    ): void => {
      const weeks = people.get(id);
      if (!after || !weeks || view?.status !== 'active') return;
      const wasChecked = timeline.now() - (checked.get(id) ?? Number.NEGATIVE_INFINITY) < day + readBefore;
      if (asksAboutSigns(after)) checked.set(id, timeline.now());
      for (const [key, event] of Object.entries(after)) {
        const words = wordsOf(key);
        if (words === undefined || before?.[key] !== undefined) continue;
        stored(id, weeks, view, { words, date: sortKey.slice(4, 14), event: Object(event), wasChecked });
      }
    },
  };
};
