import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, parseConfig } from '../../infra/config.ts';
import { exampleSettings, readingClinic } from './deployment.ts';

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
      sms: { twilioAnswersOptOut: true },
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
    ['stage', 'prod-', 'a short name in lower case'],
    ['secretsParameter', '/aws/backbeat/secrets', 'neither with "/aws" nor with "/ssm"'],
    ['secretsParameter', '/SSM-backbeat', 'neither with "/aws" nor with "/ssm"'],
    ['mailFrom', 'Dos à dos <café@backbeat.example.org>', 'an address in ASCII'],
    ['mailFrom', `${'x'.repeat(65)} <coach@backbeat.example.org>`, 'up to 64 characters'],
    ['mailFrom', 'Back\u0007beat <coach@backbeat.example.org>', 'the sender people see'],
    ['replyAddress', 'réponse@backbeat.example.org', 'the address answers go to'],
  ])('says what is wrong with %s = %j and what a right one looks like', (setting, value, hint) => {
    const error = refusal({ [setting]: value });
    expect(error.problems).toHaveLength(1);
    expect(error.problems[0]?.setting).toBe(setting);
    expect(error.message).toContain(
      `clinic.json cannot be used:\n  - ${setting} is ${JSON.stringify(value)}: it should be `,
    );
    expect(error.message).toContain(hint);
  });

  it('has no default for who looks at red flags', () => {
    const { redFlagReaders: _, ...settings } = exampleSettings();
    expect(errorOf(() => parseConfig(settings, 'clinic.json')).message).toContain(
      'redFlagReaders is missing: it should be "nobody", or who looks',
    );
    expect(parseConfig({ ...settings, redFlagReaders: 'nobody' }, 'clinic.json').redFlagReaders).toBe('nobody');
  });

  it.each([
    ['a yes', '', 'somebody'],
    ['a name that a text has no letters for', '.clinic', { ...readingClinic, clinic: 'Klinik Łódź' }],
    ['no such zone', '.zone', { ...readingClinic, zone: 'America/Gotham' }],
    ['no hours', '.hours', { ...readingClinic, hours: [] }],
    ['hours over midnight', '.hours.0', { ...readingClinic, hours: [{ days: [1], from: '22:00', to: '06:00' }] }],
    ['an eighth day', '.hours.0.days.0', { ...readingClinic, hours: [{ days: [8], from: '09:00', to: '17:00' }] }],
    ['nobody to tell', '.contacts', { ...readingClinic, contacts: [] }],
    ['a contact without an address', '.contacts.0', { ...readingClinic, contacts: [{ name: 'front desk' }] }],
    [
      'two of one name',
      '.contacts',
      { ...readingClinic, contacts: [readingClinic.contacts[0], readingClinic.contacts[0]] },
    ],
    [
      'an address that is not encrypted',
      '.contacts.0.https',
      { ...readingClinic, contacts: [{ name: 'a', https: 'http://x.example' }] },
    ],
  ])('refuses a clinic that looks with %s', (_, part, redFlagReaders) => {
    const { message, problems } = refusal({ redFlagReaders });
    expect(problems.map(({ setting }) => setting)).toEqual([`redFlagReaders${part}`]);
    expect(message).toContain('it should be "nobody", or who looks at red flags and when');
  });

  it('refuses contacts whose mail would come to Backbeat, and hours that no text has room for', () => {
    const contacts = [{ name: 'front desk', email: 'desk@backbeat.example.org' }];
    expect(refusal({ redFlagReaders: { ...readingClinic, contacts } }).message).toContain(
      'redFlagReaders.contacts.0.email is "desk@backbeat.example.org": all mail to backbeat.example.org comes to Backbeat',
    );
    const hours = ['1', '2', '3', '4'].map((day) => ({ days: [Number(day), 6, 7], from: '09:00', to: `1${day}:00` }));
    expect(refusal({ redFlagReaders: { ...readingClinic, hours } }).message).toContain('say it in fewer hours');
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

  it.each([
    ['a Region in which SES receives no mail', 'ap-south-2', /SES receives no mail there \(as of 20\d\d-\d\d-\d\d\)/],
    ['a Region that is none', 'eu-east-7', /SES receives no mail there/],
    ['a Region without the parameter extension', 'il-central-1', /no parameter extension for arm64/],
  ])('refuses %s, and lists the others', (_, region, why) => {
    const { message, problems } = refusal({ region });
    expect(problems.map(({ setting }) => setting)).toEqual(['region']);
    expect(message).toMatch(why);
    expect(message).toContain('it should be one of af-south-1, ap-northeast-1, ');
  });

  it.each(['Elm-Street', 'elm street', '-elm', 'my-cognito-desk', 'aws-elm', ''])(
    'refuses %j as the address of a user pool',
    (deskUserPool) =>
      expect(refusal({ desk: undefined, deskUserPool }).problems.map(({ setting }) => setting)).toEqual([
        'deskUserPool',
      ]),
  );

  it('refuses two places where staff sign in', () => {
    expect(refusal({ deskUserPool: 'elm-street-desk' }).message).toContain('leave out one of them');
  });

  it('refuses a CloudFront that is not alone, or whose certificate is of another Region', () => {
    const certificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/abc';
    const webAclArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/backbeat/abc';
    const cloudFront = { name: 'coach.example.org', certificateArn, webAclArn };
    const customDomain = { name: 'api.example.org', certificateArn };
    const { message } = refusal({ region: 'eu-west-1', cloudFront, customDomain });
    expect(message).toContain('the service has one address');
    expect(message).toContain('certificates of us-east-1 only');
    expect(
      refusal({ cloudFront: { ...cloudFront, webAclArn: 'arn:aws:wafv2:eu-west-1:1:regional/x' } }).message,
    ).toContain(
      'cloudFront.webAclArn is "arn:aws:wafv2:eu-west-1:1:regional/x": it should be the ARN of a web ACL for CloudFront',
    );
  });

  it.each([
    ['webhookConcurrency', 4, 'from 5 to 1000'],
    ['smsSegmentsAMonth', 0, 'a whole number of 1 or more'],
    ['emailsAMonth', 1.5, 'a whole number of 1 or more'],
    ['joinsADay', '100', 'a whole number of 1 or more'],
    ['joinsInTotal', -1, 'a whole number of 1 or more'],
  ])('refuses %s = %j', (setting, value, hint) => {
    expect(refusal({ [setting]: value }).message).toContain(hint);
  });

  it.each(['backbeat.example.org', 'bounce.backbeat.example.org'])(
    'refuses %s as custom domain: it has MX records, and a CNAME tolerates no other record',
    (name) => {
      const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc';
      expect(refusal({ customDomain: { name, certificateArn } }).message).toContain(
        `customDomain.name is "${name}": its DNS name holds MX records for mail`,
      );
    },
  );

  it.each([
    ['alarmEmail', 'operator@backbeat.example.org'],
    ['alarmEmail', 'Operator@Backbeat.Example.org'],
    ['contact', 'ask help@backbeat.example.org'],
  ])('refuses %s = %s, which no human would read', (setting, value) => {
    expect(refusal({ [setting]: value }).message).toContain('all mail to backbeat.example.org comes to Backbeat');
  });

  it.each([
    ['UK', ': do you mean "GB"?'],
    ['EU', '.'],
    ['ZZ', '.'],
    ['SU', ': do you mean "RU"?'],
  ])('refuses %s as a country: no number is of it', (code, hint) => {
    const { problems } = refusal({ countries: ['US', code] });
    expect(problems).toEqual([
      {
        setting: 'countries.1',
        sentence: `countries.1 is "${code}": no phone number is of that country by ISO 3166-1${hint}`,
      },
    ]);
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

  it('is the example where there is no file of one’s own, and says so', () => {
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
