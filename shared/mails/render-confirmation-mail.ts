import type { Asker } from '../domain/people/pending-mailbox.ts';
import type { Language } from '../domain/people/subscriber.ts';
import { fillTemplate } from './fill-template.ts';
import {
  contactHtml,
  footer,
  type MailSetting,
  noLinks,
  paragraphs,
  preview,
  type RenderedMail,
} from './mail-frame.ts';
import { mailWords } from './mail-words.ts';

const askerWords = (language: Language, asker: Asker): string => {
  const { confirmByPhone, confirmByMailbox } = mailWords[language];
  return asker.kind === 'phone'
    ? confirmByPhone.replace('{asker}', () => asker.ending)
    : confirmByMailbox.replace('{asker}', () => asker.masked);
};

/**
 * Renders the mail that asks the owner of a mailbox whether they want this, and says who else will read what they
 * write; nothing else is sent to the mailbox before.
 */
export const renderConfirmationMail = (
  { templates, language, contact }: MailSetting,
  { confirmUrl, asker }: { readonly confirmUrl: string; readonly asker?: Asker | undefined },
): RenderedMail => {
  const words = mailWords[language];
  const askedBy = asker ? askerWords(language, asker) : '';
  return {
    subject: words.confirmSubject,
    text: paragraphs(
      words.confirmRequest,
      askedBy,
      confirmUrl,
      words.confirmIgnore,
      footer(words.notAdvice, words.whyConfirmation, contact),
    ),
    html: fillTemplate(templates.confirmation, {
      language,
      subject: words.confirmSubject,
      preview: preview(words.confirmRequest),
      heading: words.confirmHeading,
      request: words.confirmRequest,
      askedBy,
      button: words.confirmButton,
      confirmUrl,
      ignore: words.confirmIgnore,
      notAdvice: words.notAdvice,
      redFlags: '',
      why: words.whyConfirmation,
      ...noLinks,
      contact: contactHtml(contact),
    }),
  };
};
