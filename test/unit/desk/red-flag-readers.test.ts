import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageSpecs } from '../../../shared/domain/answering/message.ts';
import { hoursInWords, longestHoursInWords, readersInWords } from '../../../shared/domain/desk/readers-in-words.ts';
import { isLooking, type ReadingClinic } from '../../../shared/domain/desk/red-flag-readers.ts';

const clinic: ReadingClinic = {
  clinic: 'Elm Street Physio',
  zone: 'America/New_York',
  hours: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    { days: [6], from: '09:00', to: '12:30' },
  ],
  contacts: ['front desk'],
};

describe('the hours in which a clinic looks', () => {
  it.each([
    // Monday the 7th of January 2030, in winter: five hours behind UTC.
    ['2030-01-07T13:59:00Z', false],
    ['2030-01-07T14:00:00Z', true],
    ['2030-01-07T21:59:00Z', true],
    ['2030-01-07T22:00:00Z', false],
    ['2030-01-12T17:29:00Z', true],
    ['2030-01-12T17:30:00Z', false],
    ['2030-01-13T15:00:00Z', false],
    // In summer it is four.
    ['2030-07-08T13:00:00Z', true],
    ['2030-07-08T21:00:00Z', false],
  ])('are on the clock of its zone: at %s %s', (at, looks) => {
    expect(isLooking(clinic, Date.parse(at))).toBe(looks);
  });

  it('may last to the end of the day, and then cover each minute of it', () => {
    const always = { ...clinic, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 366 * 2 }), (minutes) =>
        isLooking(always, Date.parse('2030-01-01T00:00Z') + minutes * 60_000),
      ),
    );
  });

  it.each([
    ['en', 'Mon-Fri 09:00-17:00, Sat 09:00-12:30 (New York time)'],
    ['fr', 'lun-ven 9h00-17h00, sam 9h00-12h30 (heure de New York)'],
  ] as const)('are told in words: %s', (language, words) => {
    expect(hoursInWords(clinic, language)).toBe(words);
  });

  it('name days that do not follow each other one by one, however they were given', () => {
    const parts = { ...clinic, hours: [{ days: [7, 2, 4, 1, 2], from: '09:00', to: '17:00' }] };
    expect(hoursInWords(parts, 'en')).toMatch(/^Mon-Tue, Thu, Sun 09:00-17:00/);
  });

  it('have room in every text that says them', () => {
    for (const key of ['redFlagTold', 'welcomeReaders', 'callMe'] as const)
      expect(messageSpecs[key].sample.hours).toHaveLength(longestHoursInWords);
  });

  it('are told of nobody where nobody looks', () => {
    expect(readersInWords('nobody', 'en')).toEqual({});
  });
});
