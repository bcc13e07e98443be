import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../infra/config.ts';
import { emailOnlySettings, exampleSettings, resourcesOf, smsOnlySettings, synthesise } from './deployment.ts';
import { createValueCheck } from './property-types.ts';

/*
 * Every value of the templates against the schemas of AWS's registry (with what its documentation says of types), pinned in
 * package.json: what CloudFormation or the service would refuse after a deployment had begun.
 */
const check = createValueCheck();
const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc';
const webAclArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/backbeat/abc';
const name = 'coach.example.org';

const resourcesWith = (settings: Record<string, unknown>) =>
  resourcesOf(synthesise(parseConfig(settings, 'the test')).all);

describe('every value of the templates is what AWS takes', () => {
  it.each([
    ['the example', exampleSettings()],
    [
      'texts alone, at a domain of its own, with kept Lambdas and a rate that is a fraction',
      smsOnlySettings({ customDomain: { name, certificateArn }, webhookConcurrency: 20, smsPerSecond: 9.1 }),
    ],
    [
      'mail alone, at CloudFront, with an identity and a rule set that exist, a rate that is a fraction and a user pool',
      emailOnlySettings({
        cloudFront: { name, certificateArn, webAclArn },
        emailPerSecond: 8.35,
        existingMailIdentity: true,
        existingRuleSet: 'x',
        desk: undefined,
        deskUserPool: 'elm-street-desk',
      }),
    ],
  ])('%s', (_, settings) => {
    const resources = resourcesWith(settings);
    expect(resources.length).toBeGreaterThan(80);
    const found = resources.map(({ type, properties }) => ({ type, wrong: check.wrongIn(type, properties) }));
    // AWS's registry does not describe what CDK's own custom resources take; none is used.
    expect(found.filter(({ wrong }) => wrong === undefined)).toEqual([]);
    expect(found.flatMap(({ wrong }) => wrong ?? [])).toEqual([]);
  });

  it('where a schema leaves a value open, it is known which', () => {
    expect(check.open()).toEqual([
      'AWS::Events::Rule/EventPattern',
      'AWS::IAM::Policy/PolicyDocument',
      'AWS::IAM::Role/AssumeRolePolicyDocument',
      'AWS::S3::BucketPolicy/PolicyDocument',
      'AWS::SNS::Subscription/FilterPolicy',
      'AWS::SNS::TopicPolicy/PolicyDocument',
      'AWS::SQS::Queue/RedrivePolicy',
      'AWS::SQS::QueuePolicy/PolicyDocument',
    ]);
  });
});

describe('a value that AWS would refuse is found', () => {
  const stage = { ApiId: 'a', StageName: '$default' };
  it.each([
    [
      'a fraction where a whole number is wanted, for all routes',
      'AWS::ApiGatewayV2::Stage',
      { ...stage, DefaultRouteSettings: { ThrottlingBurstLimit: 109.2 } },
      'DefaultRouteSettings/ThrottlingBurstLimit',
    ],
    [
      'a fraction for one route, where the schema is silent',
      'AWS::ApiGatewayV2::Stage',
      {
        ...stage,
        RouteSettings: { 'POST /x': { ThrottlingRateLimit: 54.6, ThrottlingBurstLimit: 109.19999999999999 } },
      },
      'RouteSettings/POST /x/ThrottlingBurstLimit',
    ],
    ['a property that there is not', 'AWS::SQS::Queue', { VisibilityTimeOut: 30 }, 'VisibilityTimeOut'],
    ['a number written as text', 'AWS::SQS::Queue', { VisibilityTimeout: '30' }, 'VisibilityTimeout'],
    [
      'one that is not in the enumeration',
      'AWS::ApiGatewayV2::DomainName',
      { DomainName: 'coach.example.org', RoutingMode: 'SOMETIMES' },
      'RoutingMode',
    ],
    ['one that is missing', 'AWS::Lambda::EventSourceMapping', { BatchSize: 1 }, 'FunctionName'],
    [
      'a fraction deep in a list',
      'AWS::S3::Bucket',
      { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 6.5 }] } },
      'Rules/0/ExpirationInDays',
    ],
  ])('%s', (_, type, properties, at) => {
    expect(check.wrongIn(type, properties)).toEqual([{ at: expect.stringContaining(at), what: expect.any(String) }]);
  });

  it('and what CloudFormation fills in is left alone', () => {
    expect(check.wrongIn('AWS::SQS::Queue', { VisibilityTimeout: { 'Fn::ImportValue': 'x' } })).toEqual([]);
  });
});
