import { type ProfileView, viewOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { day, minute, type World } from './world.ts';

/** When somebody was heard from, and which prompts they got for their silence. */
interface Heard {
  /** Every time that something of theirs was stored, in order. */
  readonly times: number[];
  /** When they were nudged, got fewer tips, were told goodbye, since the last of these. */
  readonly said: Map<string, number>;
  epoch: string;
}

/** The worker reads the diary some time before it decides: the claims of a group take up to 40 s, and clocks differ. */
const readBefore = 3 * minute;
/** Days of silence after which each may be said, in hours of a clock: a local date begins up to a day earlier. */
const mayBeSaidAfter: Readonly<Record<string, number>> = { n: 6 * day, f: 13 * day, o: 13 * day, g: 58 * day };
/** The end of the programme is no step of silence, and nothing is sent after it; nor is it one that efforts wait. */
const noStepOfSilence = new Set(['s', 'e']);
/** A tip after so long a silence comes only to somebody who was asked how they are; whoever wants one a week, later. */
const mustBeAskedAfter = 9 * day;
const mustBeAskedWeeklyAfter = 23 * day;

/** Whether they want one a week, apart from what silence has made of it. */
const wantsWeekly = ({ course = 'd' }: ProfileView): boolean => /^\d?w/.test(course);

/** Checks the prompts for silent people (a question, fewer tips, goodbye), and that any reply ends the silence. */
export const createSilenceLedger = (world: World, verdict: Verdict, nameOf: (pk: string) => string) => {
  const { timeline } = world;
  const people = new Map<string, Heard>();
  /** Claims of prompts: a profile that is merged into another brings its own along. */
  const claims = new Set<string>();
  const who = (id: string): string => nameOf(`SUB#${id}`);

  const heardOf = (id: string, epoch: string): Heard => {
    const known = people.get(id);
    if (known?.epoch === epoch) return known;
    const heard = { times: [timeline.now()], said: new Map<string, number>(), epoch };
    people.set(id, heard);
    return heard;
  };

  const hear = (heard: Heard): void => {
    heard.times.push(timeline.now());
    heard.said.clear();
  };

  /** The longest silence that the worker may have seen when it decided. */
  const silenceAsRead = ({ times }: Heard): number =>
    timeline.now() - (times.findLast((at) => at <= timeline.now() - readBefore) ?? times[0] ?? 0);

  /** How long they have been silent. A reply of a moment ago may be known already, and a pause is no silence. */
  const silence = ({ times }: Heard, { pausedUntil }: ProfileView): number => {
    const paused = pausedUntil === undefined ? 0 : Date.parse(pausedUntil) + 2 * day;
    return timeline.now() - Math.max(times.at(-1) ?? 0, paused);
  };

  const said = (id: string, heard: Heard, letter: string): void => {
    if (silenceAsRead(heard) < (mayBeSaidAfter[letter] ?? 0))
      verdict.broken(rules.silence, who(id), `is told "${letter}" though something was heard from them`);
    if (heard.said.has(letter)) verdict.broken(rules.silence, who(id), `is told "${letter}" twice`);
    heard.said.set(letter, timeline.now());
  };

  const tipCame = (id: string, heard: Heard, view: ProfileView): void => {
    const after = wantsWeekly(view) ? mustBeAskedWeeklyAfter : mustBeAskedAfter;
    if (silence(heard, view) > after && heard.said.size === 0)
      verdict.broken(rules.silence, who(id), 'gets tip after tip, and nobody asks how they are');
  };

  const claimed = (id: string, heard: Heard, before: ProfileView | undefined, after: ProfileView): void => {
    const { lastTip } = after;
    if (lastTip?.state !== 'claimed' || lastTip.owner === 'reply') return;
    const claim = `${who(id).replace("'s mailbox", '')} ${lastTip.owner} ${lastTip.claimedAt}`;
    const isInherited = before?.lastTip?.claimedAt !== lastTip.claimedAt && claims.has(claim);
    claims.add(claim);
    if (isInherited) return;
    const isSame = before?.lastTip?.claimedAt === lastTip.claimedAt && before.lastTip.owner === lastTip.owner;
    // A claim that was given back unsent and made again is of the same message.
    const isAgain = before?.lastTip?.date === lastTip.date;
    if (isSame || isAgain || before === undefined) return;
    // For profiles that are older than this count, and for sign-ups by a mail's link, silence counts from the first
    // tip.
    if (before.quiet === undefined) hear(heard);
    if (heard.said.has('g')) verdict.broken(rules.silence, who(id), 'gets another message after goodbye');
    const { p: letter = 'w' } = lastTip;
    if (noStepOfSilence.has(letter)) return;
    if (letter === 'w') tipCame(id, heard, after);
    else said(id, heard, letter);
  };

  return {
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const [old, view] = [viewOf(before), viewOf(after)];
      if (!view) return;
      const heard = heardOf(id, view.epoch);
      const isTold = view.commands.some((key) => !old?.commands.includes(key));
      // A button that was pressed in a mail stands in no diary.
      const isPressed = old?.mailbox?.link !== view.mailbox?.link || old?.mailbox?.address !== view.mailbox?.address;
      if (isTold || isPressed || old?.status !== view.status) hear(heard);
      claimed(id, heard, old, view);
    },
    /** Something of theirs was stored; `view`: their profile as it stands, which was written before. */
    wrotePage: (id: string, view: ProfileView | undefined): void => {
      const heard = people.get(id);
      if (!heard || view?.status !== 'active') return;
      const last = Math.max(0, ...heard.said.values());
      if (last > 0 && timeline.now() - last > readBefore && /[nfg]$/.test(view.quiet?.slice(3) ?? ''))
        verdict.broken(rules.silence, who(id), 'writes, and is still taken for silent');
      hear(heard);
    },
  };
};
