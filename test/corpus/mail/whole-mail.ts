import type { Language } from '../../../shared/domain/people/subscriber.ts';
import { mailto } from './layout.ts';

/** A tip of ours, as it is quoted. */
interface Quoted {
  readonly text: string;
  readonly html: string;
}

/** A mail as it arrives: its headers below From and To, and its body, as one program writes both. */
export interface WholeMail {
  readonly name: string;
  readonly language: Language;
  /** What its writer said; undefined: a machine wrote it, and nobody said anything. */
  readonly own: string | undefined;
  readonly write: (tip: Quoted) => { readonly headers: readonly string[]; readonly body: string };
}

const b64 = (text: string): string =>
  Buffer.from(text)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
/** Quoted-printable as programs write it: soft line ends at 76, everything else than plain letters in hex. */
const qp = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      [...Buffer.from(line)]
        .map((byte) =>
          byte > 126 || byte < 32 || byte === 61
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
        )
        .reduce<string[]>(
          (rows, sign) => {
            const last = rows.at(-1) ?? '';
            return last.length + sign.length > 75
              ? [...rows.slice(0, -1), `${last}=`, sign]
              : [...rows.slice(0, -1), last + sign];
          },
          [''],
        )
        .join('\r\n'),
    )
    .join('\r\n');

const asIs = (text: string): string => text.replaceAll('\n', '\r\n');
const encoded = { base64: b64, 'quoted-printable': qp, '7bit': asIs, '8bit': asIs } as const;
/** One part of a mail of several, in an encoding. */
export const part = (type: string, encoding: keyof typeof encoded, text: string): string =>
  [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', encoded[encoding](text)].join('\r\n');
/** Several parts between their boundaries. */
export const multipart = (boundary: string, ...parts: readonly string[]): string =>
  `This is a multi-part message in MIME format.\r\n${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('')}--${boundary}--\r\n`;
/** The same words in several forms, as a part of a mail. */
export const alternative = (boundary: string, ...parts: readonly string[]): string =>
  `Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n${multipart(boundary, ...parts)}`;

export const utf8 = 'text/plain; charset="UTF-8"';
const html8 = 'text/html; charset="UTF-8"';
/** The subject of an answer to our tip, in each language. */
export const re = {
  en: 'Subject: Re: A tip for your back',
  fr: 'Subject: =?UTF-8?Q?Re=3A_Un_conseil_pour_votre_dos?=',
} as const;
/** A mail of plain text alone. */
export const asText = (headers: readonly string[], text: string) => ({
  headers: [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ],
  body: text.replaceAll('\n', '\r\n'),
});
/** A mail of text and HTML. */
export const asAlternative = (headers: readonly string[], text: string, html: string) => ({
  headers: [...headers, 'MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="000000000000a1b2c3"'],
  body: multipart('000000000000a1b2c3', part(utf8, 'quoted-printable', text), part(html8, 'quoted-printable', html)),
});
/** A mail of HTML alone. */
export const asHtml = (headers: readonly string[], html: string) => ({
  headers: [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ],
  body: b64(html),
});
export const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** The mail as bytes that arrive. */
export const rawOf = ({ headers, body }: ReturnType<WholeMail['write']>): string => {
  const from = headers.some((line) => /^from:/i.test(line)) ? [] : ['From: Ana Diaz <ana@example.org>'];
  return [...from, `To: Backbeat <${mailto}>`, 'Message-ID: <1@test.example>', ...headers, '', body].join('\r\n');
};
