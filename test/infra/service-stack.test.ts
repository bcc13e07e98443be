import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { worker } from '../../infra/pace.ts';
import { metricNames } from '../../shared/platform/metrics.ts';
import { variables } from '../../shared/platform/settings.ts';
import { exampleConfig, resourcesOf, synthesise } from './deployment.ts';

const { service } = synthesise();
const functionSchema = z.object({
  Architectures: z.array(z.string()),
  Runtime: z.string(),
  Description: z.string(),
  Timeout: z.number(),
  TracingConfig: z.unknown().optional(),
  LoggingConfig: z.object({ LogFormat: z.string(), LogGroup: z.object({ Ref: z.string() }) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const resources = resourcesOf([service]);
const functions = resources
  .filter(({ type }) => type === 'AWS::Lambda::Function')
  .map(({ id, properties }) => ({ id, ...functionSchema.parse(properties) }));
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

describe('queues', () => {
  const queueSchema = z.object({
    SqsManagedSseEnabled: z.literal(true),
    VisibilityTimeout: z.number().optional(),
    RedrivePolicy: z.object({ maxReceiveCount: z.number(), deadLetterTargetArn: z.unknown() }).optional(),
  });
  const queues = resources
    .filter(({ type }) => type === 'AWS::SQS::Queue')
    .map(({ id, properties }) => ({ id, ...queueSchema.parse(properties) }));
  const mappings = resources
    .filter(({ type, properties }) => type === 'AWS::Lambda::EventSourceMapping' && !('StartingPosition' in properties))
    .map(({ properties }) =>
      z
        .object({
          BatchSize: z.number(),
          FunctionResponseTypes: z.array(z.string()),
          EventSourceArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
          FunctionName: z.object({ Ref: z.string() }),
        })
        .parse(properties),
    );

  it('are three, each read by one function', () => {
    expect(mappings).toHaveLength(3);
  });

  it.each(mappings)('hand out one job at a time, for six timeouts, 20 times, then keep it', (mapping) => {
    const [queueId] = mapping.EventSourceArn['Fn::GetAtt'];
    const queue = queues.find(({ id }) => id === queueId);
    const fn = functions.find(({ id }) => id === mapping.FunctionName.Ref);
    expect(mapping.BatchSize).toBe(1);
    expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(queue?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * (fn?.Timeout ?? Number.POSITIVE_INFINITY));
    expect(queue?.RedrivePolicy?.maxReceiveCount).toBe(20);
  });

  it('refuse plain HTTP, every one of them', () => {
    const refusing = JSON.stringify(service.findResources('AWS::SQS::QueuePolicy'));
    for (const { id } of queues) expect(refusing).toContain(`"Queues":[{"Ref":"${id}"}]`);
    expect(refusing.match(/"aws:SecureTransport":"false"/g)).toHaveLength(queues.length);
  });
});

describe('what follows the table’s stream', () => {
  const streams = resources.filter(
    ({ type, properties }) => type === 'AWS::Lambda::EventSourceMapping' && 'StartingPosition' in properties,
  );

  it('is two functions: of more, each shard of a stream would give each too little', () => {
    expect(streams).toHaveLength(2);
  });

  it.each([
    ['PromiseLedger', { BatchSize: 100 }],
    // Without a window Lambda does not name the shard.
    ['Tallies', { BatchSize: 1000, MaximumBatchingWindowInSeconds: 60, TumblingWindowInSeconds: 60 }],
  ])('%s is told from the first change on, and gives nothing up', (id, batches) => {
    const properties = streams.find((stream) => stream.id.startsWith(id))?.properties ?? {};
    expect(properties).toMatchObject({ StartingPosition: 'TRIM_HORIZON', ...batches });
    // Neither a number of tries nor an age: only the stream itself forgets.
    expect(Object.keys(properties)).not.toEqual(expect.arrayContaining(['MaximumRetryAttempts']));
    expect(Object.keys(properties)).not.toEqual(expect.arrayContaining(['MaximumRecordAgeInSeconds']));
    const { Filters } = z.object({ Filters: z.array(z.unknown()) }).parse(properties['FilterCriteria']);
    expect(Filters.length).toBeLessThanOrEqual(5);
  });
});

describe('the clock', () => {
  it.each(['ScheduleTips', 'ReconcileInbound'])('wakes %s every five minutes, on the five minutes', (fn) => {
    service.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0/5 * * * ? *)',
      ScheduleExpressionTimezone: 'Etc/UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: Match.objectLike({
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp(fn), 'Arn'] },
        RetryPolicy: { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 2 },
        DeadLetterConfig: { Arn: Match.anyValue() },
      }),
    });
  });
});

describe('the API', () => {
  it('has the two webhooks of Twilio and a page for everything else', () => {
    for (const RouteKey of ['POST /webhooks/twilio/inbound', 'POST /webhooks/twilio/status', '$default']) {
      service.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey });
    }
  });

  it('logs no path, query or network address: a path opens a diary', () => {
    const stage = resources.find(({ type }) => type === 'AWS::ApiGatewayV2::Stage');
    const { Format } = z.object({ Format: z.string() }).parse(stage?.properties['AccessLogSettings']);
    expect(Format).toContain('$context.routeKey');
    expect(Format).not.toMatch(/\$context\.(path|identity|authorizer|http|protocol|domain)/i);
  });

  it('leaves room for the texts of a fast sender', () => {
    synthesise(exampleConfig({ smsPerSecond: 100 })).service.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      RouteSettings: {
        'POST /webhooks/twilio/status': { ThrottlingRateLimit: 600, ThrottlingBurstLimit: 1200 },
        'POST /webhooks/twilio/inbound': { ThrottlingRateLimit: 600, ThrottlingBurstLimit: 1200 },
      },
    });
  });

  it('gives the webhook URLs with the retries that Twilio leaves out by default', () => {
    const urls = JSON.stringify(service.findOutputs('*'));
    expect(urls).toContain('/webhooks/twilio/inbound#rc=2&rp=ct,rt,5xx&rt=4500');
    expect(urls).toContain('/webhooks/twilio/status#rc=2&rp=ct,rt,5xx&rt=4500');
  });

  it('keeps Lambdas free for texts only where the settings say so: a new account has none to keep', () => {
    const kept = (deployed: typeof service) =>
      resourcesOf([deployed]).flatMap(({ properties: { Description, ReservedConcurrentExecutions } }) =>
        ReservedConcurrentExecutions === undefined ? [] : [[Description, ReservedConcurrentExecutions]],
      );
    expect(kept(service)).toEqual([]);
    expect(kept(synthesise(exampleConfig({ webhookConcurrency: 20 })).service)).toEqual([['Backbeat sms-inbound', 20]]);
  });

  describe('behind CloudFront, where the settings say so', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc';
    const webAclArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/backbeat/abc';
    const edge = synthesise(
      exampleConfig({ cloudFront: { name: 'coach.example.org', certificateArn, webAclArn } }),
    ).service;

    it('everything goes through the WAF, by one address, and nothing is kept there', () => {
      edge.resourceCountIs('AWS::CloudFront::Distribution', 1);
      edge.hasResourceProperties('AWS::CloudFront::Distribution', {
        DistributionConfig: Match.objectLike({
          Aliases: ['coach.example.org'],
          WebACLId: webAclArn,
          DefaultCacheBehavior: Match.objectLike({
            AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
            // AWS's managed policy "CachingDisabled".
            CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
            // "AllViewerExceptHostHeader".
            OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
            ViewerProtocolPolicy: 'https-only',
          }),
        }),
      });
      edge.hasOutput('BaseUrl', { Value: 'https://coach.example.org' });
    });

    it('the pages are told so, and nobody else reads that header', () => {
      const told = (deployed: typeof service) =>
        resourcesOf([deployed]).flatMap(({ properties }) =>
          JSON.stringify(properties).includes('"BEHIND_CLOUDFRONT":"true"') ? [properties['Description']] : [],
        );
      expect(told(edge)).toEqual(['Backbeat web']);
      expect(told(service)).toEqual([]);
      service.resourceCountIs('AWS::CloudFront::Distribution', 0);
    });
  });

  it('answers at the custom domain, where there is one, and where it did before: links that were sent still open', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc';
    const own = synthesise(exampleConfig({ customDomain: { name: 'coach.example.org', certificateArn } })).service;
    own.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: false });
    own.hasOutput('BaseUrl', { Value: 'https://coach.example.org' });
    own.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ PUBLIC_BASE_URL: 'https://coach.example.org' }) },
    });
  });

  it('closes the first endpoint when told that nobody has a link to it', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc';
    const customDomain = { name: 'coach.example.org', certificateArn, closeFirstEndpoint: true };
    const own = synthesise(exampleConfig({ customDomain })).service;
    own.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
  });

  it('shows on one page whether everyone got their tip: every outcome that is counted, by channel', () => {
    const [dashboard] = resources.filter(({ type }) => type === 'AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(dashboard?.properties);
    const counted = Object.values(metricNames).filter((name) => name !== metricNames.skipped);
    /** What only one channel has: no webhook is called for mails, and no text bounces. */
    const channelsOf: Readonly<Record<string, readonly string[]>> = {
      [metricNames.refused]: ['sms'],
      [metricNames.bounces]: ['email'],
      [metricNames.complaints]: ['email'],
    };
    for (const name of counted)
      for (const channel of channelsOf[name] ?? ['sms', 'email'])
        expect(body).toContain(`\\"backbeat-test\\",\\"${name}\\",\\"Channel\\",\\"${channel}\\"`);
    for (const channel of ['sms', 'email'])
      expect(body).toMatch(new RegExp(`SEARCH.*backbeat-test,Channel,Reason.*${metricNames.skipped}.*${channel}`));
    expect(body).toContain(`\${PROP('Dim.Reason')}`);
    expect(resources.filter(({ type }) => type === 'AWS::CloudWatch::Dashboard')).toHaveLength(1);
  });
});
