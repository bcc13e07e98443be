import { assemblyFolder, runCdk, settingsFile, synthesize } from './cdk-command.ts';
import { ConfigError } from './config.ts';
import { DeployedUnknownError, deployedTemplates, synthesizedTemplates } from './deployed-templates.ts';
import { runAws } from './doctor/ask-aws.ts';
import { lossLines } from './loss-gate.ts';
import { lossesBetween } from './losses.ts';
import { configOfStage } from './stage-config.ts';

/** Shows what a deployment would change, and changes nothing. Its exit code is 1 if something would be lost. */
const diff = async (words: readonly string[]): Promise<number> => {
  const file = settingsFile(words, process.env);
  const config = configOfStage(undefined, file);
  const failed = synthesize(file);
  if (failed !== 0) return failed;
  const deployed = await deployedTemplates(config, runAws);
  if (Object.keys(deployed).length === 0) {
    console.log(`${config.stage}: nothing is deployed yet.`);
    return 0;
  }
  const shown = runCdk(['diff', '--app', assemblyFolder, ...words]);
  const losses = lossesBetween(deployed, synthesizedTemplates(assemblyFolder, config.stage));
  console.log([...lossLines(losses), `${config.stage}: ${losses.length} would be lost.`].join('\n'));
  return losses.length > 0 ? 1 : shown;
};

try {
  process.exitCode = await diff(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DeployedUnknownError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
