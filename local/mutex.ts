/** Runs pieces of work one after the other, in the order in which they asked. */
export type Mutex = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A new mutex, with no work waiting. */
export const createMutex = (): Mutex => {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work);
    // The caller gets the error of a failed piece of work; the next one starts all the same.
    tail = result.catch(() => undefined);
    return result;
  };
};
