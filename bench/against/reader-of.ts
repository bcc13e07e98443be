import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Where a checkout has what reads a reply, newest first, and an expression that makes a reader of it. */
const readers = [
  {
    file: 'shared/content/reply-reading.ts',
    entry: `import { loadReplyReading } from './shared/content/reply-reading.ts';
export const makeReader = () => loadReplyReading().parse;`,
  },
  {
    file: 'shared/domain/reply/parse-reply.ts',
    entry: `import { loadLexicon } from './shared/content/safety.ts';
import { parseReply } from './shared/domain/reply/parse-reply.ts';
export const makeReader = () => { const lexicon = loadLexicon(); return (text) => parseReply(text, lexicon); };`,
  },
];

/** A checkout has no reader where one has ever been. */
class NoReaderError extends Error {
  override readonly name = 'NoReaderError';
}

/**
 * Bundles what reads a reply in that checkout, as its functions are bundled, into `outfile`, which exports `makeReader`:
 * so both load in one file, whatever their modules are.
 * @throws NoReaderError
 */
export const bundleReader = (checkout: string, outfile: string): void => {
  const reader = readers.find(({ file }) => existsSync(join(checkout, file)));
  if (reader === undefined) throw new NoReaderError(checkout);
  const { outputFiles } = buildSync({
    stdin: { contents: reader.entry, resolveDir: checkout, loader: 'ts' },
    absWorkingDir: checkout,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    write: false,
    logLevel: 'error',
  });
  writeFileSync(outfile, outputFiles[0]?.text ?? '');
};
