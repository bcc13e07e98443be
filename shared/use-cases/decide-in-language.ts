import type { AnswerContext, Decision, Draws, IncomingReply } from '../domain/answering/conversation.ts';
import { decideReply, type Rules } from '../domain/answering/decide-reply.ts';
import { languageOf } from '../domain/answering/language.ts';
import type { Person } from '../domain/people/person.ts';
import type { Language } from '../domain/people/subscriber.ts';
import type { Intent } from '../domain/reading/intent.ts';

/** What answers are made of, in that language; what the sender asks for says how much of it has to be read. */
export type ContextIn = (language: Language, asks?: Intent['kind']) => Promise<AnswerContext>;

/** A decision, and the language its answers are in. */
interface Spoken {
  readonly decision: Decision;
  readonly language: Language;
}

/**
 * Decides about a reply, with answers in its sender's language. After a JOIN or a change of language the sender may
 * have another language than before: then it is decided a second time, which changes nothing but the words.
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
