import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, parseConfig } from '../../infra/config.ts';
import { exampleSettings } from './deployment.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'backbeat-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const errorOf = (attempt: () => unknown): ConfigError => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the settings were accepted');
};
const refusal = (changes: Readonly<Record<string, unknown>>): ConfigError =>
  errorOf(() => parseConfig(exampleSettings(changes), 'clinic.json'));

describe('settings of a deployment', () => {
  it('accepts the example, and fills in what may be left out', () => {
    expect(parseConfig(exampleSettings(), 'the example')).toMatchObject({
      secretsParameter: '/backbeat/test/secrets',
      twilioAnswersOptOut: true,
      logRetentionDays: 30,
    });
  });

  it.each([
    ['stage', 'Prod!', 'a short name in lower case'],
    ['region', 'Virginia', 'like "us-east-1"'],
    ['smsNumber', '555-0100', 'with + and country code'],
    ['twilioAccountSid', 'SK123', '"AC" and 32 characters'],
    ['messagingServiceSid', 'AC00000000000000000000000000000000', '"MG" and 32 characters'],
    ['rcsSenderId', 'rcs:clinic_agent', 'without "rcs:"'],
    ['mailDomain', 'https://example.org', 'a domain that only Backbeat gets mail for'],
    ['replyAddress', 'reply+x@backbeat.example.org', 'without a "+"'],
    ['smsPerSecond', '1', 'a number from 0.25 to 500'],
    ['emailPerSecond', 0, 'a number from 0.25 to 500'],
    ['contact', 'x'.repeat(61), 'HELP fits one text'],
    ['alarmEmail', 'nobody', 'the mailbox that alarms go to'],
    ['logRetentionDays', 3, '7, 14, 30, 60, 90, 180 or 365'],
    ['secretsParameter', 'secrets', 'starting with "/"'],
    ['runbookUrl', 'docs/runbook.md#top', 'without "#"'],
  ])('says what is wrong with %s = %j and what a right one looks like', (setting, value, hint) => {
    const error = refusal({ [setting]: value });
    expect(error.problems).toHaveLength(1);
    expect(error.problems[0]?.setting).toBe(setting);
    expect(error.message).toContain(
      `clinic.json cannot be used:\n  - ${setting} is ${JSON.stringify(value)}: it should be `,
    );
    expect(error.message).toContain(hint);
  });

  it('names everything that is missing at once', () => {
    const error = errorOf(() => parseConfig({}, 'clinic.json'));
    expect(error.problems.map(({ setting }) => setting)).toEqual(
      expect.arrayContaining([
        'stage',
        'region',
        'mailDomain',
        'smsNumber',
        'twilioAccountSid',
        'contact',
        'alarmEmail',
      ]),
    );
    expect(error.message).toContain('smsNumber is missing: it should be ');
  });

  it('refuses a misspelt setting and lists those there are', () => {
    expect(refusal({ smsNumer: '+15555550100' }).message).toMatch(/smsNumer is not a setting: .*smsNumber/);
  });

  it.each(['mailFrom', 'replyAddress'])('refuses a %s outside the domain that SES signs for', (setting) => {
    expect(refusal({ [setting]: 'coach@elsewhere.example' }).message).toContain(
      `${setting} is "coach@elsewhere.example": it should be at the mailDomain, backbeat.example.org.`,
    );
  });

  it('refuses a certificate of another region, which API Gateway cannot use', () => {
    const certificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/abc';
    expect(refusal({ customDomain: { name: 'coach.example.org', certificateArn } }).message).toContain(
      'it should be a certificate in the region us-east-1',
    );
  });

  it('says which part of the custom domain is wrong', () => {
    expect(refusal({ customDomain: { name: 'coach.example.org' } }).message).toContain(
      'customDomain.certificateArn is missing: it should be the ARN of an ACM certificate',
    );
  });

  it.each([null, [], 'text', 7])('refuses a file that holds %j', (raw) => {
    expect(errorOf(() => parseConfig(raw, 'clinic.json')).message).toContain('The file is not a JSON object');
  });
});

describe('the file with the settings', () => {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('is the one that was named', () => {
    const named = write('named.json', JSON.stringify(exampleSettings({ stage: 'named' })));
    expect(loadConfig(root, named)).toMatchObject({ config: { stage: 'named' }, isExample: false });
  });

  it("is the operator's own, if none was named", () => {
    write('backbeat.config.json', JSON.stringify(exampleSettings({ stage: 'own' })));
    expect(loadConfig(folder, undefined)).toMatchObject({ config: { stage: 'own' }, isExample: false });
  });

  it('is the example for whoever has none, and says so', () => {
    expect(loadConfig(root, 'infra/example.config.json')).toMatchObject({
      config: { stage: 'example' },
      isExample: true,
    });
  });

  it.each([
    ['is not there', join(folder, 'nowhere.json')],
    ['is not JSON', write('broken.json', '{"stage": ')],
  ])('is refused by name if it %s', (_, file) => {
    expect(errorOf(() => loadConfig(root, file)).message).toContain(
      `${file} cannot be used:\n  - It could not be read`,
    );
  });
});
