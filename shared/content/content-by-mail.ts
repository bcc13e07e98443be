import type { Channel, Language } from '../domain/people/subscriber.ts';
import type { Intent } from '../domain/reading/intent.ts';
import type { Texts } from '../domain/tips/texts.ts';
import { wholeTip } from '../mails/whole-tip.ts';
import { type AnswerContent, answerContentIn } from './answer-content.ts';
import { textsByMail } from './texts.ts';

/** The texts with MORE as a mail says it: the whole tip, since three segments would be less than the mail that it came by. */
export const withWholeTips = async (texts: Texts, language: Language): Promise<Texts> => {
  // Few mails ask for it: what the tips' mails say is loaded by those.
  const { mailsFor } = await import('./mails.ts');
  const mails = new Map((await mailsFor(language)).map((mail) => [mail.id, mail]));
  const tips = texts.tips.map((tip) => {
    const mail = mails.get(tip.id);
    return mail === undefined ? tip : { ...tip, more: wholeTip(mail, language) };
  });
  return { messages: texts.messages, tips };
};

/**
 * What answers by mail are made of: the words of mail, and for whoever asks for more of a tip all that its mail says.
 * `only`: the one channel of a deployment that has not both.
 */
export const contentByMail =
  (only: Channel | undefined) =>
  async (language: Language, asks?: Intent['kind']): Promise<AnswerContent> => {
    const [content, texts] = await Promise.all([answerContentIn(language), textsByMail(language, only)]);
    return { ...content, texts: asks === 'more' ? await withWholeTips(texts, language) : texts };
  };
