import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../local/free-port.ts';
import { endProcess, startProgram } from './child-process.ts';
import { type RunningStore, waitUntil } from './store.ts';

export const redisVersion = (): string =>
  execFileSync('redis-server', ['--version'], { encoding: 'utf8' }).split(' ').slice(0, 3).join(' ');

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** A server of its own with its append-only file in a folder of its own, on the loopback; ended and removed by `stop`. */
export const startRedis = async (): Promise<RunningStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'peers-redis-'));
  const port = await freePort();
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'always',
    save: '',
    'maxmemory-policy': 'noeviction',
    loglevel: 'warning',
  };
  const child = startProgram(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
  );
  const stop = async (): Promise<void> => {
    await endProcess(child, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil('the start of Redis', () => accepts(port));
    return { address: String(port), pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
