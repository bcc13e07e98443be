import { nameOf } from './error-name.ts';
import { createLog } from './log.ts';
import { once } from './once.ts';
import type { Runtime } from './runtime.ts';
import { fetchSecrets } from './secrets.ts';
import { type Environment, readSettings } from './settings.ts';

/** The extension keeps a value for five minutes (infra/constructs/backbeat-function.ts): a new one is in use after six. */
const lookAgainMs = 60_000;
/** Somebody's STOP may be waiting. */
const answersWithinMs = 1000;

/**
 * What a function connects once per environment, and again when its secrets have changed. An environment lives for hours:
 * without this, a rotation would be over for us when Lambda pleases. Secrets that cannot be looked at stay as they are.
 */
export const renewed = <T>(
  connect: (environment: Environment, runtime: Runtime) => Promise<T>,
  environment: Environment,
  runtime: Runtime,
): (() => Promise<T>) => {
  const start = () => once(() => connect(environment, runtime));
  let connected = start();
  let lookedAt = runtime.clock.now();
  /** Not known at first: `connect` reads its own. */
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
