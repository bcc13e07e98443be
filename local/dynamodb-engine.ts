import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/**
 * How long the engine may take to start, in ms. It starts in about 15 ms; a loaded machine gets a thousand times that.
 */
const startTimeoutMs = 15_000;
const stopTimeoutMs = 3_000;
/** A free port may be taken before the engine listens on it, so a few are tried. */
const portTries = 3;

/** The embedded DynamoDB engine could not be started, or has ended. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** The embedded DynamoDB engine, listening on a port. */
export interface DynamoDbEngine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * The path of the engine's binary for this machine.
 * @throws EngineError if there is none
 */
export const binaryPath = (): string => {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${platform}/package.json`);
    return join(dirname(manifest), process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch (cause) {
    throw new EngineError(
      `the embedded DynamoDB engine for ${platform} is not installed: run "npm install" on this machine without --omit=optional. ` +
        'There is one for linux-x64, linux-arm64, darwin-x64, darwin-arm64 and win32-x64.',
      { cause },
    );
  }
};

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

const answers = async (endpoint: string, child: ChildProcess): Promise<boolean> => {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline && !hasEnded(child)) {
    const response = await fetch(endpoint, { method: 'POST' }).catch(() => undefined);
    if (response !== undefined) {
      await response.arrayBuffer();
      // Another program on this port would answer too; ours has ended then.
      await delay(5);
      return !hasEnded(child);
    }
    await delay(5);
  }
  return false;
};

/** Ends a child process, and waits until it has ended. */
export const stopChild = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(timer);
};

/**
 * Starts the embedded DynamoDB engine on a free port and waits until it answers; in memory unless a data file is given.
 * It answers anybody, so it is for tests and benchmarks; `npm start` uses the one without a port (closed-engine.ts).
 * @throws EngineError
 */
export const startDynamoDbEngine = async ({
  dataFile,
}: {
  readonly dataFile?: string;
} = {}): Promise<DynamoDbEngine> => {
  const binary = binaryPath();
  for (let tried = 0; tried < portTries; tried++) {
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const child = spawn(binary, ['--port', String(port), ...(dataFile === undefined ? [] : ['--db-path', dataFile])], {
      stdio: 'ignore',
    });
    const failed = new Promise<false>((resolve) => child.once('error', () => resolve(false)));
    // A parent that ends without stopping the engine must not leave it behind.
    const kill = (): boolean => child.kill('SIGKILL');
    process.once('exit', kill);
    const stop = async (): Promise<void> => {
      process.removeListener('exit', kill);
      await stopChild(child);
    };
    if (await Promise.race([answers(endpoint, child), failed])) return { endpoint, stop };
    await stop();
  }
  throw new EngineError(`the embedded DynamoDB engine at ${binary} does not start${dataFile ? ` on ${dataFile}` : ''}`);
};
