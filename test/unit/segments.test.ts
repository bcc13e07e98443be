import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../shared/domain/tips/segments.ts';

const gsm = fc.constantFrom(..."aZ9 @£$éà€[]{}^~|\\\n'");
const any = fc.oneof(gsm, fc.constantFrom('ê', '’', '🙂', '痛', 'Œ'));

describe('segments of a text', () => {
  it.each([
    ['', 1],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['ê'.repeat(70), 1],
    ['ê'.repeat(71), 2],
    ['🙂'.repeat(35), 1],
    ['🙂'.repeat(36), 2],
  ])('%#', (text, count) => {
    expect(segmentsOf(text)).toBe(count);
  });

  it("are what Twilio's own calculator counts", () => {
    const text = fc.oneof(fc.string({ unit: gsm, maxLength: 500 }), fc.string({ unit: any, maxLength: 300 }));
    fc.assert(
      fc.property(text, (words) => {
        expect(segmentsOf(words)).toBe(Math.max(1, new SegmentedMessage(words, 'auto', false).segmentsCount));
      }),
    );
  });
});
