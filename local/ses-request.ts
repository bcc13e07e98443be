import * as z from 'zod';

/** SES takes 7-bit printable text in names and values, and longer values only through Raw (docs/facts.md#b1). */
const printable = /^[\x20-\x7e]*$/;
const content = z.object({ Data: z.string(), Charset: z.string().optional() });
const tag = z
  .string()
  .max(256)
  .regex(/^[A-Za-z0-9_-]+$/);

/** The part of SendEmail that this service may use, with the limits of SES: what fails here would fail there. */
const requestSchema = z.object({
  FromEmailAddress: z.string().min(3),
  Destination: z.object({ ToAddresses: z.tuple([z.string().min(3)]) }),
  ReplyToAddresses: z.array(z.string()).default([]),
  ConfigurationSetName: z.string().optional(),
  EmailTags: z
    .array(z.object({ Name: tag, Value: tag }))
    .max(50)
    .default([]),
  Content: z.object({
    Simple: z.object({
      Subject: content,
      Body: z.object({ Text: content, Html: content.optional() }),
      Headers: z
        .array(
          z.object({
            Name: z
              .string()
              .max(126)
              .regex(/^[!-9;-~]+$/),
            Value: z.string().max(995).regex(printable),
          }),
        )
        .max(15)
        .default([]),
    }),
  }),
});

/** A SendEmail request that SES would accept. */
export type SendRequest = z.infer<typeof requestSchema>;

/** Reads a request, or returns what SES would say is wrong with it. */
export const parseSendRequest = (body: unknown): { request: SendRequest } | { problem: string } => {
  const parsed = requestSchema.safeParse(body);
  return parsed.success ? { request: parsed.data } : { problem: z.prettifyError(parsed.error) };
};

/** The bare address of `Ana <ana@example.org>`. */
export const bareAddress = (mailbox: string): string => /<([^>]+)>/.exec(mailbox)?.[1] ?? mailbox.trim();
