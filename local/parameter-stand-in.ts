import { Hono } from 'hono';
import type { Secrets } from '../shared/schemas/secrets.ts';

/** The AWS Parameters and Secrets Lambda extension: one GET that answers with the secrets' JSON. */
export const createParameterStandIn = (secrets: Secrets) =>
  new Hono().get('/systemsmanager/parameters/get', (context) =>
    context.json({
      Parameter: { Name: context.req.query('name'), Type: 'SecureString', Version: 1, Value: JSON.stringify(secrets) },
    }),
  );
