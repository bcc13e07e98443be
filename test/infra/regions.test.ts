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

describe('Regions', () => {
  it.each(supportedRegions)('%s has templates of every stack', (region) => {
    const { service } = synthesise(exampleConfig({ region }));
    expect(Object.keys(service.findResources('AWS::Lambda::Function')).length).toBeGreaterThanOrEqual(9);
  });

  it('are known to CDK, every one', () => {
    const known = RegionInfo.regions.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining([...supportedRegions]));
  });

  it.each(['ap-northeast-3', 'il-central-1'])('%s is left out because CDK would throw', (region) => {
    expect(() => {
      const stack = new Stack(new App(), 'Any', { env: { region } });
      new LambdaFunction(stack, 'Reader', {
        runtime: Runtime.NODEJS_24_X,
        architecture: Architecture.ARM_64,
        handler: 'index.handler',
        code: Code.fromInline('export const handler = () => {};'),
        paramsAndSecrets: ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103),
      });
    }).toThrow(/not supported in region/);
    expect(whyNotIn(region)).toMatch(/parameter extension/);
  });
});
