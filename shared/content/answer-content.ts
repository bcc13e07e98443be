import type { Channel, Language } from '../domain/people/subscriber.ts';
import type { Texts } from '../domain/tips/texts.ts';
import type { TipProgramme } from '../domain/tips/tip-programme.ts';
import { firstProgramme } from './programmes.ts';
import { textsFor } from './texts.ts';

/** What answers are made of, in a person's language. */
export interface AnswerContent {
  readonly texts: Texts;
  readonly programme: TipProgramme;
}

/** The texts of a language (`only`: of a deployment of one channel) and the programme, each read when it is first asked for. */
export const answerContentIn = async (language: Language, only?: Channel): Promise<AnswerContent> => ({
  texts: await textsFor(language, only),
  programme: firstProgramme(),
});
