import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IReceiptRuleAction } from 'aws-cdk-lib/aws-ses';

/**
 * The action of a receipt rule that stores each mail under its id, with the bucket's permission for this rule set
 * alone. CDK's own S3 action would let every rule set of the account write.
 */
export const storeMail = (bucket: Bucket, ruleSetName: string): IReceiptRuleAction => {
  const stack = Stack.of(bucket);
  const rules = stack.formatArn({
    service: 'ses',
    resource: 'receipt-rule-set',
    resourceName: `${ruleSetName}:receipt-rule/*`,
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      actions: ['s3:PutObject'],
      principals: [new ServicePrincipal('ses.amazonaws.com')],
      resources: [bucket.arnForObjects('*')],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnLike: { 'aws:SourceArn': rules } },
    }),
  );
  return { bind: () => ({ s3Action: { bucketName: bucket.bucketName } }) };
};
