import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { mutants } from './mutants.ts';
import { loadMutant } from './mutation.ts';

const { mutant: name } = z.object({ mutant: z.string().optional() }).parse(workerData);
const mutant = mutants.find((candidate) => candidate.name === name);
if (mutant) loadMutant(mutant);
// Loaded only now, so that what it imports is the mutant's.
const { simulate } = await import('./simulate.ts');

parentPort?.on('message', async (message: unknown) => {
  const seed = z.number().parse(message);
  const { breach, counts } = await simulate(seed);
  parentPort?.postMessage({ seed, breach, counts });
});
