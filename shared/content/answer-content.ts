import type { Channel, Language } from '../domain/people/subscriber.ts';
import type { Texts } from '../domain/tips/texts.ts';
import type { TipProgramme } from '../domain/tips/tip-programme.ts';
import { firstProgramme } from './programmes.ts';
import { textsFor } from './texts.ts';

/** The texts and the programme that answers are made from, in a person's language. */
export interface AnswerContent {
  readonly texts: Texts;
  readonly programme: TipProgramme;
}

/**
 * The texts of a language and the programme, each read when it is first needed. `only` is the channel of a deployment
 * that has one.
 */
export const answerContentIn = async (language: Language, only?: Channel): Promise<AnswerContent> => ({
  texts: await textsFor(language, only),
  programme: firstProgramme(),
});
