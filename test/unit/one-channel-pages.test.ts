import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { UnknownTextError, withWords } from '../../functions/web/pages/texts/page-texts.ts';
import { textsIn } from '../../functions/web/pages/texts/texts-in.ts';

/** Every text of the pages by where it stands. */
const textsOf = (part: unknown, path = ''): readonly (readonly [path: string, text: string])[] =>
  typeof part === 'string'
    ? [[path, part]]
    : Object.entries(z.looseObject({}).or(z.array(z.unknown())).parse(part)).flatMap(([name, inner]) =>
        textsOf(inner, path === '' ? name : `${path}.${name}`),
      );

/** What speaks of the other channel. `number` is also a score: a phone's is "your number". */
const ofMail = /\be-?mails?\b|\bmail(?!ing)|courriel|boîte|Amazon SES|jo@/i;
const ofTexts =
  /\btexts?\b|\btexting\b|\bSMS\b|phones?\b|carrier|twilio|texto|téléphon|opérateur|\b(?:your|votre|mobile) num(?:ber|éro)(?! d’urgence)|\{number\}|rates may|frais de messages/i;

/**
 * Texts that no page shows there: of a link that only a mail has (confirm), of how to text (textUs, the button above it),
 * of an address that nobody has given, or of what was before there was one channel only.
 */
const unseen = {
  sms: /^(confirm|signUpsFull)\.|^diary\.(by|failing)\.|^settings\.(channels|by)\.|^settings\.tips|unconfirmed-mailbox|text-offered|^told\.|^held\./,
  email:
    /^(textUs)\.|^landing\.(textUs|orForm)|^confirm\.(byPhone|both)|^diary\.(by|failing)\.|^settings\.(channels|by)\.|^settings\.zoneGuess|unconfirmed-mailbox|text-offered|^told\.|^held\./,
} as const;

describe.each(['en', 'fr'] as const)('pages of one channel, in %s', (language) => {
  it.each([
    ['sms', ofMail],
    ['email', ofTexts],
  ] as const)('speak of %s alone', async (channel, other) => {
    const texts = textsOf(await textsIn(language, channel));
    expect(texts.filter(([path, text]) => other.test(text) && !unseen[channel].test(path))).toEqual([]);
  });

  it('are the same in all else', async () => {
    const both = textsOf(await textsIn(language));
    for (const channel of ['sms', 'email'] as const)
      expect(textsOf(await textsIn(language, channel)).map(([path]) => path)).toEqual(both.map(([path]) => path));
  });
});

it('words for a text that is not there, or not so, are refused', async () => {
  const texts = await textsIn('en');
  expect(() => withWords(texts, { 'landing.nothing': 'x' })).toThrow(UnknownTextError);
  expect(() => withWords(texts, { 'landing.lead': [['by pigeon', 'by text']] })).toThrow(UnknownTextError);
  expect(() => withWords(texts, { landing: 'x' })).toThrow(UnknownTextError);
});
