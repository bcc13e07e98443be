import { type Reach, reaches } from '../../diary/diary.ts';
import { plainAnswer } from './read-answer.ts';

const wordings: Readonly<Record<Reach, string>> = {
  all: 'all|all days|all the days|all of them|all of it|all week|all the time|every day|everyday|each day|always|on all days|tous|tout|toujours|tous les jours|chaque jour|toute la semaine|tout le temps',
  some: 'some|some days|some of them|some of it|sometimes|a few|a few days|most|most days|most of them|a bit|a little|partly|in part|not all|not always|not every day|almost all|almost every day|on some days|parfois|un peu|en partie|partie|certains|certains jours|quelques jours|des fois|quelquefois|la plupart|presque toujours|presque tous les jours|pas toujours|pas tous les jours',
  none: 'none|none of them|none of it|no days|no day|not one day|not any day|never|not once|not at all|nothing|on none|jamais|aucun|aucun jour|rien|pas du tout|pas un jour|pas une fois',
};

const meanings = new Map(
  reaches.flatMap((reach) => wordings[reach].split('|').map((wording) => [wording, reach] as const)),
);

/** What a whole text answers to the weekly question, courtesies apart; undefined for whatever says more or else. */
export const readReach = (text: string): Reach | undefined => meanings.get(plainAnswer(text));
