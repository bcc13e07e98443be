import type { ProfileView } from './profile-view.ts';
import { repliesWritten } from './replies-written.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { day, minute, type World } from './world.ts';

/** A goal that somebody surely has, and since when. */
interface Known {
  readonly words: string;
  readonly at: number;
  /** When it was spoken of last. */
  spokenAt: number;
}

/** What is stored of a reply: its kind, its note and what it says of the goal. */
interface Event {
  readonly k?: unknown;
  readonly n?: unknown;
  readonly g?: unknown;
}

/** What people say of a goal, and what is kept of it. */
const progress: ReadonlyMap<string, string> = new Map([
  ['DONE', 'done'],
  ['FAIT', 'done'],
  ['NOTYET', 'not-yet'],
  ['PASENCORE', 'not-yet'],
]);
const setting = /^(?:GOAL|OBJECTIF) (.*)$/;
/** Texts that come at about the same time are read in either order, and clocks differ. */
const apart = 5 * minute;
/** A goal of which nothing is said for forty days is no longer theirs; two days before nothing is claimed. */
const surelyKept = 38 * day;

/** Watches that a goal is kept in its own words, and that DONE and NOTYET are said of the one they have. */
export const createGoalLedger = (
  { timeline }: World,
  verdict: Verdict,
  nameOf: (pk: string) => string,
  wordsOf: (key: string) => string | undefined,
) => {
  const known = new Map<string, Known>();
  /** Somebody's goal was set, in these words. */
  const set = (place: string, words: string, { k, n, g }: Event): string | undefined => {
    known.set(place, { words, at: timeline.now(), spokenAt: timeline.now() });
    return k === 'goal' && n === words && g === undefined ? undefined : `is kept as ${k} "${n}"`;
  };
  /** Something was said of the goal that they have. */
  const spokenOf = (place: string, as: string, { k, n, g }: Event): string | undefined => {
    const goal = known.get(place);
    const now = timeline.now();
    const isSure = goal !== undefined && now - goal.at > apart && now - goal.spokenAt < surelyKept;
    if (!isSure || as === 'done') known.delete(place);
    else goal.spokenAt = now;
    return !isSure || (k === 'goal' && g === as && n === goal.words) ? undefined : `is kept as ${k} ${g} of "${n}"`;
  };
  const stored = (id: string, place: string, words: string, event: Event): void => {
    const goal = setting.exec(words)?.[1];
    const said = progress.get(words);
    // What is taken back is the fold's affair, and nothing is claimed of it.
    if (event.k === 'undo') known.delete(place);
    const wrong = goal === undefined ? said && spokenOf(place, said, event) : set(place, goal, event);
    if (wrong) verdict.broken(rules.goal, nameOf(`SUB#${id}`), `"${words}" ${wrong}`);
  };
  return {
    wrotePage: (
      id: string,
      sortKey: string,
      before: Item | undefined,
      after: Item | undefined,
      view: ProfileView | undefined,
    ): void => {
      const place = `${id} ${sortKey.slice(15)}`;
      for (const { event, words } of repliesWritten(sortKey, before, after, view, wordsOf))
        if (words !== undefined) stored(id, place, words, event);
    },
  };
};
