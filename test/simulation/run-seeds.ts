import { Worker } from 'node:worker_threads';
import * as z from 'zod';

const resultSchema = z.object({
  seed: z.number(),
  breach: z.object({ rule: z.string(), who: z.string(), what: z.string() }).optional(),
  counts: z.record(z.string(), z.number()),
});

/** What one seed came to. */
export type SeedResult = z.infer<typeof resultSchema>;

export interface RunOptions {
  readonly seeds: readonly number[];
  readonly threads: number;
  /** The name of the mutant to run instead of production. */
  readonly mutant?: string;
  /** Is called with each result; the run ends when it returns false. */
  readonly onResult: (result: SeedResult) => boolean;
}

/** Simulates seeds in threads of their own, each seed alone in its world. */
export const runSeeds = async ({ seeds, threads, mutant, onResult }: RunOptions): Promise<void> => {
  const waiting = [...seeds];
  let over = false;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), {
        workerData: { mutant },
        // The pages are written in JSX, which Node does not read by itself.
        execArgv: ['--import', new URL('../../local/load-jsx.ts', import.meta.url).href],
      });
      const next = (): void => {
        const seed = over ? undefined : waiting.shift();
        if (seed === undefined) void worker.terminate().then(() => resolve());
        else worker.postMessage(seed);
      };
      worker.on('error', reject);
      worker.on('message', (message: unknown) => {
        if (!onResult(resultSchema.parse(message))) over = true;
        next();
      });
      next();
    });
  await Promise.all(Array.from({ length: Math.max(1, Math.min(threads, seeds.length)) }, work));
};
