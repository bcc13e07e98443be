import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { diaryCsv } from '../../shared/exports/diary-csv.ts';
import type { PersonDocument } from '../../shared/exports/diary-document.ts';
import { personXlsx } from '../../shared/exports/person-xlsx.ts';
import { ana, consent, now, reply, tip, today } from '../unit/web-people.ts';

const soffice = [process.env['SOFFICE'] ?? '', '/usr/bin/soffice', '/usr/bin/libreoffice'].find(
  (path) => path !== '' && existsSync(path),
);
const isWanted = process.env['MODE'] === 'exhaustive';
if (isWanted && soffice === undefined) {
  console.warn('LEFT OUT: LibreOffice opened no export: apt-get install libreoffice-calc-nogui (or set SOFFICE)');
}

/** Two scores whose mean is 6: a spreadsheet that took 6.5 for words would say 5.5. */
const scores = [6.5, 5.5] as const;
const words = 'au jardin; puis "rien", 6,5';
const documentIn = (language: 'en' | 'fr'): PersonDocument => ({
  subscriber: { ...ana, language, zone: 'Europe/Paris' },
  diary: foldDiary([
    reply(1, today, { score: scores[0], note: words }),
    reply(2, '2030-01-13', { score: scores[1], at: now - 86_400_000 }),
    reply(3, '2030-01-12', { kind: 'note', note: '=1+1', at: now - 2 * 86_400_000 }),
  ]),
  exportedAt: now,
  consents: [consent],
  tips: [tip],
  shares: [],
  cohort: undefined,
  askedCode: undefined,
});

/** A machine of that locale, as LibreOffice finds it out; a new user of it. */
const machineOf = (locale: string) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`;

interface Cell {
  readonly type: string;
  readonly value: string;
}

/** LibreOffice's own reading takes seconds: `npm run judge:sheets` and .ci/run ask for it. */
describe.runIf(isWanted && soffice !== undefined)('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backbeat-sheets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The cells of the diary's sheet as the spreadsheet took them, row by row; empty ones left out. */
  const open = (file: string, locale: 'fr-FR' | 'en-US', separator?: string): readonly (readonly Cell[])[] => {
    const profile = join(folder, `profile-${locale}`);
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), machineOf(locale));
    // Separator, quotation mark, UTF-8, from the first line, the machine's language, no quoted text for words, numbers found.
    const filter = separator === undefined ? [] : [`--infilter=CSV:${separator.charCodeAt(0)},34,76,1,,0,false,true`];
    const outdir = join(folder, `${file}-${locale}`);
    execFileSync(soffice ?? '', [
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      '--headless',
      ...filter,
      ...['--convert-to', 'fods', '--outdir', outdir, join(folder, file)],
    ]);
    const sheet = readFileSync(join(outdir, file.replace(/\.\w+$/, '.fods')), 'utf8');
    const [table = ''] = /<table:table [\s\S]*?<\/table:table>/.exec(sheet) ?? [];
    return [...table.matchAll(/<table:table-row[\s\S]*?<\/table:table-row>/g)].map(([row]) =>
      [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].flatMap(
        ([, attributes = '', inside = '']) => {
          const [, type] = /office:value-type="(\w+)"/.exec(attributes) ?? [];
          const [, value] = /office:(?:date-value|time-value|value)="([^"]*)"/.exec(attributes) ?? [];
          return type === undefined ? [] : [{ type, value: value ?? inside.replace(/<[^>]*>/g, '') }];
        },
      ),
    );
  };
  const numbersIn = (rows: readonly (readonly Cell[])[]): readonly number[] =>
    rows.flatMap((row) => row.filter(({ type }) => type === 'float').map(({ value }) => Number(value)));
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

  beforeAll(async () => {
    for (const language of ['en', 'fr'] as const) {
      writeFileSync(join(folder, `${language}.csv`), diaryCsv(documentIn(language)));
      writeFileSync(join(folder, `${language}.xlsx`), await personXlsx(documentIn(language)));
    }
  });

  it.each([
    ['fr', 'fr-FR', ';'],
    ['en', 'en-US', ','],
  ] as const)('reads the CSV in %s on a machine of %s: days, hours and scores are numbers', (language, locale, by) => {
    const [heading, ...rows] = open(`${language}.csv`, locale, by);
    expect(heading).toHaveLength(6);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row.slice(0, 2).map(({ type }) => type)).toEqual(['date', 'time']);
    expect(rows.map(([day]) => day?.value)).toEqual(['2030-01-12', '2030-01-13', '2030-01-14']);
    expect(mean(numbersIn(rows))).toBe(6);
    // Nobody's words begin a formula.
    expect(JSON.stringify(rows)).toContain('&apos;=1+1');
  });

  it('shows what the dialect is for: a decimal point is words on a machine of fr-FR', () => {
    expect(numbersIn(open('en.csv', 'fr-FR', ','))).toEqual([]);
  });

  it.each(
    (['en', 'fr'] as const).flatMap((language) =>
      (['fr-FR', 'en-US'] as const).map((locale) => [language, locale] as const),
    ),
  )('reads the workbook in %s on a machine of %s alike', (language, locale) => {
    const rows = open(`${language}.xlsx`, locale);
    expect(numbersIn(rows)).toEqual(expect.arrayContaining([...scores]));
    expect(mean(numbersIn(rows))).toBe(6);
    expect(rows.flat().filter(({ type }) => type === 'date').length).toBeGreaterThanOrEqual(3);
  });
});
