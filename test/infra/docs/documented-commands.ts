import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A command of a document as the shell understands it: its words, and where it stands. */
interface DocumentedCommand {
  readonly words: readonly string[];
  readonly source: string;
  /** In a block that is copied whole; else named in a sentence, perhaps without all it takes. */
  readonly isWhole: boolean;
}

const root = join(import.meta.dirname, '../../..');
const programs = ['aws', 'npm', 'npx', 'git', 'vi', 'curl'];

/**
 * Shell functions in the place of the programs: each writes down its words and does nothing else, so that what a document
 * tells people to paste is run, quoting, continued lines and here-documents included, and reaches nobody.
 */
const prelude = [
  'set -eu',
  'write_down() { printf "%s\\0" "$@" >>"$WRITTEN"; printf "\\n\\0" >>"$WRITTEN"; }',
  ...programs.map((name) => `${name}() { write_down ${name} "$@"; }`),
  'git() { write_down git "$@"; if [ "$1" = clone ]; then mkdir -p backbeat; fi; }',
  'openssl() { echo "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IHNlY3I="; }',
].join('\n');

interface Snippet {
  readonly text: string;
  readonly isWhole: boolean;
}

/** Placeholders as a reader fills them in. */
const filledIn = (text: string): string =>
  text.replaceAll(/<([a-z][\w ]*)>/g, (_, name: string) => fillings[name] ?? 'filled-in').replaceAll('…', 'filled-in');
const fillings: Readonly<Record<string, string>> = { stage: 'prod', date: '2026-11-29' };

const unindented = (block: string): string => {
  const [indent = ''] = /^ */.exec(block) ?? [];
  return block
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
};

const snippetsOf = (markdown: string): readonly Snippet[] => {
  const blocks = [...markdown.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].map(([, text = '']) => unindented(text));
  const sentences = markdown.replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
  const named = [...sentences.matchAll(/`([^`\n]+)`/g)]
    .map(([, text = '']) => text)
    .filter((text) => /^(aws|npm|npx) [a-z]/.test(text) || /&& npm /.test(text));
  return [...blocks.map((text) => ({ text, isWhole: true })), ...named.map((text) => ({ text, isWhole: false }))];
};

/**
 * Runs every block for the shell of a document, and every command that a sentence of it names, in a folder of its own.
 * Gives the commands, and the files that the blocks have written beside the repository, by name.
 */
export const runDocument = (
  path: string,
): { commands: readonly DocumentedCommand[]; written: (name: string) => string } => {
  const place = mkdtempSync(join(tmpdir(), 'documented-'));
  const clone = join(place, 'clone');
  mkdirSync(join(clone, 'infra'), { recursive: true });
  cpSync(join(root, 'infra/example.config.json'), join(clone, 'infra/example.config.json'));
  const log = join(place, 'log');
  const read = (name: string): string => readFileSync(join(place, name), 'utf8');
  const files = new Map<string, string>();
  try {
    const commands = snippetsOf(readFileSync(join(root, path), 'utf8')).flatMap(({ text, isWhole }) => {
      rmSync(log, { force: true });
      const ran = spawnSync('bash', ['-c', `${prelude}\n${filledIn(text)}`], {
        cwd: clone,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], WRITTEN: log, EDITOR: 'true', HOME: dirname(place) },
      });
      if (ran.status !== 0) throw new Error(`${path} has a block that the shell refuses: ${ran.stderr}\n${text}`);
      const said = ran.status === 0 ? wordsIn(log) : [];
      return said.map((words) => ({ words, source: path, isWhole }));
    });
    for (const name of ['backbeat-secrets.json', 'clone/backbeat.config.json'])
      try {
        files.set(name, read(name));
      } catch {
        // Only one of the documents writes them.
      }
    return { commands, written: (name) => files.get(name) ?? '' };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

const wordsIn = (log: string): readonly (readonly string[])[] => {
  let text: string;
  try {
    text = readFileSync(log, 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n\0')
    .filter((line) => line !== '')
    .map((line) => line.split('\0').filter((_, index, all) => index < all.length - 1));
};
