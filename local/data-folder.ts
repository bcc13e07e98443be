import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the folder that data is kept in, for its owner alone, and takes from others what an older version left open to
 * them: people's numbers and diaries, and the secrets that links are signed with.
 */
export const prepareDataFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(entries.filter((entry) => entry.isFile()).map(({ name }) => chmod(join(folder, name), 0o600)));
};
