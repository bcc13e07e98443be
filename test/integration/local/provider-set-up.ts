import { createServer } from 'node:http';
import { createLocalClock } from '../../../local/clock.ts';
import { createProviders } from '../../../local/providers.ts';
import type { SesEvent } from '../../../local/ses-events.ts';
import { pointSdkAtStandIns } from '../../../local/settings.ts';

export const noon = Date.parse('2030-01-07T12:00:00Z');
export const authToken = 'a-token-for-tests';
export const startSecret = 'a-secret-of-this-start';

interface Webhook {
  readonly path: string;
  readonly signature: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

interface Functions {
  /** The function that reads mail. */
  readonly handInMail: (event: unknown) => Promise<unknown>;
}

/** The stand-ins with a frozen clock, and a web server in the place of the service's webhooks. */
export const startProviders = async ({ handInMail }: Functions = { handInMail: async () => undefined }) => {
  const clock = createLocalClock();
  clock.set(noon);
  const webhooks: Webhook[] = [];
  const statuses: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = await request.toArray();
    webhooks.push({
      path: request.url ?? '',
      signature: request.headers['x-twilio-signature']?.toString(),
      form: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
    });
    response.writeHead(statuses.shift() ?? 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const localBaseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const events: SesEvent[] = [];
  const reports: string[] = [];
  const providers = await createProviders({
    clock,
    startSecret,
    // No test of these stand-ins asks the table for anything.
    engine: { call: async () => ({ kind: 'error', code: 'NotHere', message: '' }), stop: async () => {} },
    secrets: { twilioAuthToken: authToken, pepper: 'p'.repeat(16), tokenKey: 'k'.repeat(16) },
    publicBaseUrl: 'https://coach.example',
    localBaseUrl,
    emit: async (event) => {
      events.push(event);
    },
    handInMail,
    report: (what) => reports.push(what),
  });
  pointSdkAtStandIns(process.env, providers.url, providers.dynamoDbUrl, startSecret);
  return {
    ...providers,
    clock,
    webhooks,
    /** What the web server answers to the next calls; 204 after that. */
    statuses,
    events,
    reports,
    /** Moves the clock through everything that falls due on the way. */
    pass: async (milliseconds: number): Promise<void> => {
      const target = clock.now() + milliseconds;
      for (let at = providers.agenda.nextAt(); at !== undefined && at <= target; at = providers.agenda.nextAt()) {
        clock.set(Math.max(at, clock.now()));
        await providers.agenda.runDue(at);
      }
      clock.set(target);
    },
    close: async (): Promise<void> => {
      await providers.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export type Providers = Awaited<ReturnType<typeof startProviders>>;
