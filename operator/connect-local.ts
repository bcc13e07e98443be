import * as z from 'zod';
import type { Runtime } from '../shared/platform/runtime.ts';
import { fetchSecrets } from '../shared/platform/secrets.ts';
import type { Environment } from '../shared/platform/settings.ts';
import { systemRuntime } from '../shared/platform/system-runtime.ts';
import { type Connection, NotConnectedError } from './connection.ts';

const usualPlace = 'http://127.0.0.1:3000';

const answerSchema = z.object({
  environment: z.record(z.string(), z.string()),
  now: z.iso.datetime().transform(Date.parse),
  frozen: z.boolean(),
});

/**
 * The service's clock as this process follows it: it stands if the service's stands, else it runs on from the time it
 * showed.
 */
const clockFrom = (now: number, frozen: boolean): Runtime['clock'] => {
  const asked = Date.now();
  return { ...systemRuntime.clock, now: () => (frozen ? now : now + Date.now() - asked) };
};

/**
 * Connects to the service that `npm start` runs. It alone opens the data folder: two processes on one SQLite file could
 * each lose what the other wrote. So everything here goes through its stand-ins, as the functions' own calls do.
 * @throws NotConnectedError if nothing answers there
 */
export const connectLocal = async (at: string | undefined, environment: Environment): Promise<Connection> => {
  const { PORT } = environment;
  const place = (at ?? (PORT ? `http://127.0.0.1:${PORT}` : usualPlace)).replace(/\/+$/, '');
  const response = await fetch(`${place}/_local/operator`).catch((cause: unknown) => {
    throw new NotConnectedError(
      `nothing answers at ${place}: run npm start first, or say where it runs (--at) or which deployment is meant (--stage)`,
      { cause },
    );
  });
  const answer = answerSchema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success)
    throw new NotConnectedError(`what answers at ${place} is not Backbeat: say where it runs (--at)`);
  const { now, frozen, environment: told } = answer.data;
  return {
    environment: told,
    // The SDK would prefer a profile of whoever runs this, and so reach a real account: it is unset.
    sdk: {
      AWS_PROFILE: undefined,
      AWS_ENDPOINT_URL: undefined,
      ...Object.fromEntries(Object.entries(told).filter(([name]) => name.startsWith('AWS_'))),
    },
    secrets: await fetchSecrets(told['SECRETS_PARAMETER'] ?? '', told),
    lostTicksQueue: undefined,
    mailFunction: 'email-inbound',
    runtime: { ...systemRuntime, clock: clockFrom(now, frozen) },
    who: undefined,
    // While the service's clock stands, nothing in its queues is worked off unless it is told to.
    close: async () => {
      await fetch(`${place}/_local/queues`, { method: 'POST' });
    },
  };
};
