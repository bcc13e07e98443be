import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMailBody } from '../../../functions/email-inbound/mail-body.ts';
import { readMailHead } from '../../../functions/email-inbound/mail-head.ts';
import { repairMisdeclaredUtf8 } from '../../../functions/email-inbound/misdeclared-charset.ts';

const saidBy = async (contentType: string, body: Buffer): Promise<string> => {
  const head = `From: Jo <jo@example.org>\r\nTo: coach@example.org\r\nSubject: Re: Conseil\r\nMIME-Version: 1.0\r\nContent-Type: ${contentType}\r\n\r\n`;
  const raw = Buffer.concat([Buffer.from(head), body]);
  return (await readMailBody(raw, await readMailHead(raw))).text;
};
const french = 'arrêtez ces messages, ça m’énerve – 6 €, œuf à côté';

describe('a mail that says less than the truth of its characters', () => {
  it.each([
    'text/plain; charset=us-ascii',
    'text/plain; charset=unknown-8bit',
    'text/plain; charset=x-unknown',
    'text/plain; charset=iso-8859-1',
  ])('is read as the UTF-8 that it is: %s', async (contentType) => {
    expect(await saidBy(contentType, Buffer.from(french))).toBe(french);
  });

  it('is read in its own characters where it tells them', async () => {
    expect(await saidBy('text/plain; charset=iso-8859-1', Buffer.from('arrêtez, ça suffit à présent', 'latin1'))).toBe(
      'arrêtez, ça suffit à présent',
    );
  });
});

describe('a text', () => {
  it('that was misread comes back, whatever stands in it', () => {
    const misread = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect([text, misread(text)]).toContain(repairMisdeclaredUtf8(misread(text)));
        expect(repairMisdeclaredUtf8(`é${misread(`à ${text}`)}`)).toBe(`é${misread(`à ${text}`)}`);
      }),
    );
    expect(repairMisdeclaredUtf8(misread('arrêtez 😀'))).toBe('arrêtez 😀');
  });

  it.each(['Ça va, Â été', 'É«', 'SÃO PAULO', 'Ã', 'garçon – “fini”', 'À ½ dose', 'TERMINÉ\u00a0!', 'ARRÊTÉ\u00a0!'])(
    'that only looks a little like it stays: %s',
    (text) => expect(repairMisdeclaredUtf8(text)).toBe(text),
  );
});
