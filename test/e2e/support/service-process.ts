import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Ready in half a second, three times that where the service has changed; a machine under load gets many times that. */
const startTimeoutMs = 30_000;
/** It stops its engine within three seconds, by force if need be. */
const stopTimeoutMs = 8_000;

/** The service ended, or stayed silent, before it said where it can be reached. */
class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}

export interface ServiceProcess {
  readonly url: string;
  readonly pid: number | undefined;
  /** All it has written to stdout and stderr so far. */
  readonly output: () => string;
  /** Ends it as Ctrl+C does, and tells its exit code; null when it had to be killed. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does, at once and without a word. */
  kill(): Promise<void>;
}

/**
 * Starts the service as `npm start` does, on a free port, as a process of its own.
 * @throws NotReadyError
 */
export const startServiceProcess = async ({
  data = 'memory',
  debug = false,
}: {
  /** A folder, or `memory`. */
  readonly data?: string;
  /** With every log line of the functions, as CloudWatch would get them. */
  readonly debug?: boolean;
} = {}): Promise<ServiceProcess> => {
  const { DEBUG: _, PUBLIC_BASE_URL: __, ...environment } = process.env;
  const child = spawn(process.execPath, ['local/start.mjs'], {
    cwd: root,
    env: { ...environment, BACKBEAT_DATA: data, PORT: '0', ...(debug ? { DEBUG: '1' } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  // A test run that is broken off must not leave a service behind.
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);

  const ready = new Promise<string>((resolve) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+(?=\/_local\/)/.exec(output)?.[0];
      if (url !== undefined && output.includes('Ctrl+C')) resolve(url);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    const timer = setTimeout(kill, stopTimeoutMs);
    const code = await ended;
    clearTimeout(timer);
    process.removeListener('exit', kill);
    return code;
  };

  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), startTimeoutMs);
  });
  const url = await Promise.race([ready, silent, ended.then(() => undefined)]);
  clearTimeout(timer);
  if (url === undefined) {
    await stop();
    throw new NotReadyError(`the service did not start:\n${output}`);
  }
  const killed = async (): Promise<void> => {
    kill();
    await ended;
    process.removeListener('exit', kill);
  };
  return { url, pid: child.pid, output: () => output, stop, kill: killed };
};
