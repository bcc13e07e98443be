/** Lets so many run at a time; the rest wait in the order they came. */
export const createLimit = (most: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await run();
    } finally {
      // A place that becomes free goes to the next in the queue, not to a caller that comes at that moment.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
