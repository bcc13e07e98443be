import { Readable } from 'node:stream';
import * as z from 'zod';
import { runOperator } from '../../../operator/operator.ts';

/*
 * A process that carries out one command of the desk after another, each with an environment, a standard input and an output of
 * its own: operator-process.ts starts it. What a process of a command's own costs is reading the same modules once more.
 */

const inherited = { ...process.env };
const commandSchema = z.object({
  words: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  typed: z.string(),
});

process.on('message', async (message) => {
  const { words, environment, typed } = commandSchema.parse(message);
  process.env = { ...inherited, ...environment };
  Object.defineProperty(process, 'stdin', { value: Readable.from([typed]), configurable: true });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = (chunk: Uint8Array | string) => {
      written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return true;
    };
  }
  const code = await runOperator(words);
  process.send?.({ code, output: written.stdout, errors: written.stderr });
});
