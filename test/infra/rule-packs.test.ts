import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Config, parseConfig } from '../../infra/config.ts';
import { addRulePacks } from '../../infra/rule-packs.ts';
import { buildStacks } from '../../infra/stacks.ts';
import { cdkContext, emailOnlySettings, exampleConfig, smsOnlySettings } from './deployment.ts';

const folder = mkdtempSync(join(tmpdir(), 'backbeat-rule-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  // CDK prints its findings; they are read from its report.
  for (const method of ['error', 'warn', 'log', 'info'] as const)
    vi.spyOn(console, method).mockImplementation(() => {});
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const reportSchema = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(
        z.object({
          ruleName: z.string(),
          severity: z.string(),
          violatingConstructs: z.array(z.object({ constructPath: z.string() })),
        }),
      ),
    }),
  ),
});

type Stacks = ReturnType<typeof buildStacks>;

/** What an operator would be told when they synthesise these settings: rule, severity and construct. */
const findingsIn = (config: Config, plant: (stacks: Stacks) => void = () => {}): readonly string[] => {
  const outdir = mkdtempSync(join(folder, 'assembly-'));
  const app = new App({ context: cdkContext, outdir });
  const stacks = buildStacks(app, config, () => Code.fromInline('export const handler = async () => {};'));
  addRulePacks(app);
  plant(stacks);
  try {
    app.synth();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ValidationFailed') throw error;
  }
  const report = reportSchema.parse(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')));
  return report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, severity, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${severity} ${ruleName} ${constructPath}`),
    ),
  );
};

const isExhaustive = process.env['MODE'] === 'exhaustive';
const certificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/abc';

describe('cdk-nag and CDK itself', () => {
  it('find nothing in the example that is not explained beside its resource', () => {
    expect(findingsIn(exampleConfig())).toEqual([]);
  });

  // `npm test` takes the example, .ci/run the others as well (`npm run test:exhaustive`): 1 to 3 s each.
  it.runIf(isExhaustive).each<[string, Readonly<Record<string, unknown>>]>([
    [
      'all that adds resources, in another Region and stage: a custom domain, a user pool for staff, fast queues',
      {
        ...{ region: 'eu-west-1', stage: 'prod' },
        customDomain: { name: 'coach.example.org', certificateArn },
        ...{ desk: undefined, deskUserPool: 'elm-street-desk' },
        ...{ smsPerSecond: 99.7, emailPerSecond: 200 },
      },
    ],
  ])('find nothing in %s that is not explained beside its resource', (_, changes) => {
    expect(findingsIn(exampleConfig(changes))).toEqual([]);
  });

  it.runIf(isExhaustive).each([
    ['texts alone', smsOnlySettings()],
    ['mail alone', emailOnlySettings()],
  ])('find nothing in a deployment of %s', (_, settings) => {
    expect(findingsIn(parseConfig(settings, 'the test'))).toEqual([]);
  });

  it('find what is planted: a bucket that anybody may read, a TLS policy that does not exist', () => {
    const found = findingsIn(exampleConfig(), ({ data, mail }) => {
      new Bucket(data, 'Planted', { publicReadAccess: false });
      const set = mail?.node.findChild('ConfigurationSet').node.defaultChild;
      if (!(set instanceof CfnConfigurationSet)) throw new TypeError('no configuration set');
      set.addPropertyOverride('DeliveryOptions.TlsPolicy', 'SOMETIMES');
    });
    expect(found).toEqual(
      expect.arrayContaining([
        'error AwsSolutions-S1 backbeat-test-data/Planted/Resource',
        'error HIPAA.Security-S3BucketVersioningEnabled backbeat-test-data/Planted/Resource',
        expect.stringMatching(/^error \S+ backbeat-test-mail\/ConfigurationSet\/Resource$/),
      ]),
    );
  });

  it('are told a reason of some length for each finding that stands', () => {
    const app = new App({ context: cdkContext });
    buildStacks(app, exampleConfig(), () => Code.fromInline('x'));
    const reasons = app.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .map(({ data: acknowledged }) => z.record(z.string(), z.string()).parse(acknowledged))
      .flatMap((one) => Object.values(one));
    expect(reasons.length).toBeGreaterThan(30);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{30,}\.$/s);
  });
});
