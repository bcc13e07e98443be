import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import type { PersonDocument } from '../../shared/exports/diary-document.ts';
import { personRecord } from '../../shared/exports/diary-json.ts';
import { personXlsx } from '../../shared/exports/person-xlsx.ts';
import { frenchNames } from '../../shared/exports/workbook-words.ts';
import { ana, consent, fullShare, knee, now, reply, tip, today } from './web-people.ts';

const half = reply(1, today, { score: 6.5, note: '=HYPERLINK("https://evil.example")' });
const dateLike = reply(2, '2030-01-13', { kind: 'note', note: '2030-01-01' });
const strange = reply(3, '2030-01-12', { score: 0, note: 'a\fb & <c> 12:00' });
const walked = reply(4, today, { kind: 'function', reach: 'some' });
const goal = reply(5, today, { kind: 'goal', note: 'walk to the shop' });
const documentIn = (language: 'en' | 'fr'): PersonDocument => ({
  subscriber: { ...ana, language, zone: 'Europe/Paris' },
  diary: foldDiary([half, dateLike, strange, walked, goal]),
  exportedAt: now,
  consents: [consent],
  tips: [tip],
  shares: [fullShare],
  cohort: { ...knee, at: ana.joinedAt, where: 'sms', arm: 'A' },
  askedCode: undefined,
});

/** The files of a ZIP, read by its central directory. */
const unzip = (zip: Buffer): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + packed);
    files.set(
      zip.toString('utf8', at + 46, at + 46 + nameLength),
      (method === 8 ? inflateRawSync(data) : data).toString(),
    );
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
};
const open = async (language: 'en' | 'fr') => {
  const files = unzip(Buffer.from(await personXlsx(documentIn(language))));
  const sheets = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name]) => name,
  );
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    si.replace(/<[^>]*>/g, ''),
  );
  /** A cell of the first sheet: its kind (`s` a text, none a number) and its value. */
  const cell = (name: string) => {
    const [, attributes = '', value = ''] =
      new RegExp(`<c r="${name}"([^>]*?)(?:/>|>(.*?)</c>)`, 's').exec(files.get('xl/worksheets/sheet1.xml') ?? '') ??
      [];
    const kind = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    const bare = value.replace(/<[^>]*>/g, '');
    return { kind, value: kind === 's' ? shared[Number(bare)] : bare };
  };
  return { files, sheets, cell };
};

describe('the export as a workbook', () => {
  it('has a sheet for each kind of what is held, in the words of the language', async () => {
    expect((await open('en')).sheets).toEqual([
      'Diary',
      'Weeks',
      'Walks',
      'Goals',
      'Person',
      'Tips',
      'Consents',
      'Shared',
      'All that was said',
    ]);
    const { sheets, cell } = await open('fr');
    expect(sheets).toEqual([
      'Journal',
      'Semaines',
      'Marches',
      'Objectifs',
      'Personne',
      'Conseils',
      'Accords',
      'Partages',
      'Tout ce qui a été dit',
    ]);
    expect(['A1', 'B1', 'C1', 'D1'].map((name) => cell(name).value)).toEqual(['date', 'heure', 'douleur', 'remarque']);
  });

  it('has dates as dates, times as times and scores as numbers, whatever language opens it', async () => {
    const { cell, files } = await open('fr');
    // 2030-01-14 is day 47497 of Excel's calendar; 18:00 in Paris is three quarters of a day.
    expect(cell('A4')).toEqual({ kind: 'n', value: '47497' });
    expect(cell('B4')).toEqual({ kind: 'n', value: '0.75' });
    expect(cell('C4')).toEqual({ kind: 'n', value: '6.5' });
    expect(cell('C2')).toEqual({ kind: 'n', value: '0' });
    expect(files.get('xl/styles.xml')).toContain('yyyy-mm-dd');
  });

  it('leaves what people wrote as text: no formula, no date, no sign that XML forbids', async () => {
    const { cell, files } = await open('en');
    expect(cell('D4')).toEqual({ kind: 's', value: '=HYPERLINK("https://evil.example")' });
    expect(cell('D3')).toEqual({ kind: 's', value: '2030-01-01' });
    expect(cell('D2').value).toMatch(/^a.?b &amp; &lt;c&gt; 12:00$/);
    for (const [name, xml] of files) {
      expect(xml, name).not.toContain('<f>');
      expect(xml.replaceAll(/[\t\n\r]/g, ''), name).not.toMatch(/\p{Cc}/u);
    }
  });

  it('says instants on the clock that its heading names, those in a list too, and leaves a version the name that it is', async () => {
    const { files } = await open('en');
    const strings = files.get('xl/sharedStrings.xml') ?? '';
    expect(strings).toContain('views (Europe/Paris)');
    expect(strings).toContain('>2030-01-14 18:00<');
    expect(strings).toContain(`>${consent.version}<`);
    expect(strings).toContain('exportedAt (Europe/Paris)');
    expect(strings).not.toContain('000Z');
  });

  it('has a French word for each name of the record', () => {
    const seen = new Set<string>();
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) for (const one of value) collect(one);
      else if (typeof value === 'object' && value !== null)
        for (const [name, inside] of Object.entries(value)) {
          seen.add(name);
          collect(inside);
        }
    };
    const { entries, weeks, consents, tips, shares, audit, ...person } = personRecord(documentIn('fr'));
    collect([person, ...entries, ...weeks, ...consents, ...tips, ...shares, ...audit]);
    expect([...seen].filter((name) => !Object.hasOwn(frenchNames, name))).toEqual([]);
  });
});
