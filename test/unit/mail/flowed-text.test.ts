import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinFlowedLines } from '../../../functions/email-inbound/flowed-text.ts';
import { readMailBody } from '../../../functions/email-inbound/mail-body.ts';
import { readMailHead } from '../../../functions/email-inbound/mail-head.ts';

const saidBy = async (contentType: string, lines: readonly string[]): Promise<string> => {
  const raw = Buffer.from(
    [
      'From: Jo <jo@example.org>',
      'To: coach@example.org',
      'Subject: Re: Your tip',
      'MIME-Version: 1.0',
      `Content-Type: ${contentType}`,
      '',
      ...lines,
    ].join('\r\n'),
  );
  return (await readMailBody(raw, await readMailHead(raw))).text;
};
const flowed = 'text/plain; charset=utf-8; format=flowed';

describe('a mail in format=flowed', () => {
  it.each([
    ['below a quoted line that ends in a space', ['> How is it today? ', '> Answer with a number. ', 'PAIN 6']],
    ['above a quote', ['PAIN 6 ', '> How is it today? ', '> Answer with a number.']],
    [
      'below an attribution',
      ['On Mon, 30 Nov 2026 at 09:00, Backbeat <b@example.org> wrote: ', '> How is it? ', '', 'PAIN 6'],
    ],
    ['below a deeper quote', ['>> How is it? ', '> Well. ', 'PAIN 6']],
    ['above a signature', ['PAIN 6 ', '-- ', 'Jo ', 'Acacia Road 6']],
    ['between two quotes', ['> How is it? ', 'PAIN 6 ', '> Walk a little. ']],
  ])('has the score %s', async (_where, lines) => {
    expect(await saidBy(flowed, lines)).toBe('PAIN 6');
  });

  it('has a sentence in one piece, however it was broken', async () => {
    expect(await saidBy(flowed, ['PAIN 6, I have been ', 'numb since ', 'this morning'])).toBe(
      'PAIN 6, I have been numb since this morning',
    );
    expect(await saidBy(`${flowed}; delsp=yes`, ['PAIN 6 after gar ', 'dening'])).toBe('PAIN 6 after gardening');
  });

  it.each([
    'text/plain;\r\n charset="utf-8";\r\n format="flowed"',
    'TEXT/PLAIN; FORMAT=Flowed; CHARSET=utf-8',
    'text/plain; charset=utf-8; format = flowed',
  ])('is known by %j', async (contentType) => {
    expect(await saidBy(contentType, ['> How is it? ', 'PAIN 6 after ', 'gardening'])).toBe('PAIN 6 after gardening');
  });

  it('is known in a part, too', async () => {
    const lines = [
      '--b',
      'Content-Type: text/plain; format=flowed',
      '',
      '> How is it? ',
      'PAIN 6',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>PAIN 7</p>',
      '--b--',
    ];
    expect(await saidBy('multipart/alternative; boundary=b', lines)).toBe('PAIN 6');
  });

  it('keeps its lines where it is not flowed', async () => {
    expect(await saidBy('text/plain; charset=utf-8', ['> How is it? ', 'PAIN 6'])).toBe('PAIN 6');
  });
});

describe('lines that were flowed', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  const paragraph = fc.record({ depth: fc.nat({ max: 3 }), words: fc.array(word, { minLength: 1, maxLength: 12 }) });

  /** As RFC 3676, section 4.2, has a program write them: a break after some of the spaces. */
  const flow = (
    { depth, words }: { readonly depth: number; readonly words: readonly string[] },
    width: number,
  ): string[] => {
    const marks = depth === 0 ? '' : `${'>'.repeat(depth)} `;
    const lines: string[] = [];
    for (let index = 0; index < words.length; index += width)
      lines.push(`${marks}${words.slice(index, index + width).join(' ')}${index + width < words.length ? ' ' : ''}`);
    return lines;
  };

  it('are the paragraphs that were typed', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), fc.integer({ min: 1, max: 5 }), (paragraphs, width) => {
        const typed = paragraphs.map(({ depth, words }) =>
          depth === 0 ? words.join(' ') : `${'>'.repeat(depth)} ${words.join(' ')}`,
        );
        expect(joinFlowedLines(paragraphs.flatMap((each) => flow(each, width)).join('\n'), false)).toBe(
          typed.join('\n'),
        );
      }),
    );
  });
});
