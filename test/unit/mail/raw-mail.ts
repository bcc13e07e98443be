import { readMailHead } from '../../../functions/email-inbound/mail-head.ts';

/** The headers of a mail in plain text. */
export const plain = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8'];
/** A mail from Ana, with more headers and a body, as it is sent. */
export const raw = (headers: readonly string[], body: string): string =>
  [
    'From: Ana <ana@example.org>',
    'To: reply@backbeat.example',
    'Message-ID: <1@test.example>',
    ...headers,
    '',
    body,
  ].join('\r\n');
/** What is read of a mail's headers. */
export const head = (mail: string | Uint8Array) => readMailHead(Buffer.from(mail));
