import { loadPlaces } from '../content/places.ts';
import {
  type AnswerContext,
  type Decision,
  type Draws,
  type IncomingReply,
  keyOf,
} from '../domain/answering/conversation.ts';
import { decideReply, type Rules } from '../domain/answering/decide-reply.ts';
import { languageOf } from '../domain/answering/language.ts';
import { openMs } from '../domain/answering/open-question.ts';
import type { DiaryEvent } from '../domain/diary/diary.ts';
import type { Person } from '../domain/people/person.ts';
import type { Language } from '../domain/people/subscriber.ts';
import type { Intent } from '../domain/reading/intent.ts';

/** Loads what answers are made from in a language; `asks` tells how much of it has to be read. */
export type ContextIn = (language: Language, asks?: Intent['kind']) => Promise<AnswerContext>;

/** A decision, and the language its answers are in. */
interface Spoken {
  readonly decision: Decision;
  readonly language: Language;
}

/**
 * Whether a decision about this reply needs the places: it names one, or may answer the question which one is meant, now
 * or when it came for the first time. The replies may be in any order, and a text that is found later may be older than
 * the question.
 */
const needsPlaces = (incoming: IncomingReply, events: readonly DiaryEvent[]): boolean => {
  if (incoming.reply.intent.kind === 'zone') return true;
  const asked = events.filter(({ asks }) => asks?.about === 'place');
  if (asked.length === 0) return false;
  const moments = [incoming.receivedAt, ...events.filter(({ key }) => key === keyOf(incoming)).map(({ at }) => at)];
  return asked.some(({ at }) => moments.some((now) => at > now - openMs));
};

/**
 * Decides about a reply, with answers in its sender's language. A JOIN or a change of language may change it: then the
 * reply is decided a second time, which changes only the words.
 */
export const createDecideInLanguage =
  (contextIn: ContextIn) =>
  async (who: Person, incoming: IncomingReply, draws: Draws, rules: Rules): Promise<Spoken> => {
    const places = needsPlaces(incoming, who.events) ? { places: await loadPlaces() } : {};
    const decideIn = async (language: Language): Promise<Spoken> => {
      const context = { ...(await contextIn(language, incoming.reply.intent.kind)), ...places };
      return { decision: decideReply(who, incoming, context, draws, rules), language };
    };
    const spoken = await decideIn(languageOf(who, incoming));
    const language = spoken.decision.next?.language ?? spoken.language;
    return language === spoken.language ? spoken : decideIn(language);
  };
