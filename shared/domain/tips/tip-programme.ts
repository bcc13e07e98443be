import type { Dose } from './dose.ts';

/** A tip of a programme. */
export interface ProgrammeTip {
  /** File name of the tip without `.md`, the same in every language. */
  readonly tip: string;
  /**
   * The number in the name of the tip's file, from 1 on. What people have had is remembered by it, so it never changes
   * and is never given to another tip.
   */
  readonly number: number;
  /** What the tip is about; tips of one topic are relatives. */
  readonly topic: string;
  /**
   * Set if the tip asks for an effort of body or will: it waits while somebody's pain is well above their usual
   * (../diary/flare.ts).
   */
  readonly effort?: true;
}

/** How a programme is chosen at the end of another. */
export interface ProgrammeChoice {
  /** The word to reply with, as people are told: WALK. */
  readonly word: string;
  /** The description after the word: "eight weeks of walking, three messages a week". */
  readonly name: string;
}

/** A programme: which tip comes when. It is a file of content/programmes/. */
export interface TipProgramme {
  readonly id: string;
  readonly version: string;
  /** In the order in which they come. */
  readonly tips: readonly ProgrammeTip[];
  /** The tips that come in a flare in place of tips of effort, in this order; they are another programme's. */
  readonly gentle: readonly ProgrammeTip[];
  /** Numbers of the tips in the order they came in before courses were kept (course.ts). */
  readonly formerly: readonly number[];
  /**
   * The number by which profiles store it, 1 to 9; left out for the programme that everybody begins with. It never
   * changes and is never given to another programme.
   */
  readonly number?: number;
  /** The most messages a week; one a day if left out. */
  readonly dose?: Exclude<Dose, 'daily'>;
  /**
   * What the weekly message asks instead of how often they walked as far as they wanted: the minutes of an easy walk.
   */
  readonly asks?: 'minutes';
  /** How it is chosen; left out for a programme that nobody is in, such as the one for flares. */
  readonly choice?: { readonly en: ProgrammeChoice; readonly fr: ProgrammeChoice };
  /** All other programmes that may be chosen; only on the one that everybody begins with. */
  readonly others?: readonly TipProgramme[];
}

/** What a profile says about the programme that somebody is in. */
interface InProgramme {
  readonly course?: { readonly programme?: number };
}

/** All programmes that somebody may be in, from the one that everybody begins with. */
export const programmesFrom = (first: TipProgramme): readonly [TipProgramme, ...TipProgramme[]] => [
  first,
  ...(first.others ?? []),
];

/**
 * The programme that somebody is in. `first` is the one that everybody begins with; somebody whose programme this
 * deployment no longer has is in that one.
 */
export const programmeOf = ({ course }: InProgramme, first: TipProgramme): TipProgramme =>
  first.others?.find(({ number }) => number === course?.programme) ?? first;

/**
 * The programme that newcomers begin with by a code that names its number; undefined: the one that everybody begins with, also
 * where this deployment has that programme no longer. A card outlives a programme, and nobody is turned away for that.
 */
export const begunBy = (
  { programme }: { readonly programme?: number },
  first: TipProgramme,
): TipProgramme | undefined =>
  programme === undefined
    ? undefined
    : first.others?.find(({ number, choice }) => number === programme && choice !== undefined);

/** The other programmes, which somebody may choose at the end of theirs. */
export const choicesBeside = (person: InProgramme, first: TipProgramme): readonly TipProgramme[] => {
  const own = programmeOf(person, first);
  return programmesFrom(first).filter((programme) => programme !== own && programme.choice !== undefined);
};

/** A tip by its id, of whichever programme. */
export const tipIn = (first: TipProgramme, id: string | undefined): ProgrammeTip | undefined => {
  for (const { tips } of programmesFrom(first)) {
    const found = tips.find(({ tip }) => tip === id);
    if (found) return found;
  }
  return undefined;
};
