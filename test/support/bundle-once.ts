import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { bundleFunction } from '../../infra/bundle.ts';

type Bundle = ReturnType<typeof bundleFunction>;

/**
 * A function's bundle, made once in a run of tests, whichever file asks first: it takes a second or two. It lies outside the
 * repository: what a bundle lacks must not be found in node_modules there.
 * @throws NoHandlerError if the folder has no handler
 */
export const bundleOnce = (folder: string): Bundle => {
  const shared = inject('bundleFolder');
  const record = join(shared, `${folder}.json`);
  if (existsSync(record)) {
    const bundle: Bundle = JSON.parse(readFileSync(record, 'utf8'));
    return bundle;
  }
  // Two workers that ask at once each make their own; the record of one of them stays, and is never half written.
  const outdir = mkdtempSync(join(shared, `${folder}-`));
  const bundle = bundleFunction(folder, { outdir });
  writeFileSync(join(outdir, 'record.json'), JSON.stringify(bundle));
  renameSync(join(outdir, 'record.json'), record);
  return bundle;
};
