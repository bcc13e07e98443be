import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { ContentProblemsError } from './problem.ts';

// `npm start` runs this before anything else, so neither the compilers nor zod are loaded unless something has changed
// since the last build.

const root = join(import.meta.dirname, '..');
const compiled = join(root, 'compiled');
const stampFile = join(compiled, '.hash');
/**
 * What the build reads outside content/: the code that safety words are read with and that texts must fit, the mail
 * templates, and the compilers' versions.
 */
const outsideFolders = ['shared/domain', 'shared/mails/templates'].map((path) => join(root, '..', path));
const lockFile = join(root, '../package-lock.json');

/** Written last: what was compiled from what. */
interface Stamp {
  readonly hash: string;
  readonly files: readonly string[];
  readonly summary: string;
}

const isStamp = (value: unknown): value is Stamp =>
  typeof value === 'object' &&
  value !== null &&
  'hash' in value &&
  typeof value.hash === 'string' &&
  'summary' in value &&
  typeof value.summary === 'string' &&
  'files' in value &&
  Array.isArray(value.files) &&
  value.files.every((file) => typeof file === 'string');

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const hashOfInputs = (today: string): string => {
  const hash = createHash('sha256');
  const inputs = [
    ...[root, ...outsideFolders].flatMap(filesIn).filter((path) => !path.startsWith(`${compiled}${sep}`)),
    lockFile,
  ];
  for (const path of inputs) hash.update(path).update('\0').update(readFileSync(path));
  // The day is part of the hash because a tip's review date grows too old by itself, and the version of this Node.js's
  // time zones because they may be the ones that are compiled.
  return hash
    .update(today)
    .update(process.versions['tz'] ?? '')
    .digest('hex');
};

const lastStamp = (): Stamp | undefined => {
  if (!existsSync(stampFile)) return undefined;
  const stamp: unknown = JSON.parse(readFileSync(stampFile, 'utf8'));
  // A stamp of an older form counts as none, so the content is built again.
  return isStamp(stamp) && stamp.files.every((file) => existsSync(join(compiled, file))) ? stamp : undefined;
};

/** Leaves an unchanged file alone, so that bundlers and watchers see nothing new; a reader never sees half a file. */
const write = (path: string, text: string): void => {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
};

/**
 * Deletes what an earlier build wrote and this one does not: an import of such a file would resolve here and on no
 * other machine.
 */
const dropOthers = (files: readonly string[]): void => {
  const kept = new Set([...files.map((file) => join(compiled, file)), stampFile]);
  for (const path of filesIn(compiled)) if (!kept.has(path) && !path.endsWith('.tmp')) rmSync(path, { force: true });
};

/** Joins the errors of several parts into one. An error that is no problem of the content comes first. */
const together = (reasons: readonly unknown[]): unknown =>
  reasons.find((reason) => !(reason instanceof ContentProblemsError)) ??
  new ContentProblemsError(
    reasons.flatMap((reason) => (reason instanceof ContentProblemsError ? reason.problems : [])),
  );

const build = async (today: string): Promise<string> => {
  const hash = hashOfInputs(today);
  const last = lastStamp();
  if (last?.hash === hash) return last.summary;

  const [
    { compileContent },
    { compileSafety },
    { compileMailTemplates },
    { compileCostlyRanges },
    { compilePdfFonts },
    { compilePlaces },
    { missingExamples },
    { compileZoneTable, describeZones, newerSource },
    { packagedZones, runtimeZones },
    { compileLexicon },
    { conceptNames, conceptNamesFile },
    { compiledModule },
    { messageSpecs },
    { languages },
  ] = await Promise.all([
    import('./compile-content.ts'),
    import('./compile-safety.ts'),
    import('./compile-mail-templates.ts'),
    import('./compile-costly-ranges.ts'),
    import('./compile-pdf-fonts.ts'),
    import('./compile-places.ts'),
    import('./compile-example.ts'),
    import('./compile-zone-table.ts'),
    import('./zone-sources.ts'),
    import('./compile-lexicon.ts'),
    import('./concept-names.ts'),
    import('./compiled-module.ts'),
    import('../../shared/domain/answering/message.ts'),
    import('../../shared/domain/people/subscriber.ts'),
  ]);
  // `allSettled`, because an editor wants to see every problem at once, not only the first.
  const [content, safety, mailTemplates, lexicons, places] = await Promise.allSettled([
    (async () => compileContent(root, messageSpecs, today))(),
    (async () => compileSafety())(),
    compileMailTemplates(),
    (async () => languages.map((language) => [`${language}/lexicon`, compileLexicon(root, language)] as const))(),
    (async () => compilePlaces(root))(),
  ]);
  if (
    content.status === 'rejected' ||
    safety.status === 'rejected' ||
    mailTemplates.status === 'rejected' ||
    lexicons.status === 'rejected' ||
    places.status === 'rejected'
  ) {
    throw together(
      [content, safety, mailTemplates, lexicons, places].flatMap((part) => ('reason' in part ? [part.reason] : [])),
    );
  }
  const missing = missingExamples(content.value.files);
  if (missing.length > 0) throw new ContentProblemsError(missing);
  const runtime = runtimeZones(process.versions['tz'], packagedZones.names());
  const zones = newerSource(packagedZones, runtime);
  const summary = `${content.value.summary}\n${describeZones(zones, packagedZones, runtime)}`;
  const all = new Map<string, unknown>([
    ...content.value.files,
    ...lexicons.value,
    ['safety', safety.value],
    ['mail-templates', mailTemplates.value],
    ['zones', compileZoneTable(zones, Intl.supportedValuesOf('timeZone'))],
    ['places', places.value],
    ['costly-ranges', compileCostlyRanges()],
    ['pdf-fonts', compilePdfFonts()],
    ['topics', JSON.parse(readFileSync(join(root, 'topics.json'), 'utf8'))],
    ['second-opinion', JSON.parse(readFileSync(join(root, 'second-opinion.json'), 'utf8'))],
  ]);
  // Every module is made before the first is written, so that an error leaves the last build whole.
  const modules = [...all].map(([name, value]) => ({ file: `${name}.js`, code: compiledModule(name, value) }));
  const files = modules.map(({ file }) => file);
  for (const { file, code } of modules) write(join(compiled, file), code);
  dropOthers(files);
  write(join(root, '..', conceptNamesFile), conceptNames(lexicons.value.map(([, lexicon]) => lexicon)));
  // That file is among the inputs.
  write(stampFile, JSON.stringify({ hash: hashOfInputs(today), files, summary } satisfies Stamp));
  return summary;
};

/**
 * Compiles the content if anything of it has changed, and prints what it comes to, or everything that is wrong with it;
 * nothing is written then. True if it stands.
 */
export const buildContent = async (): Promise<boolean> => {
  try {
    console.log(await build(new Date().toISOString().slice(0, 10)));
    return true;
  } catch (error) {
    if (!(error instanceof ContentProblemsError)) throw error;
    console.error(`${error.message}\n${error.problems.length} problem(s) in the content; nothing was written.`);
    return false;
  }
};
