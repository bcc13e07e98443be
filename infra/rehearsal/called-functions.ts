import { Session } from 'node:inspector/promises';
import { basename } from 'node:path';
import * as z from 'zod';

/** A function by where it stands in the text of its file: offsets in UTF-16 code units. */
export const functionRange = z.object({ start: z.number(), end: z.number() });
export type FunctionRange = z.infer<typeof functionRange>;

const handlerModule = z.object({
  handler: z.custom<(event: unknown) => unknown>((value) => typeof value === 'function'),
});

/** Imports a bundle and has it answer one event; says which functions of its files that called, by file name. */
export const watchCalls = async (bundle: URL, event: unknown) => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  // With counts, or V8 says nothing of a function that it has optimised away or collected.
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const { handler } = handlerModule.parse(await import(bundle.href));
  const answer: unknown = await handler(event);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const folder = new URL('.', bundle).href;
  const called = result
    .filter(({ url }) => url.startsWith(folder))
    .map(({ url, functions }): [string, readonly FunctionRange[]] => [
      basename(url),
      functions
        .flatMap(({ ranges: [whole] }) => (whole && whole.count > 0 ? [whole] : []))
        .map(({ startOffset, endOffset }) => ({ start: startOffset, end: endOffset })),
    ]);
  return { called: Object.fromEntries(called), answer };
};
