/**
 * Connects once per environment. The connection is kept if it succeeded and tried again with the next event if not: a
 * secret that could not be read at the first event must not break the environment for all that follow.
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
