import { contactHtml, footer, lineTo, type MailLinks, type MailSetting, paragraphs } from './mail-frame.ts';
import { mailWords } from './mail-words.ts';

/**
 * What stands below every tip, and below a message in a tip's place: the links, why it came, whom to turn to. It is given
 * for the text part, and as the fields of the template.
 */
export const aroundTip = (
  { language, contact }: Pick<MailSetting, 'language' | 'contact'>,
  { diaryUrl, unsubscribeUrl }: MailLinks,
) => {
  const { diary, notAdvice, redFlags, whyTip, unsubscribe } = mailWords[language];
  return {
    text: paragraphs(
      lineTo(language, diary, diaryUrl),
      footer(notAdvice, redFlags, whyTip, lineTo(language, unsubscribe, unsubscribeUrl), contact),
    ),
    fields: {
      diary,
      diaryUrl,
      notAdvice,
      redFlags,
      why: whyTip,
      unsubscribe,
      unsubscribeUrl,
      contact: contactHtml(contact),
    },
  };
};
