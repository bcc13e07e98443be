import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReply } from '../../shared/domain/reading/parse-reply.ts';
import { lexicon } from '../unit/reading/fresh-lexicon.ts';
import { numberOfRuns } from './number-of-runs.ts';

const telling = [
  'pain',
  '6',
  '10',
  '/',
  '.',
  ',',
  '-',
  'stop',
  'no',
  'numb',
  'legs',
  'fix',
  'yday',
  'time',
  '7:30pm',
  'zone',
  'erase',
  'join',
  '@',
  'a@b.co',
  '½',
  '6️⃣',
  '🔟',
  '💊',
  '\n',
  'half',
  'one',
  '%',
  'pause',
  'weeks',
  'yesterday',
  'out',
  'of',
  'not',
  'want',
  'to',
  'die',
];
const anyBody = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...telling), fc.string({ maxLength: 3 })), { maxLength: 30 })
    .map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...telling), { maxLength: 12 }).map((parts) => parts.join('')),
);

describe('whatever is sent', () => {
  it('is read without an error, and a score, if any, is 0 to 10 in halves', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const reply = parseReply(body, lexicon);
        if ('score' in reply.intent) {
          expect(reply.intent.score).toBeGreaterThanOrEqual(0);
          expect(reply.intent.score).toBeLessThanOrEqual(10);
          expect(Number.isInteger(reply.intent.score * 2)).toBe(true);
        }
        expect(Array.from(reply.text).length).toBeLessThanOrEqual(1600);
        expect(reply.text).not.toContain('\u0000');
      }),
      { numRuns: numberOfRuns(3000) },
    );
  });

  it('is read the same the second time', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(parseReply(body, lexicon)).toEqual(parseReply(body, lexicon));
      }),
    );
  });
});

describe('a mail of 100 KB', () => {
  it.each([
    ...[
      'a',
      '6',
      ' 6',
      'no fever ',
      'pain 6 ',
      'stop ',
      '. ',
      '((',
      'numb weak both ',
      "don't ",
      'x\n',
      '\n\n.',
      'please ',
      '6/',
      '½',
      '😊',
      'one ',
      'a@',
      'unsubscribe ',
      'e\u0301',
      'not want to ',
    ],
  ])('of nothing but %j takes steps in proportion', (unit) => {
    const body = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(() => parseReply(body, lexicon)).not.toThrow();
    // One step a word, whatever the words are: no phrase is longer than a dozen, and no list of them grows with the text.
    const { mentions, tokens } = lexicon.words(body.slice(0, 20_000));
    expect(mentions.length).toBeLessThanOrEqual(tokens.length * 12);
  });
});
