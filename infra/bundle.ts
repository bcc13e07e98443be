import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync, type Metafile, type OutputFile } from 'esbuild';
import { bundleBudgets } from './bundle-budgets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const lambdaCredentials = fileURLToPath(new URL('./lambda-credentials.ts', import.meta.url));
const plainCodec = fileURLToPath(new URL('./plain-codec.ts', import.meta.url));

/** A function cannot be bundled because its folder has no handler. */
export class NoHandlerError extends Error {
  override readonly name = 'NoHandlerError';
  constructor(folder: string) {
    super(`functions/${folder} has no handler.ts: is the name right?`);
  }
}

interface Bundle {
  /** The size of the code that is deployed, minified, not compressed. */
  readonly bytes: number;
  readonly metafile: Metafile;
  readonly outfile: string;
}

const entryOf = (folder: string): string | undefined =>
  ['handler.ts', 'handler.tsx'].map((file) => join(root, 'functions', folder, file)).find((file) => existsSync(file));

/** The folders under functions/ that hold a handler. */
export const functionFolders = (): readonly string[] =>
  readdirSync(join(root, 'functions')).filter((folder) => entryOf(folder) !== undefined);

const options = (entry: string, outfile: string): BuildOptions & { write: false; metafile: true } => ({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // ES modules first: only they can be tree-shaken, and the AWS SDK is bundled so that its version is the tested one.
  mainFields: ['module', 'main'],
  treeShaking: true,
  alias: { '@aws-sdk/credential-provider-node': lambdaCredentials, '@aws-sdk/dynamodb-codec': plainCodec },
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  legalComments: 'none',
  sourcemap: 'external',
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: 'error',
});

/** esbuild's stand-in for `require` throws this when a CommonJS dependency asks an ES module for a Node built-in. */
const needsRequire = (code: string): boolean => code.includes('Dynamic require of');
const requireBanner = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

const build = (entry: string, outfile: string): { code: OutputFile; map: OutputFile; metafile: Metafile } => {
  const wanted = options(entry, outfile);
  const plain = buildSync(wanted);
  const built = plain.outputFiles.some(({ path, text }) => path === outfile && needsRequire(text))
    ? buildSync({ ...wanted, banner: { js: requireBanner } })
    : plain;
  const code = built.outputFiles.find(({ path }) => path === outfile);
  const map = built.outputFiles.find(({ path }) => path === `${outfile}.map`);
  if (code === undefined || map === undefined) throw new TypeError(`esbuild wrote no ${outfile}`);
  return { code, map, metafile: built.metafile };
};

/**
 * Bundles functions/<folder>/handler.ts into one ES module.
 * The source map stays beside the folder that is deployed: it helps to read a stack trace, and costs no cold start.
 * @throws NoHandlerError if the folder has no handler
 */
export const bundleFunction = (folder: string, { outdir = join(root, 'dist'), write = true } = {}): Bundle => {
  const entry = entryOf(folder);
  if (entry === undefined) throw new NoHandlerError(folder);
  const outfile = join(outdir, folder, 'handler.mjs');
  const { code, map, metafile } = build(entry, outfile);
  if (write) {
    mkdirSync(dirname(outfile), { recursive: true });
    writeFileSync(outfile, code.contents);
    writeFileSync(join(outdir, `${folder}.mjs.map`), map.contents);
  }
  return { bytes: code.contents.byteLength, metafile, outfile };
};

/** The code of a function as CDK uploads it. */
export const bundledCode = (folder: string): Code => Code.fromAsset(dirname(bundleFunction(folder).outfile));

const printSizes = (): void => {
  const budgets: Readonly<Record<string, number>> = bundleBudgets;
  const rows = functionFolders().map((folder) => ({
    function: folder,
    KB: Math.ceil(bundleFunction(folder).bytes / 1000),
    budget: budgets[folder],
  }));
  console.table(rows);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) printSizes();
