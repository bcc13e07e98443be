import { expect } from 'vitest';
import { examine } from '../../../infra/doctor/examine.ts';
import { type Finding, report } from '../../../infra/doctor/finding.ts';
import { exampleConfig } from '../deployment.ts';
import { healthyWorld, inboundWebhook, instrumentsFor, type World } from './healthy-deployment.ts';

export const messagingServiceSid = 'MG00000000000000000000000000000000';
export const inService = { messagingServiceSid };
export const tollFree = { smsNumber: '+18005550100' };
export const content = { signOff: 'valid', zoneVersion: '2026f' } as const;

export type Settings = Readonly<Record<string, unknown>>;
export const findingsOf = async (
  change: (world: World) => void = () => {},
  settings: Settings = inService,
  said: Parameters<typeof examine>[1] = content,
): Promise<readonly Finding[]> => {
  const config = exampleConfig(settings);
  const world = healthyWorld(config);
  change(world);
  return examine(config, said, instrumentsFor(world));
};
export const unlessSeen = (findings: readonly Finding[]) => findings.filter(({ weight }) => weight !== 'look');

export const merge = (world: World, part: 'aws' | 'twilio', key: string, changes: object): void => {
  const before = world[part][key];
  if (typeof before !== 'object') throw new TypeError(`the healthy world has no ${key}`);
  world[part][key] = { ...before, ...changes };
};
export const aws = (key: string, changes: object) => (world: World) => merge(world, 'aws', key, changes);
export const refused = (key: string, stderr: string) => (world: World) => {
  world.aws[key] = Object.assign(new Error('Command failed'), { stderr: `\n${stderr}\n` });
};
export const numbers = '/2010-04-01/Accounts/AC00000000000000000000000000000000/IncomingPhoneNumbers.json';
export const number = (changes: object) => (world: World) => {
  merge(world, 'twilio', numbers, {
    incoming_phone_numbers: [
      {
        sid: 'PN1',
        sms_url: inboundWebhook,
        sms_method: 'POST',
        sms_fallback_url: inboundWebhook,
        capabilities: { sms: true },
        ...changes,
      },
    ],
  });
};
export const service = (changes: object) => (world: World) =>
  merge(world, 'twilio', `/v1/Services/${messagingServiceSid}`, changes);
export const stackWith = (StackStatus: string) => ({ Stacks: [{ StackStatus }] });
export const rule = (changes: object) =>
  aws('ses describe-active-receipt-rule-set', {
    Rules: [{ Name: 'Inbound', Enabled: true, ScanEnabled: true, Recipients: ['backbeat.example.org'], ...changes }],
  });

/** One thing wrong with a healthy deployment: how much it weighs, what is said of it, and how it is brought about. */
export type Wrong = [weight: Finding['weight'], what: string, change: (world: World) => void, settings?: Settings];

/** What is wrong is the only thing that the doctor says, with the mend, and it decides the exit code. */
export const expectFound = async (...[weight, what, change, settings = inService]: Wrong): Promise<void> => {
  const findings = unlessSeen(await findingsOf(change, settings));
  expect(findings).toEqual([{ weight, what: expect.stringContaining(what), mend: expect.stringMatching(/^.{5,}$/) }]);
  expect(report('test', findings).exitCode).toBe(weight === 'blocks' ? 1 : 0);
};
