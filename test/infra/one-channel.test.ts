import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { connectDeliveryEvents } from '../../functions/delivery-events/connect.ts';
import { connectDesk } from '../../functions/desk/connect.ts';
import { connectEmailInbound } from '../../functions/email-inbound/connect.ts';
import { connectReconcileInbound } from '../../functions/reconcile-inbound/connect.ts';
import { connectScheduleTips } from '../../functions/schedule-tips/connect.ts';
import { connectSendTips } from '../../functions/send-tips/connect.ts';
import { connectSmsInbound } from '../../functions/sms-inbound/connect.ts';
import { connectWeb } from '../../functions/web/connect.ts';
import { ConfigError, parseConfig } from '../../infra/config.ts';
import { examine } from '../../infra/doctor/examine.ts';
import { httpClient } from '../../shared/platform/http-client.ts';
import { variables } from '../../shared/platform/settings.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { emailOnlySettings, exampleSettings, resourcesOf, smsOnlySettings, synthesise } from './deployment.ts';
import { healthyWorld, instrumentsFor } from './doctor/healthy-deployment.ts';

const deployed = (settings: Record<string, unknown>) => resourcesOf(synthesise(parseConfig(settings, 'the test')).all);
const kinds = {
  both: deployed(exampleSettings()),
  smsOnly: deployed(smsOnlySettings()),
  emailOnly: deployed(emailOnlySettings()),
};

const namesOf = (of: typeof kinds.both): readonly string[] =>
  of.flatMap(({ type, properties: { Description } }) =>
    type === 'AWS::Lambda::Function' ? [String(Description).replace('Backbeat ', '')] : [],
  );
const countOf = (of: typeof kinds.both, type: string): number => of.filter((one) => one.type === type).length;
const functionSchema = z.object({
  Description: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});

describe.each([
  [
    'smsOnly',
    ['email-inbound', 'send-tips-email'],
    /AWS::SES|ses:|inbound-smtp|EmailWork|InboundMail|MAIL_FROM|REPLY_ADDRESS|EMAIL_|SES_|email-|mail-/,
  ],
  [
    'emailOnly',
    ['reconcile-inbound', 'send-tips-sms', 'sms-inbound'],
    /SmsWork|webhooks|SMS_(?!GROUP)|TWILIO|COUNTRIES|JOINS_|sms-(?!only)|reconcile/,
  ],
] as const)('%s', (channels, without, other) => {
  it('has no function, queue, schedule, alarm, identity nor setting of the other channel', () => {
    const left = namesOf(kinds.both).filter((name) => !namesOf(kinds[channels]).includes(name));
    expect(left.sort()).toEqual([...without].sort());
    // The dashboard draws the API's and all functions' numbers by names of their own.
    const rest = kinds[channels].filter(({ type }) => type !== 'AWS::CloudWatch::Dashboard');
    const speaking = rest.filter(({ type, properties }) => other.test(`${type} ${JSON.stringify(properties)}`));
    expect(speaking.map(({ id, type }) => `${type} ${id}`)).toEqual([]);
    expect(countOf(kinds[channels], 'AWS::SQS::Queue')).toBeLessThan(countOf(kinds.both, 'AWS::SQS::Queue'));
    expect(countOf(kinds[channels], 'AWS::CloudWatch::Alarm')).toBeLessThan(
      countOf(kinds.both, 'AWS::CloudWatch::Alarm'),
    );
  });

  it('draws nothing of the other on the dashboard', () => {
    const [board] = kinds[channels].filter(({ type }) => type === 'AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(board?.properties);
    expect(body).toContain(channels === 'smsOnly' ? 'Tips by text' : 'Tips by e-mail');
    expect(body).not.toMatch(channels === 'smsOnly' ? /"email\\|e-mail/ : /"sms\\|by text|Texts/);
  });

  it('gives each function all that it asks for, and tells it which channel there is', async () => {
    vi.stubEnv('AWS_REGION', 'us-east-1');
    const { twilioAuthToken, ...secrets } = {
      twilioAuthToken: 'a token of a test',
      pepper: 'a pepper of a test',
      tokenKey: 'a token key of a test',
    };
    const held = channels === 'emailOnly' ? secrets : { twilioAuthToken, ...secrets };
    const extension = vi
      .spyOn(httpClient, 'send')
      .mockImplementation(async () => Response.json({ Parameter: { Value: JSON.stringify(held) } }));
    const connections = {
      'delivery-events': connectDeliveryEvents,
      desk: connectDesk,
      'email-inbound': connectEmailInbound,
      'reconcile-inbound': connectReconcileInbound,
      'schedule-tips': connectScheduleTips,
      'send-tips-email': connectSendTips,
      'send-tips-sms': connectSendTips,
      'sms-inbound': connectSmsInbound,
      web: connectWeb,
    };
    const functions = kinds[channels].flatMap(({ type, properties }) =>
      type === 'AWS::Lambda::Function' ? [functionSchema.parse(properties)] : [],
    );
    for (const [name, connect] of Object.entries(connections)) {
      const found = functions.find(({ Description }) => Description === `Backbeat ${name}`);
      if (found === undefined) continue;
      const environment = Object.fromEntries(
        Object.entries(found.Environment.Variables).map(([variable, value]) => [
          variable,
          typeof value === 'string' ? value : 'https://filled-in.example/by-cloudformation',
        ]),
      );
      expect(environment[variables.onlyChannel], name).toBe(channels === 'smsOnly' ? 'sms' : 'email');
      await expect(connect(environment, systemRuntime), name).resolves.toBeDefined();
    }
    extension.mockRestore();
    vi.unstubAllEnvs();
  });

  it('is well by the doctor where nothing is wrong, which asks nothing of the other', async () => {
    const config = parseConfig(channels === 'smsOnly' ? smsOnlySettings() : emailOnlySettings(), 'the test');
    const { aws, twilio, ...rest } = healthyWorld(config);
    const isOther = channels === 'smsOnly' ? /^ses|-mail$/ : /^nothing/;
    const world = {
      ...rest,
      aws: Object.fromEntries(Object.entries(aws).filter(([name]) => !isOther.test(name))),
      twilio: channels === 'smsOnly' ? twilio : {},
      ...(channels === 'smsOnly' ? { mx: new Error('asked'), txt: new Error('asked') } : {}),
    };
    const findings = await examine(config, { signOff: 'valid', zoneVersion: '2026f' }, instrumentsFor(world));
    expect(findings.filter(({ weight }) => weight === 'blocks')).toEqual([]);
  });
});

describe('settings that contradict', () => {
  const refusal = (settings: Record<string, unknown>): string => {
    try {
      parseConfig(settings, 'clinic.json');
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
    }
    return 'accepted';
  };
  it.each([
    ['mail with smsOnly', smsOnlySettings({ emailsAMonth: 1000 }), /emailsAMonth is set, and channels is "smsOnly"/],
    ['a rule set with smsOnly', smsOnlySettings({ existingRuleSet: 'x' }), /leave existingRuleSet out/],
    ['texts with emailOnly', emailOnlySettings({ joinsADay: 5 }), /joinsADay is set, and channels is "emailOnly"/],
    ['kept Lambdas with emailOnly', emailOnlySettings({ webhookConcurrency: 20 }), /leave webhookConcurrency out/],
    ['no number with both', emailOnlySettings({ channels: 'both' }), /smsNumber is missing/],
    ['no domain with both', smsOnlySettings({ channels: undefined }), /mailDomain is missing/],
    [
      'channels that there are not',
      exampleSettings({ channels: ['sms'] }),
      /channels is \["sms"\]: it should be "both"/,
    ],
    ['no such setting', smsOnlySettings({ smsOnly: true }), /smsOnly is not a setting/],
  ])('%s', (_, settings, sentence) => {
    expect(refusal(settings)).toMatch(sentence);
  });

  it('a Region without SES takes texts alone', () => {
    expect(refusal(smsOnlySettings({ region: 'ca-west-1' }))).toMatch(/accepted|parameter extension/);
    expect(refusal(exampleSettings({ region: 'ap-east-1' }))).toMatch(/SES receives no mail there/);
    expect(refusal(smsOnlySettings({ region: 'ap-east-1' }))).toBe('accepted');
  });
});
