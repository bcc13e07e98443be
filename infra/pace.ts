/** The least that SQS accepts as an event source's maximum concurrency. */
const fewestWorkers = 2;
/**
 * The most messages a second of one worker: it claims a second's worth at a time, and one BatchExecuteStatement claims
 * 25.
 */
const mostPerWorker = 25;

/**
 * How many workers share a sender's rate: as few as can keep it, because waiting in a Lambda is what its time costs.
 * @param ratePerSecond messages per second that the provider allows
 */
export const workersFor = (ratePerSecond: number): number =>
  Math.max(fewestWorkers, Math.ceil(ratePerSecond / mostPerWorker));

/**
 * The most members of a queue message: what one BatchGetItem takes (docs/facts.md#e4), because a message costs two SQS
 * requests and an invocation, however many it names. Ten of them, a SendMessageBatch, are 57 KB (56 bytes a member),
 * which is one request still: SQS counts by 64 KB.
 */
const largestGroup = 100;
/**
 * Seconds of sends in a queue message: half of the time that a worker has for one group (functions/send-tips), so that
 * no member is left over.
 */
const groupSeconds = 20;

/** How many people a queue message names: 100, or fewer where workers are slow. */
export const groupSizeFor = (ratePerSecond: number): number =>
  Math.max(1, Math.min(largestGroup, Math.floor((groupSeconds * ratePerSecond) / workersFor(ratePerSecond))));

/**
 * The workers' memory in MiB, and the settings that keep Node within it; measured in docs/cost.md. Below 150 a worker of
 * mails would get too little of a processor for 25 a second.
 */
export const worker = {
  memorySize: { sms: 160, email: 160 },
  /**
   * A small young generation and one arena: a worker that waits for its pace has no use for the memory that Node
   * reserves for speed.
   */
  environment: { NODE_OPTIONS: '--max-semi-space-size=1 --max-old-space-size=64', MALLOC_ARENA_MAX: '1' },
} as const;
