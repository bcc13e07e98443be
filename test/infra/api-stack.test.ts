import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { metricNames } from '../../shared/platform/metrics.ts';
import { exampleConfig, resourcesOf, synthesise } from './deployment.ts';
import { resources, service } from './example-service.ts';

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
