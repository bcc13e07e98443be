/**
 * Connects once per environment. A connection that succeeded is kept; one that failed is tried again with the next
 * event, so that a secret which could not be read at the first event does not break the environment for all that
 * follow.
 */
export const once = <T>(connect: () => Promise<T>): (() => Promise<T>) => {
  let connected: Promise<T> | undefined;
  return () => {
    connected ??= connect().catch((error: unknown) => {
      connected = undefined;
      throw error;
    });
    return connected;
  };
};
