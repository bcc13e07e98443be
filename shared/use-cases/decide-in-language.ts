import type { AnswerContext, Decision, Draws, IncomingReply } from '../domain/answering/conversation.ts';
import { decideReply, type Rules } from '../domain/answering/decide-reply.ts';
import { languageOf } from '../domain/answering/language.ts';
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
 * Decides about a reply, with answers in its sender's language. A JOIN or a change of language may change it: then the
 * reply is decided a second time, which changes only the words.
 */
export const createDecideInLanguage =
  (contextIn: ContextIn) =>
  async (who: Person, incoming: IncomingReply, draws: Draws, rules: Rules): Promise<Spoken> => {
    const decideIn = async (language: Language): Promise<Spoken> => ({
      decision: decideReply(who, incoming, await contextIn(language, incoming.reply.intent.kind), draws, rules),
      language,
    });
    const spoken = await decideIn(languageOf(who, incoming));
    const language = spoken.decision.next?.language ?? spoken.language;
    return language === spoken.language ? spoken : decideIn(language);
  };
