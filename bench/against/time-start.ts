import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const patienceMs = 60_000;

/** `npm start` did not say that it runs. */
class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}

const manifest = z.object({ scripts: z.object({ start: z.string().startsWith('node ') }) });

/** Milliseconds from starting the service of a checkout, in memory, as its `npm start` does, until it says that it runs. */
export const timeStart = (checkout: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { scripts } = manifest.parse(JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')));
    const began = performance.now();
    const child = spawn(process.execPath, scripts.start.split(' ').slice(1), {
      cwd: checkout,
      env: { PATH: process.env['PATH'], BACKBEAT_DATA: 'memory', PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    let readyAfter: number | undefined;
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (readyAfter !== undefined || !printed.includes('Ctrl+C')) return;
      readyAfter = performance.now() - began;
      child.kill('SIGTERM');
    });
    child.once('exit', () => {
      clearTimeout(timer);
      if (readyAfter === undefined) reject(new NotReadyError(printed));
      else resolve(readyAfter);
    });
  });
