/** Lambda tries an asynchronous invocation three times in all (docs/facts.md#e1). */
const tries = 3;

/** Invokes a function as Lambda does asynchronously; the last failure is thrown. Without pauses between the tries. */
export const invokeAsync = async (run: () => Promise<unknown>): Promise<void> => {
  for (let tried = 1; ; tried++) {
    try {
      await run();
      return;
    } catch (error) {
      if (tried === tries) throw error;
    }
  }
};
