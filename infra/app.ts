import { fileURLToPath } from 'node:url';
import { Annotations, App, CfnOutput, Tags } from 'aws-cdk-lib';
import { bundledCode } from './bundle.ts';
import { ConfigError, loadConfig } from './config.ts';
import { addRulePacks } from './rule-packs.ts';
import { buildStacks } from './stacks.ts';
import { versionOf } from './version.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { BACKBEAT_CONFIG } = process.env;
const app = new App();

try {
  const named: unknown = app.node.tryGetContext('config') ?? BACKBEAT_CONFIG;
  const { config, isExample } = loadConfig(root, named === undefined ? undefined : String(named));
  const { service } = buildStacks(app, config, bundledCode);
  new CfnOutput(service, 'Version', {
    value: versionOf(root),
    description: 'What is deployed: a tag or commit of git',
  });
  addRulePacks(app);
  Tags.of(app).add('service', 'backbeat');
  Tags.of(app).add('stage', config.stage);
  if (isExample) {
    Annotations.of(service).addWarningV2(
      'backbeat:example-settings',
      'These are the example settings. To deploy, copy infra/example.config.json to backbeat.config.json and change it.',
    );
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  // Only the sentences are printed: an operator needs no more, and a stack trace would hide them.
  console.error(error.message);
  process.exitCode = 1;
}
