/** Runs pieces of work one after the other, in the order in which they asked. */
export type Mutex = <Result>(work: () => Promise<Result>) => Promise<Result>;

export const createMutex = (): Mutex => {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work);
    // The caller gets the error of a piece that fails; the next piece starts all the same.
    tail = result.catch(() => undefined);
    return result;
  };
};
