import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { backupReachDays } from '../shared/domain/restore/backup-reach.ts';
import { tableDefinition } from '../shared/store/table.ts';
import { acceptFindings } from './accepted-findings.ts';
import { staffPool } from './constructs/staff-directory.ts';

const text = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

interface DataStackProps extends StackProps {
  /** Whether mail comes in. */
  readonly hasMail: boolean;
  /** Whether the stacks keep a staff directory. */
  readonly hasStaffPool: boolean;
}

/**
 * What must outlive every deployment: the diaries, mail on its way in, the ledger that a restore replays, and the staff
 * directory, where the stacks keep one.
 */
export class DataStack extends Stack {
  readonly table: dynamodb.TableV2;
  /** Where there is mail. */
  readonly inboundMail: s3.Bucket | undefined;
  readonly ledger: s3.Bucket;
  readonly staff: UserPool | undefined;

  constructor(scope: Construct, id: string, { hasMail, hasStaffPool, ...props }: DataStackProps) {
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
      // The stream carries images before and after for keep-ledger (people who stopped, began again or were erased) and
      // keep-tallies (outcomes of tips). No third function may read it: a shard serves two.
      dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: [
        {
          indexName: dueIndex.name,
          partitionKey: text(dueIndex.partitionKey),
          sortKey: text(dueIndex.sortKey),
          // The index holds keys only: a tick needs to know who is due and nothing else, and people's data is not
          // copied.
          projectionType: dynamodb.ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.inboundMail = hasMail ? this.mailBucket() : undefined;
    // Entries are kept as long as a backup may be older than they are; then what they say of erased people is deleted
    // too.
    this.ledger = this.privateBucket('Ledger', Duration.days(backupReachDays));
    this.staff = hasStaffPool ? staffPool(this, 'Staff') : undefined;
    const oneWriter =
      'One function writes here (keep-ledger), and whoever restores reads: the objects are a log themselves.';
    acceptFindings(this.ledger, {
      'AwsSolutions-S1': oneWriter,
      'HIPAA.Security-S3BucketLoggingEnabled': oneWriter,
      'HIPAA.Security-S3BucketReplicationEnabled': 'A replica would outlive what /privacy promises: 35 days.',
      'HIPAA.Security-S3BucketVersioningEnabled':
        'No object is ever written anew, and a version would outlive the 35 days that /privacy promises.',
    });
  }

  private mailBucket(): s3.Bucket {
    // Handled mail is deleted at once. Mail that failed is kept for a week beside the event that it came by, long enough to
    // hand it in again (npm run operator -- replay-mail) after a long weekend.
    const bucket = this.privateBucket('InboundMail', Duration.days(7));
    const notLogged =
      'SES alone writes here and one function reads: a log of its own would keep longer what is deleted at once.';
    acceptFindings(bucket, {
      'AwsSolutions-S1': notLogged,
      'HIPAA.Security-S3BucketLoggingEnabled': notLogged,
      'HIPAA.Security-S3BucketReplicationEnabled':
        'A mail is deleted once it is handled, within seconds: a replica would outlive it.',
      'HIPAA.Security-S3BucketVersioningEnabled': 'A version would keep what people are promised is deleted.',
    });
    return bucket;
  }

  private privateBucket(id: string, expiration: Duration): s3.Bucket {
    const bucket = new s3.Bucket(this, id, {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: [{ expiration, abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acceptFindings(bucket, {
      'HIPAA.Security-S3DefaultEncryptionKMS':
        'Encrypted with keys of S3: a key of our own costs more a month than all else at rest, and its readers would be the same.',
    });
    return bucket;
  }
}
