import type { ProfileView } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { minute, type World } from './world.ts';

/** A goal that somebody surely has, and since when. */
interface Known {
  readonly words: string;
  readonly at: number;
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

/** Watches that a goal is kept in its own words, and that DONE and NOTYET are said of the one they have. */
export const createGoalLedger = (
  { timeline }: World,
  verdict: Verdict,
  nameOf: (pk: string) => string,
  wordsOf: (key: string) => string | undefined,
) => {
  const known = new Map<string, Known>();
  const stored = (id: string, place: string, words: string, { k, n, g }: { k?: unknown; n?: unknown; g?: unknown }) => {
    const broken = (what: string): void => verdict.broken(rules.goal, nameOf(`SUB#${id}`), `"${words}" ${what}`);
    const goal = setting.exec(words)?.[1];
    const said = progress.get(words);
    const before = known.get(place);
    if (goal !== undefined) {
      if (k !== 'goal' || n !== goal || g !== undefined) broken(`is kept as ${k} "${n}"`);
      known.set(place, { words: goal, at: timeline.now() });
    } else if (said === undefined) {
      // What is taken back is the fold's affair, and nothing is claimed of it.
      if (k === 'undo') known.delete(place);
    } else if (before && timeline.now() - before.at > apart) {
      if (k !== 'goal' || g !== said || n !== before.words) broken(`is kept as ${k} ${g} of "${n}"`);
      if (said === 'done') known.delete(place);
    } else known.delete(place);
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
      if (!after || view?.status !== 'active' || !sortKey.endsWith(view.epoch)) return;
      for (const [key, event] of Object.entries(after)) {
        const words = wordsOf(key);
        if (words !== undefined && before?.[key] === undefined) stored(id, place, words, Object(event));
      }
    },
  };
};
