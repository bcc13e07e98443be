import * as z from 'zod';
import { endProcess, startNode } from './child-process.ts';

const counts = z.object({ accepted: z.number(), distinct: z.number(), peak: z.number() });
export type ProviderCounts = z.infer<typeof counts>;

/** The stub provider, in a process of its own. */
export const startProvider = async () => {
  const child = startNode('./provider-stub.ts');
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('message', (message) => resolve(z.object({ port: z.number() }).parse(message)));
    child.once('exit', () => reject(new TypeError('the stub provider ended')));
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    /** Forgets all messages and answers after that delay from now on. */
    reset: async (delayMs: number, clockOffsetMs: number): Promise<void> => {
      const body = new URLSearchParams({ delayMs: String(delayMs), clockOffsetMs: String(clockOffsetMs) });
      await (await fetch(`${url}/reset`, { method: 'POST', body })).arrayBuffer();
    },
    counts: async (): Promise<ProviderCounts> => counts.parse(await (await fetch(`${url}/counts`)).json()),
    stop: () => endProcess(child, 'SIGTERM'),
  };
};

export type Provider = Awaited<ReturnType<typeof startProvider>>;
