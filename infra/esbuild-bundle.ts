import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const lambdaCredentials = fileURLToPath(new URL('../shared/providers/aws/lambda-credentials.ts', import.meta.url));
const noEndpointDiscovery = fileURLToPath(new URL('../shared/providers/aws/no-endpoint-discovery.ts', import.meta.url));

/** Our replacements for parts of the SDK that no function needs (shared/providers/aws/README.md). */
const substitutes: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': lambdaCredentials,
  '@aws-sdk/middleware-endpoint-discovery': noEndpointDiscovery,
};

const withS3: ReadonlySet<string> = new Set(['email-inbound', 'keep-ledger']);

/**
 * Packages that are left out: the SDK imports them at run time only in a browser (bowser) or for event streams, which
 * no function of ours uses. The S3 client, which reads the mails, is created with streams whether or not they are used,
 * and keeps them.
 */
const leftOutOf = (entry: string): string[] => [
  'bowser',
  ...(withS3.has(basename(dirname(entry))) ? [] : ['@smithy/core/event-streams']),
];

const options = (
  entry: string,
  outdir: string,
  wholeSdk: boolean,
): BuildOptions & { write: false; metafile: true } => ({
  absWorkingDir: root,
  entryPoints: [entry],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // A dynamic import becomes a file of its own.
  splitting: true,
  chunkNames: '[name]-[hash]',
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // ES modules first: only they can be tree-shaken, and the AWS SDK is bundled so that its version is the tested one.
  mainFields: ['module', 'main'],
  treeShaking: true,
  ...(wholeSdk ? {} : { alias: { ...substitutes }, external: leftOutOf(entry) }),
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
/**
 * Gives Node's built-ins to CommonJS dependencies by `process.getBuiltinModule`; all else is bundled. `createRequire`
 * would load Node's CommonJS loader at every cold start.
 */
const requireBanner = 'const require=process.getBuiltinModule;';

/** A file of a bundle, and its source map. */
export interface BundledFile {
  readonly file: string;
  readonly code: string;
  readonly map: string;
}

/**
 * Bundles one entry into ES modules: handler.mjs, and what it imports. Nothing is written; `outdir` only appears in the
 * metafile. `wholeSdk` bundles without the replacements.
 */
export const bundleEntry = (
  entry: string,
  outdir: string,
  wholeSdk: boolean,
): { files: readonly BundledFile[]; metafile: Metafile } => {
  const wanted = options(entry, outdir, wholeSdk);
  const plain = buildSync(wanted);
  const { outputFiles, metafile } = plain.outputFiles.some(
    ({ path, text }) => path.endsWith('.mjs') && needsRequire(text),
  )
    ? buildSync({ ...wanted, banner: { js: requireBanner } })
    : plain;
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const files = [...texts]
    .filter(([file]) => file.endsWith('.mjs'))
    .map(([file, code]) => ({ file, code, map: texts.get(`${file}.map`) ?? '' }));
  return { files, metafile };
};
