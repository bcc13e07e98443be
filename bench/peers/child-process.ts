import { type ChildProcess, fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReplyPlan } from './reply-messages.ts';
import type { WorkerSettings } from './worker-messages.ts';

const stopTimeoutMs = 10_000;

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Ends a process that we started, and waits until it is gone. */
export const endProcess = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(timer);
};

/** Whatever the bench starts ends with it, however it ends. */
const endWithUs = (child: ChildProcess): ChildProcess => {
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  return child;
};

/** Starts a file of this folder as a Node process of its own, with a channel to talk over. Node runs TypeScript as it is. */
export const startNode = (file: string, settings?: WorkerSettings | ReplyPlan): ChildProcess =>
  endWithUs(
    fork(fileURLToPath(new URL(file, import.meta.url)), [], {
      execArgv: [],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        ...(settings ? { PEERS_WORKER: JSON.stringify(settings) } : {}),
      },
    }),
  );

export const startProgram = (
  file: string,
  parameters: readonly string[],
  uid?: { uid: number; gid: number },
): ChildProcess => endWithUs(spawn(file, parameters, { stdio: ['ignore', 'ignore', 'inherit'], ...uid }));
