import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../local/free-port.ts';
import { endProcess, startProgram } from './child-process.ts';
import { type RunningStore, StoreError, waitUntil } from './store.ts';

const installed = '/usr/lib/postgresql';

/** The newest PostgreSQL of Debian's packages. @throws StoreError */
const binaries = (): string => {
  const versions = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a)) : [];
  if (!versions[0]) throw new StoreError('PostgreSQL is not installed: apt-get install postgresql');
  return join(installed, versions[0], 'bin');
};

export const postgresVersion = (): string =>
  execFileSync(join(binaries(), 'postgres'), ['--version'], { encoding: 'utf8' }).trim();

/** PostgreSQL refuses to run as root: then the package's own user does. */
const unprivileged = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/** Every commit reaches the disk before it is answered, as is PostgreSQL's default; memory and WAL as for a machine of this size. */
const settings = [
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'shared_buffers=1GB',
  'max_wal_size=4GB',
  'checkpoint_timeout=15min',
  'max_connections=100',
  'listen_addresses=127.0.0.1',
];

/** A cluster of its own in a folder of its own, on the loopback; ended and removed by `stop`. */
export const startPostgres = async (): Promise<RunningStore> => {
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'peers-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const bin = binaries();
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
    ...user,
    encoding: 'utf8',
    cwd: folder,
  });
  if (made.status !== 0) throw new StoreError(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const child = startProgram(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'log_min_messages=fatal',
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    user,
  );
  const url = (database: string): string => `postgres://bench@127.0.0.1:${port}/${database}`;
  const stop = async (): Promise<void> => {
    await endProcess(child, 'SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil(
      'the start of PostgreSQL',
      () => spawnSync(join(bin, 'psql'), ['-q', '-d', url('postgres'), '-c', 'create database bench']).status === 0,
    );
    return { address: url('bench'), pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
