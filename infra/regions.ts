import { Fact, FactName } from 'aws-cdk-lib/region-info';

/**
 * Regions in which SES receives mail: those in which CloudFormation offers `AWS::SES::ReceiptRule`, by its registry as
 * cfn-lint 1.51.0 and aws-cdk-lib 2.276.0 carry it, read on 2026-11-29. AWS's own list:
 * https://docs.aws.amazon.com/general/latest/gr/ses.html, "Email receiving endpoints".
 */
const receiving = {
  readOn: '2026-11-29',
  regions: [
    ...['af-south-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1'],
    ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ca-central-1', 'eu-central-1', 'eu-north-1'],
    ...['eu-south-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'il-central-1', 'me-south-1', 'sa-east-1'],
    ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  ],
} as const;

/**
 * Of those Regions, the ones in which AWS has no layer of its parameter extension for arm64 that CDK knows: the
 * functions could not read their secrets, and CDK stops with a stack trace (test/infra/regions.test.ts asks it about
 * every Region).
 */
const withoutParameterExtension: readonly string[] = ['ap-northeast-3', 'il-central-1'];

const receives: readonly string[] = receiving.regions;

/** The Regions in which Backbeat can be deployed with mail. */
export const supportedRegions: readonly string[] = receives.filter((one) => !withoutParameterExtension.includes(one));

/** Whether AWS has a layer of the parameter extension for arm64 that CDK knows in a Region. */
const hasParameterExtension = (region: string): boolean =>
  Fact.find(region, FactName.paramsAndSecretsLambdaLayer('1.0.103', 'arm64')) !== undefined;

/**
 * The Regions in which texts alone can be deployed, which need no SES: all in which functions can read their secrets.
 */
const withTexts = (): readonly string[] => Fact.regions.filter(hasParameterExtension).toSorted();

/** Why a Region cannot be used for texts alone, as `whyNotIn` says it. */
export const whyNoTextsIn = (region: string): string | undefined =>
  hasParameterExtension(region)
    ? undefined
    : `AWS has no parameter extension for arm64 there, by which the functions read their secrets: it should be one of ${withTexts().join(', ')}.`;

/** Why a Region cannot be used, as the end of a sentence that begins with its name; undefined if it can. */
export const whyNotIn = (region: string): string | undefined => {
  if (supportedRegions.includes(region)) return undefined;
  const why = withoutParameterExtension.includes(region)
    ? 'AWS has no parameter extension for arm64 there, by which the functions read their secrets'
    : `SES receives no mail there (as of ${receiving.readOn}), so that nobody's answer would arrive`;
  return `${why}: it should be one of ${supportedRegions.join(', ')}.`;
};
