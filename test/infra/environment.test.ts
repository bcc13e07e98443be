import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { deliveryEventsDeps } from '../../functions/delivery-events/deps.ts';
import { emailInboundDeps } from '../../functions/email-inbound/deps.ts';
import { eraseSubscriberDeps } from '../../functions/erase-subscriber/deps.ts';
import { reconcileInboundDeps } from '../../functions/reconcile-inbound/deps.ts';
import { scheduleTipsDeps } from '../../functions/schedule-tips/deps.ts';
import { sendTipsDeps } from '../../functions/send-tips/deps.ts';
import { smsInboundDeps } from '../../functions/sms-inbound/deps.ts';
import { webDeps } from '../../functions/web/deps.ts';
import { httpClient } from '../../shared/platform/http-client.ts';
import { ConfigurationError } from '../../shared/platform/settings.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { exampleConfig, resourcesOf, synthesise } from './deployment.ts';

const functionSchema = z.object({
  Description: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const functions = resourcesOf([
  synthesise(exampleConfig({ messagingServiceSid: 'MG00000000000000000000000000000000' })).service,
])
  .filter(({ type }) => type === 'AWS::Lambda::Function')
  .map(({ properties }) => functionSchema.parse(properties));

/** The variables of a function as it would see them: what CloudFormation fills in is a URL, which passes as a name too. */
const environmentOf = (name: string): Record<string, string> => {
  const found = functions.find(({ Description }) => Description === `Backbeat ${name}`);
  if (found === undefined) throw new Error(`there is no function ${name}`);
  const filledIn = Object.entries(found.Environment.Variables).map(([variable, value]) => [
    variable,
    typeof value === 'string' ? value : 'https://filled-in.example/by-cloudformation',
  ]);
  return z.record(z.string(), z.string()).parse(Object.fromEntries(filledIn));
};

const connections = [
  { name: 'sms-inbound', connect: smsInboundDeps },
  { name: 'email-inbound', connect: emailInboundDeps },
  { name: 'delivery-events', connect: deliveryEventsDeps },
  { name: 'reconcile-inbound', connect: reconcileInboundDeps },
  { name: 'schedule-tips', connect: scheduleTipsDeps },
  { name: 'send-tips-sms', connect: sendTipsDeps },
  { name: 'send-tips-email', connect: sendTipsDeps },
  { name: 'erase-subscriber', connect: eraseSubscriberDeps },
  { name: 'web', connect: webDeps },
];

const extension = vi.spyOn(httpClient, 'send').mockImplementation(async () =>
  Response.json({
    Parameter: {
      Value: JSON.stringify({
        twilioAuthToken: 'a token of a test',
        pepper: 'a pepper of a test',
        tokenKey: 'a token key of a test',
      }),
    },
  }),
);

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'us-east-1');
  extension.mockClear();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the environment of each function', () => {
  it('is tried for all of them', () => {
    const described = functions.map(({ Description }) => Description.replace('Backbeat ', ''));
    expect(described.sort()).toEqual(connections.map(({ name }) => name).sort());
  });

  it.each(connections)('has all that $name asks for', async ({ name, connect }) => {
    await expect(connect(environmentOf(name), systemRuntime)).resolves.toBeDefined();
  });

  it.each(connections)('names the secrets of $name if it reads any', async ({ name, connect }) => {
    const environment = environmentOf(name);
    await connect(environment, systemRuntime);
    const asked = extension.mock.calls.map(([address]) => address);
    const { SECRETS_PARAMETER: parameter } = environment;
    expect(asked.every((address) => address.includes(encodeURIComponent(parameter ?? 'none')))).toBe(true);
    expect(asked.length > 0).toBe(parameter !== undefined);
  });

  it.each(connections)('would be refused by $name without the table', async ({ name, connect }) => {
    const { TABLE_NAME: _, ...environment } = environmentOf(name);
    await expect(connect(environment, systemRuntime)).rejects.toThrow(ConfigurationError);
  });
});
