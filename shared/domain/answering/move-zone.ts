import type { Places } from '../places/places.ts';
import { readAnswer } from '../reading/answer/read-answer.ts';
import { earliestAllowedTime } from '../time/sending-window.ts';
import { canonicalZone } from '../time/zone-clock.ts';
import {
  type AnswerContext,
  answerOnly,
  type Conversation,
  changeProfile,
  type Decision,
  eventOf,
  say,
} from './conversation.ts';
import { inLettersOfTexts } from './goal-in-text.ts';
import { isCheckOpen, type OpenQuestion } from './open-question.ts';
import { announceSchedule } from './schedule-answers.ts';

/** A reply names a place, and whoever decides about it has not loaded the places. */
class PlacesNotLoaded extends Error {
  override readonly name = 'PlacesNotLoaded';
}

const placesIn = ({ places }: AnswerContext): Places => {
  if (places === undefined) throw new PlacesNotLoaded();
  return places;
};

/** How many letters of places one message has room for. */
const longestChoices = 72;

/** "Portland, Oregon or Portland, Maine", as many as fit. */
const choicesInWords = (names: readonly string[], or: string): string => {
  const joined = names.map((_, at) => inLettersOfTexts(names.slice(0, at + 1).join(` ${or} `)));
  return joined.findLast((words) => words.length <= longestChoices) ?? (joined[0] ?? '').slice(0, longestChoices);
};

const ors = { en: 'or', fr: 'ou' } as const;

const moveTo = (conversation: Conversation, zone: string): Decision => {
  const { incoming, context, subscriber } = conversation;
  const where = { zone, zoneSource: 'said', zoneCandidates: [] } as const;
  const time = earliestAllowedTime([zone], subscriber.time, incoming.receivedAt);
  const { changes, words, none } = announceSchedule(context, { ...subscriber, ...where, time }, incoming.receivedAt);
  return changeProfile(conversation, { ...changes, ...where, time }, none ?? say(context, 'zoneSet', words));
};

/**
 * ZONE Paris: moves the tip to the clock of that place, which then counts as said, not guessed. Of several places of that
 * name we ask which is meant.
 */
export const moveZone = (conversation: Conversation, place: string): Decision => {
  const { context, subscriber } = conversation;
  const places = placesIn(context);
  const found = places.find(place, subscriber.country);
  if (found === undefined) return answerOnly(conversation, say(context, 'zoneUnknown', {}));
  if ('zone' in found) return moveTo(conversation, found.zone);
  const names = places.name(found.choices, context.language).map(({ name }) => name);
  const answer = say(context, 'zoneAmbiguous', { choices: choicesInWords(names, ors[context.language]) });
  // The check of signs waits for its answer alone.
  const asks = isCheckOpen(conversation) ? {} : { asks: { about: 'place', place } as const };
  return { answers: [answer], event: eventOf(conversation, { kind: 'command', ...asks }) };
};

/** Decides about an answer to "which Portland?"; undefined if it says something else. */
export const answerAboutPlace = (conversation: Conversation, { question }: OpenQuestion): Decision | undefined => {
  if (question.about !== 'place') return undefined;
  const { incoming, context, subscriber } = conversation;
  const places = placesIn(context);
  const found = places.find(question.place, subscriber.country);
  if (found === undefined || 'zone' in found) return undefined;
  const { text } = incoming.reply;
  const [only, ...others] = found.choices;
  if (others.length === 0) {
    const answer = readAnswer(text);
    if (answer === 'no') return answerOnly(conversation, say(context, 'zoneUnknown', {}));
    if (only !== undefined && (answer === 'yes' || answer === 'ok')) return moveTo(conversation, meant(only.zone));
  }
  const chosen = places.choose(text, found.choices, context.language);
  return chosen && moveTo(conversation, meant(chosen.zone));
};

const meant = (zone: string): string => canonicalZone(zone) ?? zone;
