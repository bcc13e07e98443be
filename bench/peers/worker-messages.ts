import * as z from 'zod';

/** What a worker process is started with, as JSON in its environment. */
export const processSettings = z.object({
  /** Where the stub provider listens. */
  providerUrl: z.string(),
  /** The engine's endpoint, PostgreSQL's connection string or Redis's port. */
  store: z.string(),
  /** Added to this machine's clock, so that the tick falls on the minute at which everybody is due. */
  clockOffsetMs: z.number(),
  /** How many are due. */
  people: z.number(),
  /** Sends in flight at most. */
  inFlight: z.number(),
  /** Several processes of a system share its work: only the first says what the store has counted for all of them. */
  isFirst: z.boolean(),
  /** A process that takes the place of a killed one: there is work already, and locks of the dead to break. */
  isReplacement: z.boolean(),
  /** What a peer does about somebody who has a record of a send begun, and nothing more. */
  onDoubt: z.enum(['resend', 'skip']),
  /** DynamoDB answers in this process instead of the engine's: what Backbeat does without the engine's time. */
  engineOut: z.boolean(),
});
export type WorkerSettings = z.infer<typeof processSettings>;

/** Calls to the store and rows, items or keys written, since the process started or, in a peer's store, since it was made. */
export const storeUsage = z.object({ calls: z.number(), writes: z.number() });
export type StoreUsage = z.infer<typeof storeUsage>;

/** From the bench to a worker. */
export const toWorker = z.discriminatedUnion('kind', [
  /** The minute has come for so many people; 0 for a process that only works. */
  z.object({ kind: z.literal('tick'), people: z.number() }),
  /** How much is left to do? */
  z.object({ kind: z.literal('left') }),
  z.object({ kind: z.literal('usage') }),
  /** A message of the queue (Backbeat's only). */
  z.object({ kind: z.literal('message'), id: z.string(), body: z.string(), receiveCount: z.number() }),
  /** The queue has stored what was sent (Backbeat's only). */
  z.object({ kind: z.literal('stored'), batch: z.number() }),
]);
export type ToWorker = z.infer<typeof toWorker>;

/** From a worker to the bench. */
export const fromWorker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('ticked') }),
  z.object({ kind: z.literal('left'), count: z.number() }),
  z.object({ kind: z.literal('usage'), usage: storeUsage }),
  z.object({ kind: z.literal('done'), id: z.string(), comesBack: z.boolean() }),
  /** This message is to come back in so many seconds. */
  z.object({ kind: z.literal('hide'), id: z.string(), seconds: z.number() }),
  z.object({ kind: z.literal('store'), batch: z.number(), bodies: z.array(z.string()) }),
]);
export type FromWorker = z.infer<typeof fromWorker>;
