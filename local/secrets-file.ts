import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Secrets } from '../shared/schemas/secrets.ts';

const schema = z.object({ twilioAuthToken: z.string(), pepper: z.string(), tokenKey: z.string() });

const newSecrets = (): Secrets => ({
  twilioAuthToken: randomBytes(16).toString('hex'),
  pepper: randomBytes(32).toString('hex'),
  tokenKey: randomBytes(32).toString('hex'),
});

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The secrets of this data folder, made once and kept beside the data, so that links survive a restart. */
export const loadSecrets = async (folder: string | undefined): Promise<Secrets> => {
  if (folder === undefined) return newSecrets();
  const file = join(folder, 'secrets.json');
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (!isMissing(error)) throw error;
    const secrets = newSecrets();
    await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    return secrets;
  }
};
