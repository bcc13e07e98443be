import * as z from 'zod/mini';
import { type DataOf, reader } from './schema-reader.ts';

// What Twilio's Messages API answers, as far as it is used (docs/facts.md#a4, docs/facts.md#a5).

/** The answer to a message that Twilio took: its id. */
export const readCreated = reader(z.object({ sid: z.string().check(z.regex(/./s)) }));

/** The answer to a message that Twilio refused: the number of the error, if it names one. */
export const readRefusal = reader(z.object({ code: z.nullish(z.number()) }));

const listedMessage = z.object({
  sid: z.string(),
  status: z.string(),
  date_created: z.string(),
  direction: z.string(),
  from: z.nullable(z.string()),
  body: z.nullable(z.string()),
});
/** A message as Twilio's list shows it; dates are RFC 2822. */
export type ListedMessage = z.output<typeof listedMessage>;

/** A page of Twilio's message list. */
export const readMessagePage = reader(
  z.object({
    messages: z.array(listedMessage),
    next_page_uri: z.nullish(z.string()),
  }),
);
/** A page of that list, and the path of the next one. */
export type MessagePage = DataOf<typeof readMessagePage>;
