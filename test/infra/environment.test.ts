import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { connectAlertClinic } from '../../functions/alert-clinic/connect.ts';
import { connectDeliveryEvents } from '../../functions/delivery-events/connect.ts';
import { connectDesk } from '../../functions/desk/connect.ts';
import { connectEmailInbound } from '../../functions/email-inbound/connect.ts';
import { connectEraseSubscriber } from '../../functions/erase-subscriber/connect.ts';
import { connectKeepLedger } from '../../functions/keep-ledger/connect.ts';
import { connectKeepTallies } from '../../functions/keep-tallies/connect.ts';
import { connectReconcileInbound } from '../../functions/reconcile-inbound/connect.ts';
import { connectScheduleTips } from '../../functions/schedule-tips/connect.ts';
import { connectSendTips } from '../../functions/send-tips/connect.ts';
import { connectSmsInbound } from '../../functions/sms-inbound/connect.ts';
import { connectWeb } from '../../functions/web/connect.ts';
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
  { name: 'alert-clinic', connect: connectAlertClinic },
  { name: 'sms-inbound', connect: connectSmsInbound },
  { name: 'email-inbound', connect: connectEmailInbound },
  { name: 'delivery-events', connect: connectDeliveryEvents },
  { name: 'reconcile-inbound', connect: connectReconcileInbound },
  { name: 'schedule-tips', connect: connectScheduleTips },
  { name: 'send-tips-sms', connect: connectSendTips },
  { name: 'send-tips-email', connect: connectSendTips },
  { name: 'erase-subscriber', connect: connectEraseSubscriber },
  { name: 'keep-ledger', connect: connectKeepLedger },
  { name: 'keep-tallies', connect: connectKeepTallies },
  { name: 'web', connect: connectWeb },
  { name: 'desk', connect: connectDesk },
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

  it.each(connections)('would be refused by $name without what it works on', async ({ name, connect }) => {
    // The ledger is kept of what the stream tells: its function knows no table.
    const { TABLE_NAME: _, LEDGER_BUCKET: _ledger, ...environment } = environmentOf(name);
    await expect(connect(environment, systemRuntime)).rejects.toThrow(ConfigurationError);
  });
});
