import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests of one run keep the bundles that they share; not below the repository. */
    readonly bundleFolder: string;
  }
}

/** Makes the folder before the first test, and takes it away behind the last. */
export default ({ provide }: TestProject): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'backbeat-bundles-'));
  provide('bundleFolder', folder);
  return () => rmSync(folder, { recursive: true });
};
