import type { Language } from '../people/subscriber.ts';
import type { Candidate } from './candidates.ts';
import { type FoundPlace, findPlace } from './find-place.ts';
import { chosenOf, nameChoices, type PlaceChoice } from './name-choices.ts';
import type { PlaceSet } from './place-set.ts';

/** The places of the world, for whoever decides about a reply or a form that names one. */
export interface Places {
  /** The zone of a place as people write it, or the places to ask about (find-place.ts). */
  readonly find: (said: string, country: string | undefined) => FoundPlace | undefined;
  /** The places of a question, by names that tell them apart. */
  readonly name: (choices: readonly Candidate[], language: Language) => readonly PlaceChoice[];
  /** The place that an answer to the question chooses. */
  readonly choose: (answer: string, choices: readonly Candidate[], language: Language) => Candidate | undefined;
}

/** The places of a set. */
export const createPlaces = (set: PlaceSet): Places => ({
  find: (said, country) => findPlace(said, country, set),
  name: (choices, language) => nameChoices(choices, language, set),
  choose: (answer, choices, language) => chosenOf(answer, choices, language, set),
});
