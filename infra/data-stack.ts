import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { tableDefinition } from '../shared/store/table.ts';
import { acceptFindings } from './accepted-findings.ts';

const text = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

/** What must outlive every deployment: the diaries, and mail on its way in. */
export class DataStack extends Stack {
  readonly table: dynamodb.TableV2;
  readonly inboundMail: s3.Bucket;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { dueIndex } = tableDefinition;
    this.table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: text(tableDefinition.partitionKey),
      sortKey: text(tableDefinition.sortKey),
      timeToLiveAttribute: tableDefinition.timeToLive,
      billing: dynamodb.Billing.onDemand(),
      encryption: dynamodb.TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: [
        {
          indexName: dueIndex.name,
          partitionKey: text(dueIndex.partitionKey),
          sortKey: text(dueIndex.sortKey),
          // The index holds keys only. A tick needs to know who is due and nothing else, and people's data is not
          // copied.
          projectionType: dynamodb.ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.inboundMail = new s3.Bucket(this, 'InboundMail', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      // Handled mail is deleted at once. Mail that failed is kept for a week, long enough to handle it by hand after a
      // long weekend.
      lifecycleRules: [{ expiration: Duration.days(7), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const notLogged =
      'SES alone writes here and one function reads: a log of its own would keep longer what is deleted at once.';
    acceptFindings(this.inboundMail, {
      'AwsSolutions-S1': notLogged,
      'HIPAA.Security-S3BucketLoggingEnabled': notLogged,
      'HIPAA.Security-S3BucketReplicationEnabled':
        'A mail is deleted once it is handled, within seconds: a replica would outlive it.',
      'HIPAA.Security-S3BucketVersioningEnabled': 'A version would keep what people are promised is deleted.',
      'HIPAA.Security-S3DefaultEncryptionKMS':
        'Encrypted with keys of S3: a key of our own costs more a month than all else at rest, and its readers would be the same.',
    });
  }
}
