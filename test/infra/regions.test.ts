import { App, Stack } from 'aws-cdk-lib';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  ParamsAndSecretsLayerVersion,
  ParamsAndSecretsVersions,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { describe, expect, it } from 'vitest';
import { supportedRegions, whyNotIn } from '../../infra/regions.ts';
import { exampleConfig, synthesise } from './deployment.ts';

/** A function that reads its secrets, which is what CDK has no table for in some Regions. */
const readerIn = (region: string): LambdaFunction =>
  new LambdaFunction(new Stack(new App(), 'Any', { env: { region } }), 'Reader', {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromInline('export const handler = () => {};'),
    paramsAndSecrets: ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103),
  });

/** `npm test` makes the stacks of the first and the last, .ci/run those of all (`npm run test:exhaustive`): 0.6 s each. */
const tried = supportedRegions.filter(
  (_, index) => process.env['MODE'] === 'exhaustive' || index === 0 || index === supportedRegions.length - 1,
);

describe('Regions', () => {
  it.each(tried)('%s has templates of every stack', (region) => {
    const { service } = synthesise(exampleConfig({ region }));
    expect(Object.keys(service.findResources('AWS::Lambda::Function')).length).toBeGreaterThanOrEqual(9);
  });

  it.each(supportedRegions)('%s has what functions read their secrets by', (region) => {
    expect(() => readerIn(region)).not.toThrow();
  });

  it('are known to CDK, every one', () => {
    const known = RegionInfo.regions.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining([...supportedRegions]));
  });

  it.each(['ap-northeast-3', 'il-central-1'])('%s is left out because CDK would throw', (region) => {
    expect(() => readerIn(region)).toThrow(/not supported in region/);
    expect(whyNotIn(region)).toMatch(/parameter extension/);
  });
});
