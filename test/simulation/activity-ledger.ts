import { activities } from './habits.ts';
import { type ProfileView, programmeIn } from './profile-view.ts';
import { repliesWritten } from './replies-written.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { day, minute, type World } from './world.ts';

/** What somebody chose to be asked about, and on which local date; without words about walking. */
interface Choice {
  readonly date: string;
  readonly words?: string;
  readonly at: number;
}

interface Event {
  readonly k?: unknown;
  readonly n?: unknown;
  readonly f?: unknown;
  readonly m?: unknown;
}

/** What is surely known of one enrolment. */
interface Known {
  choices: Choice[];
  /** The last date on which the activity was chosen, or answered about. */
  spoken: string;
  /** Something was taken back, or two were chosen at about the same time: only what is chosen later is sure. */
  isBlurred: boolean;
}

const choosing = /^(?:ACTIVITY|ACTIVITE) (.+)$/;
/** Whoever decides has read the diary a moment before, and clocks differ. */
const readBefore = 5 * minute;
/** After a month without a word of it an activity is asked about no more; a few days before nothing is claimed. */
const surelyKept = 30 * day;

/** Watches that the weekly question is about the activity that was chosen before its day, and that its answer is kept as one about that. */
export const createActivityLedger = ({ timeline }: World, verdict: Verdict, nameOf: (pk: string) => string) => {
  const known = new Map<string, Known>();
  /** People who ever chose one, whatever became of that enrolment. */
  const choosers = new Set<string>();
  const personOf = (id: string): string => nameOf(`SUB#${id}`).replace("'s mailbox", '');
  const broken = (id: string, what: string): void => verdict.broken(rules.activity, nameOf(`SUB#${id}`), what);

  const knownOf = (place: string): Known => {
    const found = known.get(place) ?? { choices: [], spoken: '', isBlurred: false };
    known.set(place, found);
    return found;
  };

  /** What the question of a date is about: words, `walking`, or undefined where that is not sure. */
  const aboutOn = (id: string, place: string, date: string): string | undefined => {
    const { choices, spoken, isBlurred } = known.get(place) ?? { choices: [], spoken: '', isBlurred: false };
    const before = choices.filter((choice) => choice.date < date).at(-1);
    if (choices.some(({ at }) => timeline.now() - at < readBefore)) return undefined;
    if (!before) return isBlurred || choosers.has(personOf(id)) ? undefined : 'walking';
    if (before.words === undefined) return 'walking';
    return Date.parse(date) - Date.parse(spoken) < surelyKept ? before.words : undefined;
  };

  const chosen = (id: string, place: string, date: string, words: string, { k, n, f, m }: Event): void => {
    const isWalking = /^(?:WALKING|MARCHE)$/.test(words);
    if (k !== 'function' || n !== (isWalking ? undefined : words) || f !== undefined || m !== undefined)
      broken(id, `"${words}" is chosen, and kept as ${k} "${n}"`);
    const of = knownOf(place);
    choosers.add(personOf(id));
    // A text that was late may have been written before one that was not.
    if (of.choices.some(({ at }) => timeline.now() - at < day)) {
      known.set(place, { choices: [], spoken: '', isBlurred: true });
      return;
    }
    of.choices.push({ date, at: timeline.now(), ...(isWalking ? {} : { words }) });
    of.spoken = date;
  };

  const answered = (id: string, place: string, date: string, words: string, { n }: Event): void => {
    const about = aboutOn(id, place, date);
    if (about === undefined) return;
    if ((n ?? 'walking') !== about) broken(id, `"${words}" of ${date} is kept as about "${n}", and not ${about}`);
    else if (n !== undefined && date > knownOf(place).spoken) knownOf(place).spoken = date;
  };

  const stored = (id: string, place: string, date: string, words: string, event: Event): void => {
    const choice = choosing.exec(words)?.[1];
    if (choice !== undefined) chosen(id, place, date, choice, event);
    else if (event.k === 'function' && event.f !== undefined) answered(id, place, date, words, event);
  };

  return {
    wrotePage: (
      id: string,
      sortKey: string,
      before: Item | undefined,
      after: Item | undefined,
      view: ProfileView | undefined,
      wordsOf: (key: string) => string | undefined,
    ): void => {
      const place = `${id} ${sortKey.slice(15)}`;
      for (const { event, words } of repliesWritten(sortKey, before, after, view, wordsOf)) {
        if (event['k'] === 'undo') known.set(place, { choices: [], spoken: '', isBlurred: true });
        if (words !== undefined) stored(id, place, sortKey.slice(4, 14), words, event);
      }
    },
    /** A weekly message leaves. */
    sending: (id: string, date: string, body: string, view: ProfileView | undefined): void => {
      if (view === undefined || programmeIn(view) !== 0) return;
      const about = aboutOn(id, `${id} ${view.epoch}`, date);
      const named = activities.filter((activity) => body.includes(activity));
      if (about === undefined || named.join() === (about === 'walking' ? '' : about)) return;
      broken(id, `is asked about "${named.join()}" on ${date}, and not ${about}`);
    },
  };
};
