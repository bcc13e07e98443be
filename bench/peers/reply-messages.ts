import * as z from 'zod';

/** What the process that answers replies is started with. */
export const replyPlan = z.object({
  store: z.string(),
  clockOffsetMs: z.number(),
  people: z.number(),
  replies: z.number(),
  /** One reply in so many is delivered twice at the same time. */
  doubledEvery: z.number(),
  concurrency: z.number(),
});
export type ReplyPlan = z.infer<typeof replyPlan>;

export const replyReport = z.object({
  deliveries: z.number(),
  /** Replies that stand in a diary. */
  stored: z.number(),
  lost: z.number(),
  doubled: z.number(),
  /** Deliveries that were not answered with 200: the provider would deliver them again. */
  refused: z.number(),
  perSecond: z.number(),
  /** Milliseconds of a delivery. */
  p50: z.number(),
  p99: z.number(),
  /** CPU of the function a delivery, in microseconds; the engine's is beside it. */
  cpuMicros: z.number(),
});
export type ReplyReport = z.infer<typeof replyReport>;
