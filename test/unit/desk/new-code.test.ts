import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { planCode, type WantedCode } from '../../../shared/domain/desk/new-code.ts';
import { drawnCode, readCode } from '../../../shared/domain/people/cohort.ts';
import { readJoinWishes } from '../../../shared/domain/reading/command/join-wishes.ts';
import { numberTakers } from '../../../shared/domain/reading/command/keywords.ts';

const now = Date.parse('2030-01-07T12:00:00Z');
const random = new Uint8Array([1, 2, 3, 4, 5, 6]);
const wanted: WantedCode = { code: 'KNEE7', clinic: 'Elm Street Physio', contact: '+12125550199' };

describe('a code', () => {
  it('that is drawn is one, is typed without doubt, and is read behind JOIN as it was drawn', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
        const code = drawnCode(bytes);
        expect(code).toMatch(/^[A-HJKMNP-Z][A-HJKMNP-Z2-9]{4}[2-9]$/);
        expect(readCode(code)).toBe(code);
        expect(readJoinWishes(code.toLowerCase())).toEqual({ code });
      }),
    );
  });

  it('is none that a number belongs to as a command: PAIN6 stays a score', () => {
    for (const word of numberTakers) expect(readCode(`${word}6`), word).toBeUndefined();
  });

  it.each([
    ['a short one', { code: 'K7' }, /4 to 12/],
    ['one without a digit', { code: 'KNEE' }, /digit/],
    ['a score', { code: 'PAIN6' }, /score/],
    ['a wish to leave', { code: 'QUIT7' }, /leave/],
    ['a wish to leave in French', { code: 'ARRET1' }, /leave/],
    ['a name that no text has letters for', { clinic: 'Clinique du Cœur' }, /oe/],
    ['an empty name', { clinic: ' ' }, /clinic/],
    ['a contact too long for its text', { contact: 'x'.repeat(60) }, /contact/],
    ['an hour at night', { time: '22:00' }, /20:00/],
    ['an hour between the ticks', { time: '18:32' }, /five/],
    ['a programme that is none', { programme: 'swimming' }, /back-care, walking/],
    ['what comes in a flare, which nobody is in for itself', { programme: 'flare' }, /back-care, walking/],
    ['an arm that can be guessed', { arm: 'A' }, /drawn/],
  ])('is refused with a sentence: %s', (_, fault, why) => {
    expect(planCode({ ...wanted, ...fault }, firstProgramme(), random, now)).toMatchObject({
      kind: 'refused',
      why: { en: expect.stringMatching(why) },
    });
  });
});
