import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { worker } from '../../infra/pace.ts';
import { variables } from '../../shared/platform/settings.ts';
import { exampleConfig, resourcesOf, synthesise } from './deployment.ts';
import { functionSchema, functions, resources } from './example-service.ts';

const functionNamed = (name: string) => {
  const found = functions.find(({ Description }) => Description === `Backbeat ${name}`);
  if (found === undefined) throw new Error(`there is no function ${name}`);
  return found;
};

/** The scheduler calls only the table and the queues and makes no links or pseudonyms, so it gets no secret. */
const readsSecrets = (description: string): boolean =>
  !['Backbeat schedule-tips', 'Backbeat alert-clinic', 'Backbeat keep-ledger', 'Backbeat keep-tallies'].includes(
    description,
  );

/** Every number in a template, with where it stands; API Gateway's rate is the one that may be a fraction. */
const numbersIn = (value: unknown, path = ''): readonly { readonly path: string; readonly value: number }[] => {
  if (typeof value === 'number') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}/${key}`));
};

describe('rates', () => {
  it.each([0.25, 1 / 3, 1.1, 8.35, 9.1, 18.2, 77.77, 499.9])(
    'of %d a second make whole numbers wherever AWS wants them',
    (rate) => {
      const templates = synthesise(exampleConfig({ smsPerSecond: rate, emailPerSecond: rate })).all;
      const fractions = templates
        .flatMap((template) => numbersIn(template.toJSON()['Resources']))
        .filter(
          ({ path, value }) => !Number.isInteger(value) && !path.includes('Alarm') && !path.endsWith('/Threshold'),
        );
      expect(fractions).toEqual([]);
    },
  );
});

describe('functions', () => {
  it('tell nobody of red flags where nobody looks: no function, no topic, no alarm about it', () => {
    const alone = resourcesOf([synthesise(exampleConfig({ redFlagReaders: 'nobody' })).service]);
    const count = (type: string, of = alone): number => of.filter((one) => one.type === type).length;
    expect(count('AWS::Lambda::Function')).toBe(functions.length - 1);
    expect(count('AWS::SNS::Topic')).toBe(count('AWS::SNS::Topic', resources) - 1);
    expect(JSON.stringify(alone.filter(({ type }) => type !== 'AWS::CloudWatch::Dashboard'))).not.toMatch(
      /alert-clinic|red-flags|RedFlags/,
    );
  });

  it('open no staff page where nobody signs in: no function, no route, no alarm', () => {
    const without = resourcesOf([synthesise(exampleConfig({ desk: undefined })).service]);
    const count = (type: string, of = without): number => of.filter((one) => one.type === type).length;
    expect(count('AWS::Lambda::Function')).toBe(functions.length - 1);
    expect(count('AWS::ApiGatewayV2::Route', resources) - count('AWS::ApiGatewayV2::Route')).toBe(2);
    expect(JSON.stringify(without.filter(({ type }) => type !== 'AWS::CloudWatch::Dashboard'))).not.toMatch(
      /StaffPage|desk-failures|DESK_/,
    );
  });

  it('make a directory of staff where the setting asks for one: nobody signs up, each has a second factor, no secret', () => {
    const { data, service: own } = synthesise(exampleConfig({ desk: undefined, deskUserPool: 'elm-street-desk' }));
    data.hasResource('AWS::Cognito::UserPool', {
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        DeletionProtection: 'ACTIVE',
      },
      DeletionPolicy: 'Retain',
    });
    own.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: [{ 'Fn::Join': ['', Match.arrayWith(['/desk/signed-in'])] }],
      LogoutURLs: [{ 'Fn::Join': ['', Match.arrayWith(['/desk'])] }],
    });
    own.hasResourceProperties('AWS::Cognito::UserPoolDomain', { Domain: 'elm-street-desk' });
    for (const GroupName of ['staff', 'clinicians'])
      own.hasResourceProperties('AWS::Cognito::UserPoolGroup', { GroupName });
    own.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          DESK_ISSUER: { 'Fn::Join': ['', Match.arrayWith(['https://cognito-idp.us-east-1.amazonaws.com/'])] },
          DESK_CLIENT_ID: { Ref: Match.stringLikeRegexp('^StaffDirectoryClient') },
          DESK_GROUPS_CLAIM: 'cognito:groups',
          DESK_STAFF_GROUP: 'staff',
          DESK_CLINICIAN_GROUP: 'clinicians',
        }),
      },
    });
    const routes = resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Route').length;
    own.resourceCountIs('AWS::ApiGatewayV2::Route', routes);
  });

  it('tell each contact what carries their name', () => {
    const filters = resources
      .filter(({ type }) => type === 'AWS::SNS::Subscription')
      .flatMap(({ properties }) => ('FilterPolicy' in properties ? [properties] : []));
    expect(filters).toMatchObject([
      { Protocol: 'email', Endpoint: 'desk@elm-street.example', FilterPolicy: { contact: ['front desk'] } },
      { Protocol: 'https', Endpoint: 'https://pager.example/backbeat', FilterPolicy: { contact: ['duty physio'] } },
    ]);
  });

  it('are the thirteen of the design', () => {
    expect(functions.map(({ Description }) => Description.replace('Backbeat ', '')).sort()).toEqual([
      'alert-clinic',
      'delivery-events',
      'desk',
      'email-inbound',
      'erase-subscriber',
      'keep-ledger',
      'keep-tallies',
      'reconcile-inbound',
      'schedule-tips',
      'send-tips-email',
      'send-tips-sms',
      'sms-inbound',
      'web',
    ]);
  });

  it.each(functions)('$Description runs on Node.js 24 and arm64, without tracing', (fn) => {
    expect(fn).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    expect(fn.TracingConfig).toBeUndefined();
  });

  it.each(functions)('$Description logs JSON to a group of its own that forgets', ({ LoggingConfig }) => {
    expect(LoggingConfig.LogFormat).toBe('JSON');
    const group = resources.find(({ id }) => id === LoggingConfig.LogGroup.Ref);
    expect(group).toMatchObject({ type: 'AWS::Logs::LogGroup', properties: { RetentionInDays: 30 } });
    expect(functions.filter((other) => other.LoggingConfig.LogGroup.Ref === LoggingConfig.LogGroup.Ref)).toHaveLength(
      1,
    );
  });

  it.each(['sms-inbound', 'delivery-events'])('%s is done before Twilio hangs up after 15 s', (name) => {
    expect(functionNamed(name).Timeout).toBeLessThan(15);
  });

  it.each(functions)(
    '$Description is told where the secrets are if it reads any, never what they are',
    ({ Description, Environment }) => {
      const ofTheRuntime = ['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', ...Object.keys(worker.environment)];
      const known: readonly string[] = [...Object.values(variables), ...ofTheRuntime];
      const own = Object.keys(Environment.Variables).filter(
        (name) => !/^(PARAMETERS_SECRETS_EXTENSION|SECRETS_MANAGER|SSM_PARAMETER_STORE)_/.test(name),
      );
      expect(known).toEqual(expect.arrayContaining(own));
      expect(Environment.Variables['SECRETS_PARAMETER']).toBe(
        readsSecrets(Description) ? '/backbeat/test/secrets' : undefined,
      );
    },
  );

  it.each([
    ['send-tips-sms', 10, '2'],
    ['send-tips-email', 60, '3'],
  ])('%s knows its own rate and how many share it', (name, rate, workers) => {
    const fast = resourcesOf([synthesise(exampleConfig({ smsPerSecond: 10, emailPerSecond: 60 })).service]);
    const found = fast.find(({ properties }) => properties['Description'] === `Backbeat ${name}`);
    const variablesOf = functionSchema.parse(found?.properties).Environment.Variables;
    expect(variablesOf).toMatchObject({ RATE_PER_SECOND: String(rate), WORKERS: workers });
    const mapping = fast.find(
      ({ type, properties }) =>
        type === 'AWS::Lambda::EventSourceMapping' &&
        JSON.stringify(properties['FunctionName']).includes(found?.id ?? '?'),
    );
    expect(mapping?.properties['ScalingConfig']).toEqual({ MaximumConcurrency: Number(workers) });
  });
});
