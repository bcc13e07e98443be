import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../shared/use-cases/desk/list/decode-file.ts';
import { readList } from '../../../shared/use-cases/desk/list/read-list.ts';
import { UnreadableListError } from '../../../shared/use-cases/desk/list/unreadable-list.ts';

const header = 'address,language,zone,consent_when,consent_how,consent_wording';
const proof = '2026-10-03,paper form,"I agree to tips, one a day"';
const rowsOf = (text: string) => [...readList(text)];

describe('a list of people', () => {
  it('is read with its lines, whatever its headings are called and in which order they stand', () => {
    expect(rowsOf(`Zone;E-mail;Langue;consent when\nParis;jo@example.org;fr;2026-10-03\n`)).toEqual([
      { line: 2, fields: { zone: 'Paris', address: 'jo@example.org', language: 'fr', consentWhen: '2026-10-03' } },
    ]);
  });

  it.each([
    'address,consented,how,wording,comment',
    'Adresse,Date du consentement,Consentement : comment,Consentement : texte,Commentaire',
    'E-mail address,Agreed on,Consent source,Consent text,Notes',
  ])('has its proof of consent under %s', (headings) => {
    expect(rowsOf(`${headings}\njo@example.org,2026-10-03,paper form,I agree,likes dogs\n`)).toEqual([
      {
        line: 2,
        fields: {
          address: 'jo@example.org',
          consentWhen: '2026-10-03',
          consentHow: 'paper form',
          consentWording: 'I agree',
        },
      },
    ]);
  });

  it('tells the line on which a row begins, past empty lines and words that go over two', () => {
    const text = `${header}\n\na@example.org,en,Paris,2026-10-03,form,"I agree\nto it"\n\nb@example.org,en,Paris,${proof}\n`;
    expect(rowsOf(text).map(({ line }) => line)).toEqual([3, 6]);
  });

  it('loses nothing behind a row with too many columns', () => {
    const text = `${header}\njo@example.org,en,Paris,2026-10-03,form,I agree, gladly\nb@example.org,en,Paris,${proof}\n`;
    expect(rowsOf(text)).toMatchObject(
      [{ line: 2, unreadable: /7 columns/ }, { line: 3 }].map((row) => ({ line: row.line })),
    );
    expect(rowsOf(text)[0]).toHaveProperty('unreadable.en', expect.stringContaining('7 columns'));
  });

  it('of which a quotation is never closed is read up to there, and says so', () => {
    const text = `${header}\na@example.org,en,Paris,${proof}\nb@example.org,en,Paris,2026-10-03,form,"I agree\nc@example.org,en,Paris,${proof}\n`;
    const rows = rowsOf(text);
    expect(rows[0]).toMatchObject({ line: 2, fields: { address: 'a@example.org' } });
    expect(rows.at(-1)).toMatchObject({ line: 3, unreadable: { en: expect.stringContaining('never closed') } });
  });

  it.each(['', 'jo@example.org,en,Paris\n', 'name,age\nJo,44\n'])(
    'without a heading that we know is none: %j',
    (text) => {
      expect(() => rowsOf(text)).toThrow(UnreadableListError);
    },
  );

  it.each([
    ['UTF-8 with its mark', Buffer.from('\uFEFFaddress,zone\njo@example.org,Montréal\n')],
    ['Windows’ letters', Buffer.from('address,zone\njo@example.org,Montréal\n', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFaddress\tzone\njo@example.org\tMontréal\n', 'utf16le')],
    ['gzip', gzipSync('address,zone\njo@example.org,Montréal\n')],
  ])('is read from %s', (_, bytes) => {
    expect(rowsOf(decodeFile(bytes))).toEqual([{ line: 2, fields: { address: 'jo@example.org', zone: 'Montréal' } }]);
  });
});

describe('Amazon Pinpoint’s export', () => {
  const jo = {
    Id: 'e1',
    ChannelType: 'EMAIL',
    Address: 'jo@example.org',
    EndpointStatus: 'ACTIVE',
    OptOut: 'NONE',
    EffectiveDate: '2026-09-01T10:00:00.000Z',
    Demographic: { Locale: 'fr_CA', Timezone: 'America/Toronto' },
    Attributes: { consent_when: ['2026-08-01'], consent_how: ['web form'] },
    User: { UserId: 'u1', UserAttributes: { consent_wording: ['I agree to one tip a day'] } },
    Metrics: { visits: 3 },
  };
  const fields = {
    address: 'jo@example.org',
    language: 'fr_CA',
    zone: 'America/Toronto',
    consentWhen: '2026-08-01',
    consentHow: 'web form',
    consentWording: 'I agree to one tip a day',
    optedOut: false,
    otherChannel: false,
  };

  it('is read as lines of JSON, and a broken line loses no other', () => {
    const text = `${JSON.stringify(jo)}\n{"ChannelType":\n${JSON.stringify({ ...jo, OptOut: 'ALL' })}\n${JSON.stringify({ ...jo, ChannelType: 'GCM', Address: '4d5e6f' })}\n`;
    expect(rowsOf(text)).toMatchObject([
      { line: 1, fields },
      { line: 2, unreadable: { en: expect.stringContaining('JSON') } },
      { line: 3, fields: { optedOut: true } },
      { line: 4, fields: { otherChannel: true } },
    ]);
  });

  it('is read as CSV, its columns named in dots', () => {
    const text = [
      'ChannelType,Address,OptOut,Demographic.Locale,Demographic.Timezone,Attributes.consent_when,Attributes.consent_how,User.UserAttributes.consent_wording',
      'EMAIL,jo@example.org,NONE,fr_CA,America/Toronto,2026-08-01,web form,I agree to one tip a day',
      'SMS,+12065550182,ALL,,,,,',
    ].join('\n');
    expect(rowsOf(text)).toMatchObject([
      { line: 2, fields },
      { line: 3, fields: { address: '+12065550182', optedOut: true } },
    ]);
  });
});
