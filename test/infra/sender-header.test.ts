import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { senderHeader } from '../../infra/sender-header.ts';

const address = 'coach@backbeat.example.org';
/** Who a mail reader says that a mail is from. */
const readSender = async (header: string) => (await PostalMime.parse(`From: ${header}\r\n\r\n`)).from;

describe("a sender's name", () => {
  it.each([
    ['Backbeat', 'Backbeat'],
    ['Back beat Coach', 'Back beat Coach'],
    ['Dr. Rücken', '=?UTF-8?B?RHIuIFLDvGNrZW4=?='],
    ['Smith, Jones & Co.', '"Smith, Jones & Co."'],
    ['"Dr. Back"', '"Dr. Back"'],
    ['Back (pain) \\ coach', '"Back (pain) \\\\ coach"'],
    ['Clinique  du   dos', 'Clinique du dos'],
  ])('%s is written as %s', (name, phrase) => {
    expect(senderHeader(`${name} <${address}>`)).toBe(`${phrase} <${address}>`);
  });

  it('may be left out', () => {
    expect(senderHeader(address)).toBe(address);
  });

  it('is read back as it was meant, whatever letters it has, and its header is ASCII in words of 75 at most', async () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 64 })
      .map((name) =>
        name
          .replaceAll(/[<>@"\p{Cc}\p{Cf}\p{Cs}]/gu, '')
          .trim()
          .replaceAll(/\s+/g, ' '),
      )
      // What looks encoded is left as it is: somebody has done it by hand.
      .filter((name) => name !== '' && !name.includes('=?'));
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const header = senderHeader(`${name} <${address}>`);
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        for (const word of header.match(/=\?\S+/g) ?? []) expect(word.length).toBeLessThanOrEqual(75);
        expect(await readSender(header)).toMatchObject({ name, address });
      }),
    );
  });
});
