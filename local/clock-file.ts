import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const schema = z.object({ frozenAt: z.iso.datetime() });

/**
 * Keeps the instant to which the clock was last set beside the data: a diary that was simulated into next week must not
 * wake up last week.
 */
export const createClockFile = (folder: string | undefined) => {
  const file = folder === undefined ? undefined : join(folder, 'clock.json');
  return {
    /** The instant (epoch ms) at which the clock stood, or undefined for real time. */
    read: async (): Promise<number | undefined> => {
      if (file === undefined) return undefined;
      const text = await readFile(file, 'utf8').catch(() => undefined);
      return text === undefined ? undefined : Date.parse(schema.parse(JSON.parse(text)).frozenAt);
    },
    write: async (frozenAt: number | undefined): Promise<void> => {
      if (file === undefined) return;
      if (frozenAt === undefined) await rm(file, { force: true });
      else await writeFile(file, JSON.stringify({ frozenAt: new Date(frozenAt).toISOString() }), { mode: 0o600 });
    },
  };
};
