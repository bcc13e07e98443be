import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { mutants } from './mutants.ts';
import { loadMutant } from './mutation.ts';

const { mutant: name } = z.object({ mutant: z.string().optional() }).parse(workerData);
const mutant = mutants.find((candidate) => candidate.name === name);
if (mutant) loadMutant(mutant);
// The import comes after the mutant is in place, so that every module is loaded with it.
const { simulate } = await import('./simulate.ts');

parentPort?.on('message', async (message: unknown) => {
  const seed = z.number().parse(message);
  const { breach, counts } = await simulate(seed);
  parentPort?.postMessage({ seed, breach, counts });
});
