import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesise } from './deployment.ts';

const { data } = synthesise();
const table = 'AWS::DynamoDB::GlobalTable';
const bucket = 'AWS::S3::Bucket';

describe('the table', () => {
  it('is paid for by use, encrypted, and forgets what may vanish', () => {
    data.hasResourceProperties(table, {
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    });
  });

  it('can be restored to any second, and is deleted neither by mistake nor with its stack', () => {
    data.hasResource(table, {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
      },
    });
  });

  it('has one index, of who is due, that copies nothing but keys', () => {
    data.hasResourceProperties(table, {
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [
            { AttributeName: 'zone', KeyType: 'HASH' },
            { AttributeName: 'due', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
  });
});

describe('the ledger', () => {
  it('is told of every change by the stream', () => {
    data.hasResourceProperties(table, { StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } });
  });

  it('is gone after 35 days, with all versions: there are none', () => {
    const [ledger] = Object.entries(data.findResources(bucket)).filter(([id]) => id.startsWith('Ledger'));
    expect(ledger?.[1]).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { LifecycleConfiguration: { Rules: [{ ExpirationInDays: 35, Status: 'Enabled' }] } },
    });
    expect(ledger?.[1]?.['Properties']).not.toHaveProperty('VersioningConfiguration');
  });
});

describe('the bucket for inbound mail', () => {
  it('is private, encrypted, and keeps a mail for a week', () => {
    data.hasResource(bucket, {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: Match.objectLike({
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        }),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 7, Status: 'Enabled' })] },
      },
    });
  });

  it('refuses plain HTTP, and mail that our own receipt rules did not bring', () => {
    data.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: Match.objectLike({
        Statement: [
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({
            Effect: 'Allow',
            Action: 's3:PutObject',
            Principal: { Service: 'ses.amazonaws.com' },
            Condition: Match.objectLike({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }),
          }),
        ],
      }),
    });
    const policies = JSON.stringify(data.findResources('AWS::S3::BucketPolicy'));
    expect(policies).toContain(':receipt-rule-set/backbeat-test-inbound:receipt-rule/*');
  });
});
