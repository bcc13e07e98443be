import {
  DeleteSuppressedDestinationCommand,
  SESv2Client,
  SESv2ServiceException,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import { Hono } from 'hono';
import { hangUp, type NodeEnvironment } from '../hang-up.ts';
import { kindOf, type Outbox } from '../outbox.ts';
import { sesError } from '../ses-errors.ts';
import { bareAddress, parseSendRequest, type SendRequest } from '../ses-request.ts';
import type { GuestList } from './guest-list.ts';
import type { RealSes } from './real-mode.ts';

interface Parts {
  readonly ses: RealSes;
  readonly guests: GuestList;
  readonly outbox: Outbox;
  readonly report: (what: string, error: unknown) => void;
}

/**
 * Takes the place of the stand-in for SES, and passes mails on to SES itself, signed with the operator's own
 * credentials, for a limited number of people. The functions' other clients keep the stand-ins' credentials, so that no
 * table, queue or bucket of an account can be reached by mistake.
 */
export const createSesForwarder = ({ ses, guests, outbox, report }: Parts) => {
  // No retry: the functions decide what a lost answer means.
  const client = new SESv2Client({
    region: ses.region,
    credentials: ses.credentials,
    maxAttempts: 1,
    // Given here, because by the first mail the environment's endpoint is the stand-ins'.
    endpoint: ses.endpoint,
  });
  const app = new Hono<NodeEnvironment>();

  const show = (request: SendRequest): void => {
    const { Subject, Body, Headers } = request.Content.Simple;
    outbox.add({
      kind: kindOf(request.EmailTags.find(({ Name }) => Name === 'kind')?.Value),
      channel: 'email',
      to: bareAddress(request.Destination.ToAddresses[0]),
      from: request.FromEmailAddress,
      subject: Subject.Data,
      text: Body.Text.Data,
      ...(Body.Html === undefined ? {} : { html: Body.Html.Data }),
      headers: {
        ...Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value])),
        'Reply-To': request.ReplyToAddresses.join(', '),
      },
    });
  };

  /** SES's error as a response; undefined if SES did not answer. */
  const refusalOf = (error: unknown): Response | undefined => {
    if (!(error instanceof SESv2ServiceException)) return undefined;
    return Response.json(
      { message: error.message },
      { status: error.$metadata.httpStatusCode ?? 500, headers: { 'x-amzn-errortype': error.name } },
    );
  };

  app.post('/v2/email/outbound-emails', async (context) => {
    const parsed = parseSendRequest(await context.req.json());
    if ('problem' in parsed) return sesError('BadRequestException', parsed.problem);
    const { request } = parsed;
    if (!guests.admits(bareAddress(request.Destination.ToAddresses[0])))
      return sesError('MessageRejected', 'More people than --people allows');
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({ ...request, ConfigurationSetName: ses.configurationSet } as const),
      );
      show(request);
      return context.json({ MessageId });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) return refusal;
      report('SES did not answer', error);
      return hangUp(context);
    }
  });
  app.delete('/v2/email/suppression/addresses/:address', async (context) => {
    try {
      await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: context.req.param('address') }));
      return context.json({});
    } catch (error) {
      return refusalOf(error) ?? sesError('InternalServiceErrorException');
    }
  });
  app.all('*', () => sesError('BadRequestException', 'this is not passed on to SES'));
  return app;
};
