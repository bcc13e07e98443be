import { mailsFor } from '../../../shared/content/mails.ts';
import type { Language } from '../../../shared/domain/people/subscriber.ts';
import type { MailSetting } from '../../../shared/mails/mail-frame.ts';
import { renderTipMail } from '../../../shared/mails/render-tip-mail.ts';

const template = { html: '<p>{{{html}}}</p>', placeholders: [] };
const setting = (language: Language): MailSetting => ({
  templates: { tip: template, answer: template, confirmation: template },
  language,
  contact: 'The Back Clinic, 1 Example Street, Sampletown',
});

const links = { diaryUrl: 'https://backbeat.example/diary/abc', unsubscribeUrl: 'https://backbeat.example/stop/abc' };

/** A tip as we mail it: the text that people's mail programs quote, and its HTML. */
export const tipMail = async (
  language: Language,
  at: number,
): Promise<{ readonly text: string; readonly html: string }> => {
  const tips = await mailsFor(language);
  const tip = tips[at % tips.length];
  if (!tip) throw new RangeError('no tips');
  const { text } = renderTipMail(setting(language), tip, links);
  return {
    text,
    html: text
      .split('\n')
      .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
      .join(''),
  };
};

/** As most programs quote: each line marked. */
export const marked = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
/** As programs that break lines at 72 characters quote: the rest of a long line stands on one of its own. */
export const wrapped = (text: string): string => text.replace(/([^\n]{60,70}) /g, '$1\n');
/** We, as mail programs name us. */
export const us = 'Backbeat <reply+abc234@backbeat.example>';
export const mailto = 'reply+abc234@backbeat.example';

/** Where a mail program puts what somebody answers: above what it quotes, in its own manner. */
export interface Layout {
  readonly name: string;
  readonly language: Language;
  readonly type: 'text/plain' | 'text/html';
  readonly write: (own: string, quoted: { readonly text: string; readonly html: string }) => string;
}

/** A layout of a text. */
export const plain = (name: string, language: Language, write: (own: string, text: string) => string): Layout => ({
  name,
  language,
  type: 'text/plain',
  write: (own, { text }) => write(own, text),
});

const htmlOf = (own: string): string =>
  own
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : line.replaceAll('<', '&lt;')}</div>`)
    .join('');
/** A layout of HTML. */
export const inHtml = (name: string, language: Language, write: (own: string, html: string) => string): Layout => ({
  name,
  language,
  type: 'text/html',
  write: (own, { html }) =>
    `<html><head><style>p{margin:9px}</style></head><body>${write(htmlOf(own), html)}</body></html>`,
});

/** The whole mail, as it arrives. */
export const wholeMail = (
  layout: Layout,
  own: string,
  quoted: { readonly text: string; readonly html: string },
): string =>
  [
    'From: Ana Diaz <ana@example.org>',
    `To: Backbeat <${mailto}>`,
    'Subject: Re: A tip for your back',
    'Message-ID: <1@test.example>',
    'MIME-Version: 1.0',
    `Content-Type: ${layout.type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(layout.write(own, quoted))
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n'),
  ].join('\r\n');
