import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DiaryEvent, reaches } from '../../shared/domain/diary/diary.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { diaryFhir } from '../../shared/exports/diary-fhir.ts';
import { ana, now, reply, today } from '../unit/web-people.ts';

const jars = fileURLToPath(new URL('../../node_modules/.cache/hapi', import.meta.url));
const isWanted = process.env['MODE'] === 'exhaustive';
if (isWanted && !existsSync(jars)) {
  console.warn('LEFT OUT: no FHIR export was judged by HAPI: npm run judge:fhir fetches it, where Java and Maven are');
}

const exportOf = (events: readonly DiaryEvent[], zone = ana.zone): string =>
  diaryFhir({ subscriber: { ...ana, zone }, diary: foldDiary(events), exportedAt: now });

const six = reply(1, today, { score: 6, note: 'after gardening' });
const slip = reply(3, today, { score: 9 });
const signs = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).join('.');

/** Diaries of every kind of entry, by what is special about them. */
const variants: Readonly<Record<string, string>> = {
  empty: exportOf([]),
  zero: exportOf([reply(1, today, { score: 0 })]),
  half: exportOf([reply(1, today, { score: 6.5 })]),
  ten: exportOf([reply(1, today, { score: 10 })]),
  'note-alone': exportOf([reply(1, today, { kind: 'note', note: 'stiff' })]),
  corrected: exportOf([six, reply(2, today, { kind: 'fix', score: 5, of: six.key })]),
  'taken-back': exportOf([six, slip, reply(4, today, { kind: 'undo', of: slip.key })]),
  'day-before': exportOf([reply(1, addDays(today, -1), { score: 7, at: six.at })]),
  french: exportOf([reply(1, today, { score: 4, note: 'raide le matin, « œuf » ½, ça va 😀\nmieux à midi' })]),
  'every-control': exportOf([reply(1, today, { score: 3, note: `a${signs}\u007f\u0085\ud800b` })]),
  'only-blanks': exportOf([reply(1, today, { score: 3, note: ' \t ' })]),
  'quarter-hours': exportOf([six], 'Asia/Kathmandu'),
  'behind-utc': exportOf([six], 'America/St_Johns'),
  weeks: exportOf([
    six,
    ...reaches.map((reach, week) => reply(10 + week, addDays(today, -7 * week), { kind: 'function', reach })),
  ]),
  'a-year': exportOf(Array.from({ length: 365 }, (_, day) => reply(day, addDays(today, -day), { score: day % 11 }))),
};
const planted = exportOf([six]).replace('"status": "final"', '"status": "finished"');

/** HAPI's verdict takes a Java machine of half a minute: `npm run judge:fhir` and .ci/run ask for it. */
describe.runIf(isWanted && existsSync(jars))('HAPI, on the export as FHIR R4', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backbeat-fhir-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let verdicts = '';

  beforeAll(() => {
    const files = Object.entries({ ...variants, planted }).map(([name, text]) => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, text);
      return file;
    });
    const source = fileURLToPath(new URL('Judge.java', import.meta.url));
    verdicts = execFileSync('java', ['-cp', join(jars, '*'), source, ...files], { encoding: 'utf8' });
  }, 240_000);

  it.each(Object.keys(variants))('finds no error: %s', (name) => {
    expect(verdicts).toContain(`PASS ${name}.json\n`);
  });

  it('refuses a status that FHIR does not have', () => {
    expect(verdicts).toContain('FAIL planted.json\n');
  });

  it('warns of nothing but what we know of', () => {
    // LOINC is not part of the validator; a score has no unit (docs/facts.md#d2); nobody writes a narrative for a machine.
    const known = /^ {2}warning .*(loinc\.org|human readable annotations|dom-6|^$)/;
    const warnings = verdicts.split('\n').filter((line) => line.startsWith('  warning'));
    expect(warnings.filter((line) => !known.test(line))).toEqual([]);
  });
});
