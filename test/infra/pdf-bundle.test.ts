import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { bundleEntry } from '../../infra/esbuild-bundle.ts';
import { readPdf } from '../support/read-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'backbeat-pdf-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

// pdfkit reads files beside its own, and has broken in bundles: its fonts and colours must come with the function.
it('a PDF is made by what is deployed, without a file beside it', async () => {
  const entry = fileURLToPath(new URL('../../functions/web/pdf/visit-pdf.ts', import.meta.url));
  for (const { file, code } of bundleEntry(entry, folder, false).files) writeFileSync(join(folder, file), code);
  const { visitPdf } = await import(join(folder, 'visit-pdf.mjs'));
  const { textsIn } = await import('../../functions/web/pages/texts/texts-in.ts');
  const { visitSheet } = await import('../../shared/domain/visit/visit-sheet.ts');
  const document = {
    subscriber: { country: 'FR' },
    sheet: visitSheet({ entries: [], weeks: [] }, '2030-01-14', 12),
    notes: [{ date: '2030-01-13', text: 'très raide, отдых', entry: 'r#1', isSign: false }],
    medicines: undefined,
    lastDay: '2030-01-21',
  };
  const reader = { texts: await textsIn('fr'), namesLanguage: true };
  const { pages, text } = readPdf(await visitPdf({ reader, document, madeAt: 0 }));
  expect(pages).toBe(1);
  expect(text).toContain('très raide, отдых');
});
