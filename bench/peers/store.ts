/** A store under measurement, running on this machine. */
export interface RunningStore {
  /** How a worker reaches it. */
  readonly address: string;
  /** The process whose CPU, with its descendants', is the store's. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** A store could not be started. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const pollMs = 50;

/** Tries until it succeeds, for so long. @throws StoreError */
export const waitUntil = async (
  what: string,
  isSo: () => boolean | Promise<boolean>,
  timeoutMs = 20_000,
): Promise<void> => {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new StoreError(`${what} did not happen within ${timeoutMs / 1000} s`);
};
