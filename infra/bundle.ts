import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, type BuildResult, buildSync, type Metafile, type OutputFile } from 'esbuild';
import { bundleBudgets } from './bundle-budgets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const lambdaCredentials = fileURLToPath(new URL('./lambda-credentials.ts', import.meta.url));
const noEndpointDiscovery = fileURLToPath(new URL('./no-endpoint-discovery.ts', import.meta.url));
const neverLoaded = fileURLToPath(new URL('./never-loaded.ts', import.meta.url));

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
  /** Of that, what every cold start loads; the rest is loaded by the events that need it. */
  readonly eagerBytes: number;
  readonly metafile: Metafile;
  readonly outfile: string;
}

const entryOf = (folder: string): string | undefined =>
  ['handler.ts', 'handler.tsx'].map((file) => join(root, 'functions', folder, file)).find((file) => existsSync(file));

/** The folders under functions/ that hold a handler. */
export const functionFolders = (): readonly string[] =>
  readdirSync(join(root, 'functions')).filter((folder) => entryOf(folder) !== undefined);

const options = (entry: string, outdir: string): BuildOptions & { write: false; metafile: true } => ({
  absWorkingDir: root,
  entryPoints: [entry],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // What is imported where it is needed is a file of its own.
  splitting: true,
  chunkNames: '[name]-[hash]',
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // ES modules first: only they can be tree-shaken, and the AWS SDK is bundled so that its version is the tested one.
  mainFields: ['module', 'main'],
  treeShaking: true,
  alias: {
    '@aws-sdk/credential-provider-node': lambdaCredentials,
    '@aws-sdk/middleware-endpoint-discovery': noEndpointDiscovery,
    bowser: neverLoaded,
    // The client of S3 is made with them.
    ...(basename(dirname(entry)) === 'email-inbound' ? {} : { '@smithy/core/event-streams': neverLoaded }),
  },
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
/** All else is bundled. Not `createRequire`: it loads Node's module loader for CommonJS at every cold start. */
const requireBanner = 'const require=process.getBuiltinModule;';

const build = (entry: string, outdir: string): BuildResult<ReturnType<typeof options>> => {
  const wanted = options(entry, outdir);
  const plain = buildSync(wanted);
  return plain.outputFiles.some(({ path, text }) => path.endsWith('.mjs') && needsRequire(text))
    ? buildSync({ ...wanted, banner: { js: requireBanner } })
    : plain;
};

/** An output file and those that it imports before it runs. */
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
export const bundleFunction = (folder: string, { outdir = join(root, 'dist'), write = true } = {}): Bundle => {
  const entry = entryOf(folder);
  if (entry === undefined) throw new NoHandlerError(folder);
  const deployed = join(outdir, folder);
  const { outputFiles, metafile } = build(entry, deployed);
  const modules = outputFiles.filter(({ path }) => path.endsWith('.mjs'));
  const outfile = join(deployed, 'handler.mjs');
  const eager = withImports(metafile, relative(root, outfile));
  if (write) {
    rmSync(deployed, { recursive: true, force: true });
    mkdirSync(deployed, { recursive: true });
    for (const { path, contents } of modules) writeFileSync(path, contents);
    for (const { path, contents } of outputFiles.filter(({ path }) => path.endsWith('.map')))
      writeFileSync(join(outdir, `${folder}.${basename(path)}`), contents);
  }
  const size = (files: readonly OutputFile[]): number =>
    files.reduce((sum, { contents }) => sum + contents.byteLength, 0);
  return {
    bytes: size(modules),
    eagerBytes: size(modules.filter(({ path }) => eager.has(relative(root, path)))),
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
