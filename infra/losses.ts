import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';

/** CloudFormation's template of one stack, as JSON. */
export type StackTemplate = Readonly<Record<string, unknown>>;

/** A resource that people or clinics rely on and that a deployment would recreate or abandon. */
export interface Loss {
  readonly stack: string;
  /** Its name in the template. */
  readonly resource: string;
  readonly what: 'is made anew' | 'is deleted' | 'is left behind, and no longer used';
  readonly harm: string;
}

/** What is lost with a resource that should outlive deployments, by its type. */
const harms: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'Every diary is in it: the service would begin with nobody.',
  'AWS::DynamoDB::Table': 'Every diary is in it: the service would begin with nobody.',
  'AWS::S3::Bucket': 'It holds mail that is on its way, or the ledger that a restore needs.',
  'AWS::ApiGatewayV2::Api':
    'Every link that was mailed or texted leads to it, unsubscribe links too, and so does the webhook at Twilio.',
  'AWS::ApiGatewayV2::DomainName': 'Every link and the webhook at Twilio name this domain.',
  'AWS::CloudFront::Distribution': 'Every link and the webhook at Twilio lead through it.',
  'AWS::Cognito::UserPool': 'Who works at the clinic, with their second factors, is in it.',
  'AWS::SES::EmailIdentity': 'No mail goes out before the new DKIM records are in DNS.',
  'AWS::SES::ReceiptRule':
    'Answers and unsubscribes by mail have nowhere to go until the new rule is in the active set.',
  'AWS::SNS::Subscription': 'Whoever it tells has to confirm anew, and hears of nothing until then.',
};

/**
 * Whether a queue is one of jobs, which are people waiting for a tip or an erasure; a queue of dead letters has no
 * redrive policy.
 */
const isWorkQueue = (properties: unknown): boolean =>
  typeof properties === 'object' && properties !== null && 'RedrivePolicy' in properties;
const ofQueue = 'Tips, confirmations and erasures that wait in it are lost.';

const words: Readonly<Partial<Record<ResourceImpact, Loss['what']>>> = {
  [ResourceImpact.WILL_REPLACE]: 'is made anew',
  [ResourceImpact.MAY_REPLACE]: 'is made anew',
  [ResourceImpact.WILL_DESTROY]: 'is deleted',
  [ResourceImpact.WILL_ORPHAN]: 'is left behind, and no longer used',
};

/**
 * Finds what would be lost if the wanted templates were deployed over those that are, stack by stack. A stack that is in
 * only one of them loses nothing: it is new, or is left alone.
 */
export const lossesBetween = (
  deployed: Readonly<Record<string, StackTemplate>>,
  wanted: Readonly<Record<string, StackTemplate>>,
): readonly Loss[] =>
  Object.entries(wanted).flatMap(([stack, after]) => {
    const before = deployed[stack];
    if (before === undefined) return [];
    const found: Loss[] = [];
    // `fullDiff` changes the templates that it compares, so it gets copies.
    fullDiff(structuredClone(before), structuredClone(after)).resources.forEachDifference((resource, change) => {
      const what = words[change.changeImpact];
      const type = change.oldResourceType ?? '';
      const harm = type === 'AWS::SQS::Queue' && isWorkQueue(change.oldProperties) ? ofQueue : harms[type];
      if (what !== undefined && harm !== undefined) found.push({ stack, resource, what, harm });
    });
    return found;
  });
