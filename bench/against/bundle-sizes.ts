import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Kilobytes of a function's bundle as it lies in dist/, and compressed as it is uploaded. */
export const bundleSize = (checkout: string, name: string): { readonly kb: number; readonly compressedKb: number } => {
  const folder = join(checkout, 'dist', name);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
  const kilobytes = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0) / 1000;
  return {
    kb: kilobytes(files.map(({ length }) => length)),
    compressedKb: kilobytes(files.map((content) => gzipSync(content).length)),
  };
};
