import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlaces } from '../../../shared/content/places.ts';
import { type ImportFields, readImportRow } from '../../../shared/domain/desk/import-row.ts';

const places = await loadPlaces();

const now = Date.parse('2026-11-30T12:00:00Z');
const jo: ImportFields = {
  address: 'Jo@Example.org',
  language: 'en',
  zone: 'New York',
  consentWhen: '2026-10-03',
  consentHow: 'paper form at the front desk',
  consentWording: 'I agree to get one tip a day by e-mail',
};

describe('a row of a clinic’s list', () => {
  it('with proof of consent is a mailbox that may be invited', () => {
    expect(readImportRow({ ...jo, time: '8:30', code: 'knee 7', language: 'fr-CA' }, now, places)).toEqual({
      kind: 'mailbox',
      address: 'Jo@example.org',
      wish: { language: 'fr', zone: 'America/New_York', time: '08:30', code: 'KNEE7' },
      consent: { when: '2026-10-03', how: jo.consentHow, wording: jo.consentWording },
    });
  });

  it.each([
    [{ address: '' }, /no address/],
    [{ address: 'jo@' }, /no mailbox/],
    [{ address: 'Jo Smith' }, /no mailbox/],
    [{ language: 'de' }, /language/],
    [{ language: undefined }, /language/],
    [{ zone: '' }, /zone is missing/],
    [{ zone: 'Nowhereville' }, /none that we know/],
    [{ zone: 'Portland' }, /Portland, Oregon or Portland, Maine/],
    [{ time: '23:00' }, /08:00/],
    [{ time: '9.30' }, /18:30/],
    [{ code: 'KNEE' }, /KNEE7/],
    [{ consentWhen: '03/10/2026' }, /2026-10-03/],
    [{ consentWhen: '2026-02-30' }, /2026-10-03/],
    [{ consentWhen: '2027-01-01' }, /yet to come/],
    [{ consentWording: 'x'.repeat(2000) }, /1000/],
  ])('%j is faulty, and one sentence says why', (fault, why) => {
    expect(readImportRow({ ...jo, ...fault }, now, places)).toMatchObject({
      kind: 'faulty',
      why: { en: expect.stringMatching(why) },
    });
  });

  it.each([
    [{ consentWhen: '' }, 'it does not say when they agreed'],
    [{ consentHow: undefined }, 'it does not say how they agreed'],
    [{ consentWording: 'yes' }, 'it does not say in which wording (the whole sentence that they read) they agreed'],
    [
      { consentWhen: '', consentHow: '', consentWording: '' },
      'it does not say when, how, in which wording they agreed',
    ],
  ])('%j has no proof of consent', (fault, why) => {
    expect(readImportRow({ ...jo, ...fault }, now, places)).toMatchObject({ kind: 'no-proof', why: { en: why } });
  });

  it.each(['+1 212 555 0101', '(212) 555-0101', '06 39 98 00 01', '2065550182'])(
    '%s is a number, whatever else is wrong in it',
    (address) => {
      expect(readImportRow({ address }, now, places)).toEqual({ kind: 'number' });
    },
  );

  it('invites nobody without an address, a day, a way and a wording, whatever is written', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('', 'jo@example.org', '2026-10-03', 'Paris', 'en', undefined));
    fc.assert(
      fc.property(
        fc.record({
          address: text,
          language: text,
          zone: text,
          consentWhen: text,
          consentHow: text,
          consentWording: text,
        }),
        (row) => {
          const read = readImportRow(row, now, places);
          if (read.kind !== 'mailbox') return;
          expect(Object.values(read.consent).every((said) => said !== '')).toBe(true);
        },
      ),
    );
  });
});
