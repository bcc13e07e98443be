import type { Channel, Language } from '../domain/people/subscriber.ts';
import type { Intent } from '../domain/reading/intent.ts';
import type { Texts } from '../domain/tips/texts.ts';
import { wholeTip } from '../mails/whole-tip.ts';
import { type AnswerContent, answerContentIn } from './answer-content.ts';
import { textsByMail } from './texts.ts';

/**
 * Replaces the long form of each tip by the whole text of its mail, for answers to MORE by mail: three segments would
 * be less than the mail that it came by.
 */
export const withWholeTips = async (texts: Texts, language: Language): Promise<Texts> => {
  // The tips' mails are loaded only for mails that ask for more, which are few.
  const { mailsFor } = await import('./mails.ts');
  const mails = new Map((await mailsFor(language)).map((mail) => [mail.id, mail]));
  const tips = texts.tips.map((tip) => {
    const mail = mails.get(tip.id);
    return mail === undefined ? tip : { ...tip, more: wholeTip(mail, language) };
  });
  return { messages: texts.messages, tips };
};

/**
 * The content of answers by mail: the wordings for mail, and, for MORE, the whole mail of a tip. `only` is the channel
 * of a deployment that has one.
 */
export const contentByMail =
  (only: Channel | undefined) =>
  async (language: Language, asks?: Intent['kind']): Promise<AnswerContent> => {
    const [content, texts] = await Promise.all([answerContentIn(language), textsByMail(language, only)]);
    return { ...content, texts: asks === 'more' ? await withWholeTips(texts, language) : texts };
  };
