import { createLog } from '../../shared/platform/log.ts';
import { once } from '../../shared/platform/once.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchMailSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { backendOnDemand } from './backend-on-demand.ts';
import { lambdaAdapter } from './lambda-adapter.ts';
import { plainDeps, readWebSettings } from './plain-deps.ts';
import { createWeb } from './web.ts';

/**
 * Connects the pages to the secrets. The table, the queues and SES's suppression list are connected by the first page
 * that needs them.
 * @throws ConfigurationError or SecretsError
 */
export const connectWeb = async (environment: Environment, runtime: Runtime) => {
  const settings = { ...readSettings(environment, ['table', 'secretsParameter']), ...readWebSettings(environment) };
  const secrets = await fetchMailSecrets(settings.secretsParameter, environment);
  const backend = once(async () => (await import('./connect-backend.ts')).connectBackend(secrets, settings, runtime));
  return lambdaAdapter(
    createWeb({ ...plainDeps(secrets, settings, runtime, createLog('web')), ...backendOnDemand(backend) }),
  );
};
