import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { acceptFindings } from './accepted-findings.ts';
import type { BackbeatFunction } from './constructs/backbeat-function.ts';
import type { WorkQueue } from './constructs/work-queue.ts';

const onTable = (...operations: readonly string[]): readonly string[] => operations.map((name) => `dynamodb:${name}`);

/*
 * PartiQL has actions of its own. CDK's grants leave them out, and BatchExecuteStatement hides the refusal in the
 * statements of a 200: no tip would ever be claimed, and no alarm would ring.
 */
const recordTips = onTable('PartiQLInsert');
const claimTips = onTable('PartiQLUpdate');

/**
 * The right to delete an item: the alias of a mailbox or a phone that no longer belongs to somebody (handle-reply,
 * enrolment).
 */
const freeAliases = onTable('DeleteItem');

const recording = onTable('Query', 'GetItem', 'PutItem', 'UpdateItem');
const answering = [...recording, ...recordTips, ...freeAliases];
const sending = [...recording, ...recordTips, ...claimTips, ...onTable('BatchGetItem')];
const scheduling = onTable('GetItem', 'PutItem');
const erasing = onTable('Query', 'DeleteItem', 'BatchWriteItem');

/** Records receipts and ends subscriptions. */
export const mayRecordReceipts = (fn: BackbeatFunction, table: TableV2): void => fn.allow(recording, [table.tableArn]);

/** Reads and writes what answering a reply needs. */
export const mayAnswer = (fn: BackbeatFunction, table: TableV2): void => fn.allow(answering, [table.tableArn]);

/** Claims tips and records their outcomes. */
export const maySendTips = (fn: BackbeatFunction, table: TableV2): void => fn.allow(sending, [table.tableArn]);

/** Reads and deletes people. */
export const mayErase = (fn: BackbeatFunction, table: TableV2): void => fn.allow(erasing, [table.tableArn]);

/** Finds people who are due in the index, and keeps the watermark. */
export const maySchedule = (fn: BackbeatFunction, table: TableV2, dueIndex: string): void => {
  fn.allow(scheduling, [table.tableArn]);
  fn.allow(onTable('Query'), [`${table.tableArn}/index/${dueIndex}`]);
};

/** Reads people and today's tips, acts for them, and writes what is done into the audit trail. It can delete nothing. */
export const mayWorkAtDesk = (fn: BackbeatFunction, table: TableV2, dueIndex: string): void => {
  fn.allow([...recording, ...onTable('BatchGetItem')], [table.tableArn]);
  fn.allow(onTable('Query'), [`${table.tableArn}/index/${dueIndex}`]);
};

/** The month's report and the export for research are read from the whole table. */
export const mayReadEverybody = (fn: BackbeatFunction, table: TableV2): void =>
  fn.allow(onTable('Scan'), [table.tableArn]);

/**
 * Lists the dead letters of these queues, and has SQS move them back: SQS demands of whoever starts a move all
 * permissions that the move uses (docs/desk.md). Nothing is deleted except by the move.
 */
export const mayRedrive = (fn: BackbeatFunction, works: readonly WorkQueue[]): void => {
  const queues = works.map(({ queue }) => queue.queueArn);
  const deadLetters = works.map((work) => work.deadLetters.queueArn);
  fn.allow(['sqs:GetQueueAttributes', 'sqs:SendMessage'], queues);
  fn.allow(
    [
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:ListMessageMoveTasks',
      'sqs:StartMessageMoveTask',
    ],
    deadLetters,
  );
};

/** Invites people of a list by mail, and asks first which addresses no mail reaches. */
export const mayInvite = (fn: BackbeatFunction, emailQueue: Queue): void => {
  mayQueue(fn, emailQueue);
  fn.allow(['ses:ListSuppressedDestinations'], ['*']);
  acceptFindings(fn.role ?? fn, {
    'AwsSolutions-IAM5[Resource::*]': 'IAM knows no resource for the suppression list, and this only lists it.',
  });
};

/** Reads the worklist, remembers who was told, and tells them. */
export const mayAlert = (fn: BackbeatFunction, table: TableV2, topic: Topic): void => {
  fn.allow(onTable('Query', 'UpdateItem'), [table.tableArn]);
  fn.allow(['sns:Publish'], [topic.topicArn]);
};

/** Sends messages to these queues. */
export const mayQueue = (fn: BackbeatFunction, ...queues: readonly Queue[]): void =>
  fn.allow(
    ['sqs:SendMessage'],
    queues.map(({ queueArn }) => queueArn),
  );

/**
 * The bucket's ARN as cdk-nag names it in another stack: as an output, whose name CDK derives from the bucket's place
 * in its stack. A new place gives a finding that is not accepted, and test/infra/rule-packs.test.ts prints its new
 * name.
 */
const arnAcrossStacks = (bucket: Bucket, OutputName: string): string =>
  JSON.stringify({
    'Fn::GetStackOutput': {
      StackName: bucket.stack.stackName,
      Region: bucket.stack.region,
      OutputName,
    },
  });

const inboundArnOutput = 'PublishOutputFnGetAttInboundMailDA244C94Arn018032F9';

/**
 * Reads a mail, and deletes it once it is handled. Listing is allowed because S3 otherwise answers AccessDenied for a
 * missing object, and a second delivery of an event could not be told from a missing permission.
 */
export const mayHandleMail = (fn: BackbeatFunction, bucket: Bucket): void => {
  fn.allow(['s3:GetObject', 's3:DeleteObject'], [bucket.arnForObjects('*')]);
  fn.allow(['s3:ListBucket'], [bucket.bucketArn]);
  acceptFindings(fn.role ?? fn, {
    [`AwsSolutions-IAM5[Resource::${arnAcrossStacks(bucket, inboundArnOutput)}/*]`]:
      'Every mail is an object of its own in this one bucket.',
  });
};

/** The prefix under which Lambda writes what it gives up, with the function's permissions (docs/facts.md#e1). */
const givenUpPrefix = 'aws/lambda/async/*';

/** Lets Lambda write what it gives up. It also needs the permission to list, which mayHandleMail gives. */
export const mayWriteDownGivenUp = (fn: BackbeatFunction, bucket: Bucket): void => {
  fn.allow(['s3:PutObject'], [bucket.arnForObjects(givenUpPrefix)]);
  acceptFindings(fn.role ?? fn, {
    [`AwsSolutions-IAM5[Resource::${arnAcrossStacks(bucket, inboundArnOutput)}/${givenUpPrefix}]`]:
      'Every event that is given up is an object of its own below this one prefix.',
  });
};

/** Reads the changes of the table. */
const mayFollow = (fn: BackbeatFunction, table: TableV2): void => {
  const stream = table.tableStreamArn ?? '';
  fn.allow(onTable('DescribeStream', 'GetRecords', 'GetShardIterator'), [stream]);
  // ListStreams only names streams. IAM has no resource for it (CDK's own grant says '*', too), and Lambda refuses an
  // event source whose role may not list.
  fn.allow(onTable('ListStreams'), ['*']);
  acceptFindings(fn.role ?? fn, {
    'AwsSolutions-IAM5[Resource::*]': 'ListStreams has no resource in IAM, and tells the names of streams only.',
  });
};

/** Reads the changes of the table, and adds to the ledger: it can neither read nor change what stands there. */
export const mayKeepLedger = (fn: BackbeatFunction, table: TableV2, ledger: Bucket): void => {
  mayFollow(fn, table);
  fn.allow(['s3:PutObject'], [ledger.arnForObjects('*')]);
  acceptFindings(fn.role ?? fn, {
    [`AwsSolutions-IAM5[Resource::${arnAcrossStacks(ledger, 'PublishOutputFnGetAttLedgerB7379752ArnB99A48A5')}/*]`]:
      'Every change is an object of its own in this one bucket.',
  });
};

/** Reads the changes of the table, and counts in it. */
export const mayKeepTallies = (fn: BackbeatFunction, table: TableV2): void => {
  mayFollow(fn, table);
  fn.allow(onTable('GetItem', 'UpdateItem'), [table.tableArn]);
};

/** What SES checks when it sends: the identity that the sender belongs to, and the configuration set. */
export const maySendMail = (fn: BackbeatFunction, mailDomain: string, configurationSet: string): void =>
  fn.allow(
    ['ses:SendEmail'],
    [
      fn.stack.formatArn({ service: 'ses', resource: 'identity', resourceName: mailDomain }),
      fn.stack.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: configurationSet }),
    ],
  );

/**
 * Clears somebody who bounced and came back from SES's suppression list. SES has no resource for it, so IAM demands
 * '*'.
 */
export const mayForgetBounces = (fn: BackbeatFunction): void => {
  fn.allow(['ses:DeleteSuppressedDestination'], ['*']);
  acceptFindings(fn.role ?? fn, {
    'AwsSolutions-IAM5[Resource::*]':
      'IAM knows no resource for the suppression list, and this is the one action on it.',
  });
};
