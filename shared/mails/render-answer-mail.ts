import type { Language } from '../domain/people/subscriber.ts';
import { escapeHtml, fillTemplate } from './fill-template.ts';
import {
  contactHtml,
  footer,
  type MailSetting,
  noLinks,
  oneLine,
  paragraphs,
  preview,
  type RenderedMail,
} from './mail-frame.ts';
import { mailWords } from './mail-words.ts';
import { typeset } from './typeset.ts';

const buttonLook =
  'display:inline-block;margin:8px 0;padding:12px 20px;border:2px solid #1c6350;border-radius:8px;color:#1c6350;font-weight:600;text-decoration:none';

/**
 * A link as a button that says where it leads, because nobody reads a token. Its words are dark on the mail's own
 * ground: white ones would vanish wherever a mail program drops the colour behind them. Its style is inline, because
 * the templates' style was inlined when they were compiled.
 */
const buttonTo = (url: string, label: string): string =>
  `<a class="button" href="${escapeHtml(url)}" style="${buttonLook}">${escapeHtml(label)}</a>`;

/** Only our own addresses become links: an answer may repeat what somebody wrote. */
const linkHtml = (url: string, publicBaseUrl: string, words: Readonly<Record<'diary' | 'visit', string>>): string => {
  if (!url.startsWith(`${publicBaseUrl}/`)) return escapeHtml(url);
  const [page] = url.slice(publicBaseUrl.length + 1).split('/');
  return page === 'diary' || page === 'visit'
    ? `<br>${buttonTo(url, words[page])}<br>`
    : `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
};

const answerHtml = (answer: string, publicBaseUrl: string, language: Language): string =>
  answer
    .split('\n\n')
    .map((paragraph) =>
      paragraph
        .split(/(https?:\/\/\S*[^\s.,;:!?)])/)
        .map((part, index) =>
          index % 2 === 1
            ? linkHtml(part, publicBaseUrl, mailWords[language])
            : escapeHtml(part).replaceAll('\n', '<br>'),
        )
        .join(''),
    )
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');

/** Renders our answers to one message as one mail. `subject` is that of the message, if it came by mail. */
export const renderAnswerMail = (
  { templates, language, contact }: MailSetting,
  {
    answers: said,
    publicBaseUrl,
    subject,
  }: { readonly answers: readonly string[]; readonly publicBaseUrl: string; readonly subject?: string | undefined },
): RenderedMail => {
  const words = mailWords[language];
  const answers = said.map((answer) => typeset(answer, language));
  const about = oneLine(subject ?? '').replace(/^((re|aw|sv|tr|rép|ref?)\s*:\s*)+/i, '');
  const answerSubject = about ? `Re: ${about.slice(0, 150)}` : words.answerSubject;
  return {
    subject: answerSubject,
    text: paragraphs(...answers, footer(words.notAdvice, words.whyAnswer, contact)),
    html: fillTemplate(templates.answer, {
      language,
      subject: answerSubject,
      preview: preview(answers.join(' ')),
      answer: answers.map((answer) => answerHtml(answer, publicBaseUrl, language)).join(''),
      notAdvice: words.notAdvice,
      redFlags: '',
      why: words.whyAnswer,
      ...noLinks,
      contact: contactHtml(contact),
    }),
  };
};
