import * as z from 'zod/mini';
import { type DataOf, reader } from './schema-reader.ts';

// What Twilio's Messages API answers, as far as it is used (docs/facts.md#a4, docs/facts.md#a5).

export const readCreated = reader(z.object({ sid: z.string().check(z.regex(/./s)) }));

export const readRefusal = reader(z.object({ code: z.nullish(z.number()) }));

const listedMessage = z.object({
  sid: z.string(),
  status: z.string(),
  date_created: z.string(),
  direction: z.string(),
  from: z.nullable(z.string()),
  body: z.nullable(z.string()),
});
export type ListedMessage = z.output<typeof listedMessage>;

export const readMessagePage = reader(
  z.object({
    messages: z.array(listedMessage),
    next_page_uri: z.nullish(z.string()),
  }),
);
export type MessagePage = DataOf<typeof readMessagePage>;
