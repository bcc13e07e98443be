import {
  DeleteSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  type ListSuppressedDestinationsCommandOutput,
  NotFoundException,
  SESv2Client,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import type { DayMessageKind } from '../../domain/tips/prompt.ts';
import { classifySes } from '../../domain/tips/provider-errors.ts';
import { withoutUnusedMiddlewares } from '../aws/unused-middlewares.ts';
import { readConnectionError } from '../connection-error.ts';
import type { SendOutcome } from '../send-outcome.ts';

type MailKind = DayMessageKind | 'answer' | 'confirmation' | 'alert';

/** One mail to one person: a complaint then blames nobody else (docs/facts.md#b4). */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo: string;
  /** At most 15, printable ASCII (docs/facts.md#b1): see mail-headers.ts. */
  readonly headers: Readonly<Record<string, string>>;
  /** What SES's events report back: the kind, the pseudonym and the local date, none of which names the person. */
  readonly tags: { readonly kind: MailKind; readonly id: string; readonly date: string };
}

/**
 * Lists the addresses on the account's suppression list, in lower case: SES accepts a mail to them and delivers none
 * (docs/facts.md#b5). A page of a thousand is one call.
 */
export const listSuppressed = async (client: SESv2Client): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  let NextToken: string | undefined;
  do {
    const page: ListSuppressedDestinationsCommandOutput = await client.send(
      new ListSuppressedDestinationsCommand({ PageSize: 1000, NextToken }),
    );
    for (const { EmailAddress } of page.SuppressedDestinationSummaries ?? [])
      if (EmailAddress !== undefined) found.add(EmailAddress.toLowerCase());
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
};

/** Sends mail through SES. */
export interface SesMail {
  /** Makes one attempt, and never throws. The client must not retry, because SES has no idempotency token. */
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Removes an address from the account's suppression list, when its owner subscribes again (docs/facts.md#b5). */
  allowAgain(address: string): Promise<void>;
}

/**
 * How long SES may take, in ms, as Twilio (functions/send-tips/deps.ts). A send without an answer by then counts as in
 * doubt, so that it does not hold up other people's mails.
 */
const answersWithinMs = 10_000;

/**
 * An SES client that never retries by itself: a retry after a lost answer is a second mail. A request without an answer
 * for so long fails with `ETIMEDOUT`; the SDK by itself waits for ever. Endpoint from `AWS_ENDPOINT_URL_SESV2`.
 */
export const sesClient = (requestTimeout = answersWithinMs): SESv2Client =>
  withoutUnusedMiddlewares(
    new SESv2Client({ maxAttempts: 1, requestHandler: { requestTimeout, throwOnRequestTimeout: true } }),
  );

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

const httpStatusOf = (error: Error): number | undefined => {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
};

const failureOf = (error: unknown): SendOutcome => {
  if (!(error instanceof Error)) return { kind: 'in-doubt', code: 'unknown' };
  const { code, mayHaveArrived } = readConnectionError(error);
  if (!mayHaveArrived) return { kind: 'not-accepted', code };
  const httpStatus = httpStatusOf(error);
  return classifySes(httpStatus === undefined ? code : error.name, httpStatus, error.message);
};

/**
 * Sends mail by SES v2 (docs/facts.md#b1). `from` may carry a display name; events go where the configuration set sends
 * them.
 */
export const createSesMail = ({
  client,
  from,
  configurationSet,
}: {
  readonly client: SESv2Client;
  readonly from: string;
  readonly configurationSet: string;
}): SesMail => ({
  async send({ to, subject, text, html, replyTo, headers, tags }) {
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      ReplyToAddresses: [replyTo],
      ConfigurationSetName: configurationSet,
      EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      Content: {
        Simple: {
          Subject: utf8(subject),
          Body: { Text: utf8(text), Html: utf8(html) },
          Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
        },
      },
    });
    try {
      const { MessageId } = await client.send(command);
      return MessageId ? { kind: 'accepted', providerId: MessageId } : { kind: 'in-doubt', code: 'no-message-id' };
    } catch (error) {
      return failureOf(error);
    }
  },

  async allowAgain(address) {
    try {
      await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: address }));
    } catch (error) {
      // SES answers so if the address is not on the list, which is the wanted state.
      if (!(error instanceof NotFoundException)) throw error;
    }
  },
});
