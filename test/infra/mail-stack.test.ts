import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { exampleConfig, synthesise } from './deployment.ts';

const { mail, service } = synthesise();

describe('mail out', () => {
  it('is what we wrote, whatever the account has switched on: no links rewritten, no image, no address judged', () => {
    mail.hasResourceProperties('AWS::SES::ConfigurationSet', {
      VdmOptions: {
        DashboardOptions: { EngagementMetrics: 'DISABLED' },
        GuardianOptions: { OptimizedSharedDelivery: 'DISABLED' },
      },
      SuppressionOptions: {
        ValidationOptions: { ConditionThreshold: { ConditionThresholdEnabled: 'DISABLED' } },
      },
      TrackingOptions: Match.absent(),
    });
  });

  it('goes encrypted or not at all, counts its reputation and leaves suppressed addresses alone', () => {
    mail.hasResourceProperties('AWS::SES::ConfigurationSet', {
      Name: 'backbeat-test',
      DeliveryOptions: { TlsPolicy: 'REQUIRE', MaxDeliverySeconds: 4 * 3600 },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it('is announced on the default event bus, the only one that SES serves, without tracking anybody', () => {
    mail.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: {
          EventBusArn: {
            'Fn::Join': ['', ['arn:aws:events:us-east-1:', { Ref: 'AWS::AccountId' }, ':event-bus/default']],
          },
        },
        MatchingEventTypes: ['send', 'delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject'],
      },
    });
  });

  it('comes back to delivery-events, ours only', () => {
    service.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': ['backbeat-test'] } } },
      },
      Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('DeliveryEvents'), 'Arn'] } })],
    });
  });

  it('is signed for the domain, with an envelope domain of our own', () => {
    mail.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'backbeat.example.org',
      MailFromAttributes: { MailFromDomain: 'bounce.backbeat.example.org' },
      FeedbackAttributes: { EmailForwardingEnabled: false },
    });
    for (const id of ['Dkim1', 'Dkim2', 'Dkim3', 'MailFromMx', 'MailFromSpf', 'Dmarc']) mail.hasOutput(id, {});
  });
});

describe('mail in', () => {
  it('is scanned, stored, and only then handled', () => {
    mail.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        ScanEnabled: true,
        Recipients: ['backbeat.example.org'],
        Actions: [
          { S3Action: { BucketName: Match.anyValue() } },
          { LambdaAction: { FunctionArn: Match.anyValue(), InvocationType: 'Event' } },
        ],
      },
    });
  });

  it('may wake the function from this account only', () => {
    service.hasResourceProperties('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      Principal: 'ses.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
      FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('EmailInbound'), 'Arn'] },
    });
  });

  it('tells the operator the MX record and the rule set to switch on', () => {
    mail.hasOutput('InboundMx', { Value: 'backbeat.example.org MX 10 inbound-smtp.us-east-1.amazonaws.com' });
    mail.hasOutput('ReceiptRuleSet', {});
  });
});

describe('what a Region has already', () => {
  const { mail: beside, data } = synthesise(
    exampleConfig({ existingMailIdentity: true, existingRuleSet: 'clinic-inbound' }),
  );

  it('an identity of the domain is left as it is', () => {
    beside.resourceCountIs('AWS::SES::EmailIdentity', 0);
    beside.resourceCountIs('AWS::SES::ConfigurationSet', 1);
    expect(Object.keys(beside.findOutputs('*')).filter((name) => name.startsWith('Dkim'))).toEqual([]);
  });

  it('a rule set gets one rule more, of this stage, and SES may write to the bucket by it', () => {
    beside.resourceCountIs('AWS::SES::ReceiptRuleSet', 0);
    beside.hasResourceProperties('AWS::SES::ReceiptRule', {
      RuleSetName: 'clinic-inbound',
      Rule: Match.objectLike({ Name: 'backbeat-test', Recipients: ['backbeat.example.org'], Enabled: true }),
    });
    expect(JSON.stringify(data.findResources('AWS::S3::BucketPolicy'))).toContain(
      ':receipt-rule-set/clinic-inbound:receipt-rule/*',
    );
  });

  it('stages have rules of different names, so that they fit one set', () => {
    const names = ['prod', 'test-2'].map((stage) =>
      JSON.stringify(
        synthesise(exampleConfig({ stage, existingRuleSet: 'shared' })).mail.findResources('AWS::SES::ReceiptRule'),
      ),
    );
    expect(names[0]).toContain('"Name":"backbeat-prod"');
    expect(names[1]).toContain('"Name":"backbeat-test-2"');
  });
});
