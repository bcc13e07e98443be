import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Metafile } from 'esbuild';
import { bundleBudgets } from './bundle-budgets.ts';
import { type BundledFile, bundleEntry } from './esbuild-bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A function cannot be bundled because its folder has no handler. */
export class NoHandlerError extends Error {
  override readonly name = 'NoHandlerError';
  constructor(folder: string) {
    super(`functions/${folder} has no handler.ts: is the name right?`);
  }
}

interface Bundle {
  /** The size of all that is deployed, minified, not compressed. */
  readonly bytes: number;
  /** The part of it that every cold start loads; the rest is loaded by the events that need it. */
  readonly eagerBytes: number;
  readonly metafile: Metafile;
  readonly outfile: string;
}

interface BundleOptions {
  readonly outdir?: string;
  readonly write?: boolean;
  /** Whether to keep the parts of the SDK that are replaced in deployments, for comparison. */
  readonly wholeSdk?: boolean;
}

const entryOf = (folder: string): string | undefined =>
  ['handler.ts', 'handler.tsx'].map((file) => join(root, 'functions', folder, file)).find((file) => existsSync(file));

/** The folders under functions/ that hold a handler. */
export const functionFolders = (): readonly string[] =>
  readdirSync(join(root, 'functions')).filter((folder) => entryOf(folder) !== undefined);

/** An output file with the files that it imports statically. */
const withImports = (
  { outputs }: Pick<Metafile, 'outputs'>,
  file: string,
  seen = new Set<string>(),
): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path, kind } of outputs[file]?.imports ?? []) {
    if (kind === 'import-statement' && path in outputs) withImports({ outputs }, path, seen);
  }
  return seen;
};

/**
 * Bundles functions/<folder>/handler.ts into ES modules: handler.mjs, and what it imports only when it is needed.
 * The source maps stay beside the folder that is deployed: they help to read a stack trace, and cost no cold start.
 * @throws NoHandlerError if the folder has no handler
 */
export const bundleFunction = (folder: string, options: BundleOptions = {}): Bundle => {
  const { outdir = join(root, 'dist'), write = true, wholeSdk = false } = options;
  const entry = entryOf(folder);
  if (entry === undefined) throw new NoHandlerError(folder);
  const deployed = join(outdir, folder);
  const { files, metafile } = bundleEntry(entry, deployed, wholeSdk);
  const outfile = join(deployed, 'handler.mjs');
  const eager = withImports(metafile, relative(root, outfile));
  if (write) {
    rmSync(deployed, { recursive: true, force: true });
    mkdirSync(deployed, { recursive: true });
    for (const { file, code, map } of files) {
      writeFileSync(join(deployed, file), code);
      writeFileSync(join(outdir, `${folder}.${file}.map`), map);
    }
  }
  const size = (some: readonly BundledFile[]): number =>
    some.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0);
  return {
    bytes: size(files),
    eagerBytes: size(files.filter(({ file }) => eager.has(relative(root, join(deployed, file))))),
    metafile,
    outfile,
  };
};

/** The code of a function as CDK uploads it. */
export const bundledCode = (folder: string): Code => Code.fromAsset(dirname(bundleFunction(folder).outfile));

const printSizes = (): void => {
  const budgets: Readonly<Record<string, number>> = bundleBudgets;
  const rows = functionFolders().map((folder) => {
    const { bytes, eagerBytes } = bundleFunction(folder);
    return {
      function: folder,
      KB: Math.ceil(bytes / 1000),
      'of them at a cold start': Math.ceil(eagerBytes / 1000),
      budget: budgets[folder],
    };
  });
  console.table(rows);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) printSizes();
