import type { ReceivedMail } from './ses.ts';

export interface ComposedMail {
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly words: string;
  /** What it answers: quoted below the words. */
  readonly answers: ReceivedMail;
  readonly language: 'en' | 'fr';
  /** When the quoted mail came, ms. */
  readonly quotedAt: number;
}

const encoded = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');

const attribution = ({ language, quotedAt }: ComposedMail): string => {
  const date = new Date(quotedAt).toISOString();
  const [day, time] = [date.slice(0, 10), date.slice(11, 16)];
  const [year, month, dayOfMonth] = day.split('-');
  return language === 'en'
    ? `On ${month}/${dayOfMonth}/${year} ${time}, Backbeat <tips@backbeat.example.org> wrote:`
    : `Le ${dayOfMonth}/${month}/${year} à ${time}, Backbeat <tips@backbeat.example.org> a écrit :`;
};

/** An answer as mail programs write it (RFC 5322): the words, then what they answer, marked as quoted; UTF-8 in base64. */
export const composeMail = (mail: ComposedMail): Uint8Array => {
  const quoted = mail.answers.text.split('\n').map((line) => `> ${line}`);
  const body = [mail.words, '', attribution(mail), '', ...quoted, ''].join('\r\n');
  const head = [
    `From: <${mail.from}>`,
    `To: <${mail.to}>`,
    `Subject: Re: =?utf-8?B?${Buffer.from(mail.answers.subject).toString('base64')}?=`,
    `Message-ID: ${mail.messageId}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  return Buffer.from([...head, '', encoded(body)].join('\r\n'));
};
