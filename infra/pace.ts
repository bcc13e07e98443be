/** The least that SQS accepts as an event source's maximum concurrency. */
const fewestWorkers = 2;
/** A worker claims a second's worth of sends at a time, and one BatchExecuteStatement claims 25. */
const mostPerWorker = 25;

/**
 * How many workers share a sender's rate: as few as can keep it, because waiting in a Lambda is what its time costs.
 * @param ratePerSecond messages per second that the provider allows
 */
export const workersFor = (ratePerSecond: number): number =>
  Math.max(fewestWorkers, Math.ceil(ratePerSecond / mostPerWorker));
