import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildContent } from './build-content.ts';

// npm run content [-- --book]

const root = join(import.meta.dirname, '..');

/** Writes one page with every tip, problems included, for whoever signs them off; returns where it was written. */
const writeBook = async (): Promise<string> => {
  const { writeTipBook } = await import('./tip-book.ts');
  const file = join(root, '../dist/tips.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await writeTipBook(root, new Date().toISOString().slice(0, 10)));
  return file;
};

if (process.argv.includes('--book')) console.log(await writeBook());
if (!(await buildContent())) process.exitCode = 1;
