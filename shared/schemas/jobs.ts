import * as z from 'zod';
import { localDate } from './local-time.ts';

// What a message of our queues says.

const text = z.string().regex(/./s);

export const sendJob = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tips'),
    dueAt: z.number(),
    members: z.array(z.object({ id: text, date: localDate })),
  }),
  z.object({ kind: z.literal('confirmation'), id: text, epoch: text, by: z.literal('page').optional() }),
]);

export const erasureJob = z.object({ kind: z.enum(['erase', 'sweep']), id: text });
