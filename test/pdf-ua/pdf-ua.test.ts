import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForDiary, diaryKinds } from '../support/diary-pdfs.ts';
import { askForVisit, visitKinds } from '../support/visit-pdfs.ts';

const jars = fileURLToPath(new URL('../../node_modules/.cache/verapdf', import.meta.url));
const isWanted = process.env['MODE'] === 'exhaustive';
if (isWanted && !existsSync(jars)) {
  console.warn('LEFT OUT: no PDF was judged by veraPDF: npm run judge:pdf fetches it, where Java and Maven are');
}

/** veraPDF's verdict takes a Java machine of four seconds: `npm run judge:pdf` and .ci/run ask for it. */
describe.runIf(isWanted && existsSync(jars))('veraPDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backbeat-pdf-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const judge = (files: readonly string[]): string => {
    const source = fileURLToPath(new URL('Judge.java', import.meta.url));
    return execFileSync('java', ['-cp', join(jars, '*'), source, ...files], { encoding: 'utf8' });
  };
  const fileOf = (kind: string): string => join(folder, `${kind}.pdf`);
  const diaryName = (kind: string): string => `diary, ${kind}`;
  let verdicts: string;

  beforeAll(async () => {
    for (const kind of visitKinds)
      writeFileSync(fileOf(kind), Buffer.from(await (await askForVisit(kind, '.pdf')).arrayBuffer()));
    for (const kind of diaryKinds)
      writeFileSync(fileOf(diaryName(kind)), Buffer.from(await (await askForDiary(kind)).arrayBuffer()));
    const [kind] = visitKinds;
    // A judge that lets everything pass is none: a file without a title must be refused.
    const answer = await askForVisit(kind ?? 'one number', '.pdf');
    const untitled = Buffer.from(await answer.arrayBuffer())
      .toString('latin1')
      .replace('DisplayDocTitle true', 'DisplayDocTitle null');
    writeFileSync(fileOf('planted'), Buffer.from(untitled, 'latin1'));
    verdicts = judge([...visitKinds, ...diaryKinds.map(diaryName), 'planted'].map(fileOf));
  });

  it.each(visitKinds)('takes the sheet for PDF/UA-1: %s', (kind) => {
    expect(verdicts).toContain(`PASS ${kind}.pdf\n`);
  });

  it.each(diaryKinds)('takes the whole diary for PDF/UA-1: %s', (kind) => {
    expect(verdicts).toContain(`PASS ${diaryName(kind)}.pdf\n`);
  });

  it('refuses a file that does not show its title', () => {
    expect(verdicts).toContain('FAIL planted.pdf\n');
  });
});
