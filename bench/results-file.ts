import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Keeps a rendered section of docs/performance.md, so that the page can be put together again without measuring all. */
export const keepSection = (name: string, text: string): void => {
  mkdirSync(at('bench/results'), { recursive: true });
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}`;
  const measured = `Measured on ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machine}.`;
  writeFileSync(at(`bench/results/${name}.md`), `${text}\n\n${measured}\n`);
};

const order = ['against', 'ledger', 'pacing', 'scheduler', 'load', 'cold'];
const [begin, end] = ['<!-- bench: written by bench/results-file.ts, from here -->', '<!-- bench: to here -->'];

/** Puts the kept sections between their marks in docs/performance.md; the rest of the page is left as it is. */
export const assemblePerformance = (): void => {
  const page = at('docs/performance.md');
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '# Performance\n';
  const sections = order
    .map((name) => at(`bench/results/${name}.md`))
    .filter((path) => existsSync(path))
    // A section's links lead from bench/results; on the page, from docs.
    .map((path) => readFileSync(path, 'utf8').replaceAll('](../../', '](../'));
  const block = `${begin}\n\n${sections.join('\n')}\n${end}`;
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const after =
    from >= 0 && to > from
      ? before.slice(0, from) + block + before.slice(to + end.length)
      : `${before.trimEnd()}\n\n${block}\n`;
  writeFileSync(page, after);
};

/** A document has no section of that heading. */
class NoSuchSection extends Error {
  override readonly name = 'NoSuchSection';
}

/**
 * Puts a section in the place of the one with the same heading.
 * @throws NoSuchSection
 */
export const replaceSection = (path: string, text: string): void => {
  const [heading = ''] = text.split('\n', 1);
  const before = readFileSync(at(path), 'utf8');
  const from = before.indexOf(`${heading}\n`);
  if (from < 0) throw new NoSuchSection(heading);
  const next = before.indexOf('\n## ', from);
  writeFileSync(at(path), `${before.slice(0, from)}${text}\n${next < 0 ? '' : before.slice(next)}`);
};

export const writeDocument = (path: string, text: string): void => writeFileSync(at(path), text);
