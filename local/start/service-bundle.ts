import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BuildResult, Plugin } from 'esbuild';
import { contentHash, hashOf, identityOf, isFresh, readStamp, type Stamp, target } from './bundle-stamp.ts';

// The service is nine hundred modules, and finding, reading and stripping them is most of a start. As one bundle it
// starts in a third of the time. A bundle is used only while everything it was made of is unchanged (bundle-stamp.ts).

/** What to bundle, and where to keep it. */
export interface BundleRequest {
  /** The checkout: files below it and outside node_modules are ours. */
  readonly root: string;
  /** The module to start with, below the root. */
  readonly entry: string;
  /** The folder in which bundles are kept. */
  readonly cache: string;
  /** Files that are not bundled, and imported when the service runs. */
  readonly external?: readonly string[];
}

/** How many bundles are kept: a running service still loads parts of its own bundle when they are first needed. */
const kept = 5;
/** Files that decide how modules are read and found. */
const settings = ['package.json', 'tsconfig.json', 'local/start/service-bundle.ts', 'local/start/bundle-stamp.ts'];

/**
 * Gives our own files to esbuild, and keeps exactly what it was given: a file that is saved meanwhile is for the next
 * start. Each is told its own path, because it reads files beside it.
 */
const ownFiles = (root: string, seen: Map<string, string>): Plugin => ({
  name: 'own-files',
  setup: (build) =>
    build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => {
      const file = relative(root, path);
      if (file.startsWith('..') || file.split(sep).includes('node_modules')) return undefined;
      const source = readFileSync(path);
      seen.set(file, hashOf(source));
      const contents = source
        .toString()
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    }),
});

const runEsbuild = async ({ root, entry, external = [] }: BundleRequest, outdir: string, plugin: Plugin) => {
  const { build } = await import('esbuild');
  return build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir,
    entryNames: 'main',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is imported only when it is needed stays a file of its own.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target,
    mainFields: ['module', 'main'],
    external: [...external],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    // Node's own require, for dependencies in CommonJS.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(${JSON.stringify(join(root, 'package.json'))});`,
    },
    plugins: [plugin],
    metafile: true,
    write: false,
    logLevel: 'error',
  });
};

/** Files of packages, from the root. */
const packagedFiles = ({ metafile }: BuildResult<{ metafile: true }>): readonly string[] =>
  Object.keys(metafile.inputs).filter((file) => file.split('/').includes('node_modules'));

/** Whether one of these files was written since an instant: it may have been read before that. */
const changedSince = (root: string, files: readonly string[], since: number): boolean =>
  files.some((file) => {
    const stat = statSync(join(root, file), { throwIfNoEntry: false });
    return stat === undefined || Math.max(stat.mtimeMs, stat.ctimeMs) >= since;
  });

/** Writes a file so that it is there whole or not at all. */
const writeWhole = async (path: string, text: string): Promise<void> => {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  renameSync(temporary, path);
};

const dropOld = (bundles: string): void => {
  const newestFirst = readdirSync(bundles)
    .map((name) => ({ path: join(bundles, name), at: statSync(join(bundles, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of newestFirst.slice(kept)) rmSync(path, { recursive: true, force: true });
};

const makeBundle = async (request: BundleRequest, bundles: string): Promise<Stamp> => {
  const { root } = request;
  const began = Date.now();
  // A new folder each time: another start may be making the same bundle, and a service may run from the last one.
  const name = `${began}-${process.pid}`;
  const temporary = join(bundles, `${name}.tmp`);
  const seen = new Map(settings.map((file) => [file, contentHash(join(root, file))]));
  const result = await runEsbuild(request, temporary, ownFiles(root, seen));
  const own = [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
  const packaged = packagedFiles(result);
  const identity = identityOf(root, own, packaged);
  mkdirSync(temporary, { recursive: true });
  await Promise.all(result.outputFiles.map(({ path, contents }) => writeFile(path, contents)));
  const isSteady = !changedSince(root, packaged, began);
  const folder = join(bundles, name);
  renameSync(temporary, folder);
  dropOld(bundles);
  return {
    folder,
    // An identity that matches nothing, so that the next start makes another bundle.
    identity: isSteady ? identity : '',
    own: own.map(([file]) => file),
    packaged,
    outputs: result.outputFiles.map(({ path }) => relative(temporary, path)),
  };
};

/** The URL of a bundle of the service as its files are now: the last one, or a new one. */
export const serviceBundle = async (
  request: BundleRequest,
): Promise<{ readonly url: string; readonly made: boolean }> => {
  const bundles = join(request.cache, 'bundles');
  mkdirSync(bundles, { recursive: true });
  const stampFile = join(request.cache, 'bundle.json');
  const last = readStamp(stampFile);
  const isLast = last !== undefined && isFresh(request.root, last);
  const stamp = isLast ? last : await makeBundle(request, bundles);
  // The youngest bundles are kept, so the one in use is made young.
  if (isLast) utimesSync(stamp.folder, new Date(), new Date());
  else await writeWhole(stampFile, JSON.stringify(stamp));
  return { url: pathToFileURL(join(stamp.folder, 'main.mjs')).href, made: !isLast };
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The service of this checkout. Its content is no part of the bundle: it changes more often. */
export const ownBundle: BundleRequest = {
  root,
  entry: 'local/main.ts',
  cache: join(root, 'node_modules/.cache/backbeat'),
  external: ['./content/compiled/*'],
};
