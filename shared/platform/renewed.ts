import { nameOf } from './error-name.ts';
import { createLog } from './log.ts';
import { once } from './once.ts';
import type { Runtime } from './runtime.ts';
import { fetchSecrets } from './secrets.ts';
import { type Environment, readSettings } from './settings.ts';

/**
 * How often the secrets are read again, in ms. The extension keeps a value for five minutes
 * (infra/constructs/backbeat-function.ts), so a new one is in use after six.
 */
const lookAgainMs = 60_000;
/** How long reading the secrets may take, in ms, because somebody's STOP may be waiting. */
const answersWithinMs = 1000;

/**
 * Connects a function once per environment, and again when its secrets have changed. An environment lives for hours:
 * without this, a rotation would take effect whenever Lambda pleases. If the secrets cannot be read, the present ones
 * stay.
 */
export const renewed = <T>(
  connect: (environment: Environment, runtime: Runtime) => Promise<T>,
  environment: Environment,
  runtime: Runtime,
): (() => Promise<T>) => {
  const start = () => once(() => connect(environment, runtime));
  let connected = start();
  let lookedAt = runtime.clock.now();
  /** Unknown at first, because `connect` reads the secrets itself. */
  let seen: string | undefined;
  const look = async (): Promise<void> => {
    try {
      const { secretsParameter } = readSettings(environment, ['secretsParameter']);
      const found = JSON.stringify(await fetchSecrets(secretsParameter, environment, answersWithinMs));
      if (found !== seen) connected = start();
      seen = found;
    } catch (error) {
      createLog('secrets')('warn', 'secrets-not-renewed', { error: nameOf(error) });
    }
  };
  return async () => {
    const now = runtime.clock.now();
    if (now - lookedAt >= lookAgainMs) {
      lookedAt = now;
      await look();
    }
    return connected();
  };
};
