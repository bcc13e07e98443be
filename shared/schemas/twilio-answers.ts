import * as z from 'zod';

// What Twilio's Messages API answers, as far as it is used (facts A4, A5).

export const created = z.object({ sid: z.string().regex(/./s) });

export const refusal = z.object({ code: z.number().nullish() });

const listedMessage = z.object({
  sid: z.string(),
  status: z.string(),
  date_created: z.string(),
  direction: z.string(),
  from: z.string().nullable(),
  body: z.string().nullable(),
});
export type ListedMessage = z.output<typeof listedMessage>;

export const messagePage = z.object({
  messages: z.array(listedMessage),
  next_page_uri: z.string().nullish(),
});
export type MessagePage = z.output<typeof messagePage>;
