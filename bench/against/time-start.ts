import { spawn } from 'node:child_process';

const patienceMs = 60_000;

/** `npm start` did not say that it runs. */
class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}

/** Milliseconds from `npm start` in a checkout, its data in memory, until the service says that it runs. */
export const timeStart = (checkout: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    // A process group of its own: npm, its shell and the service end together.
    const child = spawn('npm', ['start'], {
      cwd: checkout,
      detached: true,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], BACKBEAT_DATA: 'memory', PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const end = (signal: NodeJS.Signals): void => {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    };
    let printed = '';
    let readyAfter: number | undefined;
    const timer = setTimeout(() => end('SIGKILL'), patienceMs);
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (readyAfter !== undefined || !printed.includes('Ctrl+C')) return;
      readyAfter = performance.now() - began;
      end('SIGTERM');
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      if (readyAfter === undefined) reject(new NotReadyError(printed));
      else resolve(readyAfter);
    });
  });
