import { hashOfSafetyContent, readSignOff, signOffState } from '../content/build/sign-off.ts';
import { askAtTerminal } from './at-terminal.ts';
import { assemblyFolder, runCdk, settingsFile, synthesize } from './cdk-command.ts';
import { ConfigError } from './config.ts';
import {
  DeployedUnknownError,
  deployedTemplates,
  deployedVersion,
  synthesizedTemplates,
} from './deployed-templates.ts';
import { runAws } from './doctor/ask-aws.ts';
import { mayLose, withLosses } from './loss-gate.ts';
import { lossesBetween } from './losses.ts';
import { mayDeploy, withoutSignOff } from './sign-off-gate.ts';
import { configOfStage } from './stage-config.ts';

/** Deploys, unless something would be lost that nobody has agreed to, and names the version to go back to. */
const deploy = async (words: readonly string[]): Promise<number> => {
  const file = settingsFile(words, process.env);
  const config = configOfStage(undefined, file);
  const { stage } = config;
  const atTerminal = { stage, ask: askAtTerminal, say: console.error };
  const state = signOffState(readSignOff(), hashOfSafetyContent());
  if (!(await mayDeploy({ ...atTerminal, state, accepted: process.env[withoutSignOff] }))) return 1;
  const failed = synthesize(file);
  if (failed !== 0) return failed;
  const losses = lossesBetween(await deployedTemplates(config, runAws), synthesizedTemplates(assemblyFolder, stage));
  if (!(await mayLose({ ...atTerminal, losses, accepted: process.env[withLosses] }))) return 1;
  const before = await deployedVersion(config, runAws);
  if (before !== undefined)
    console.error(`Deployed so far: ${before}. The way back: git checkout ${before} && npm ci && npm run deploy`);
  // The templates that were compared are deployed, not those of another synthesis.
  return runCdk(['deploy', '--all', '--app', assemblyFolder, ...words]);
};

try {
  process.exitCode = await deploy(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DeployedUnknownError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
