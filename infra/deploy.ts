import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { hashOfSafetyContent, readSignOff, signOffState } from '../content/build/sign-off.ts';
import { ConfigError } from './config.ts';
import { mayDeploy, withoutSignOff } from './sign-off-gate.ts';
import { configOfStage } from './stage-config.ts';

const file = (): string | undefined => {
  const given = process.argv.find((argument) => argument.startsWith('config='));
  return given?.slice('config='.length) ?? process.env['BACKBEAT_CONFIG'];
};

const ask = async (question: string): Promise<string | undefined> => {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
};

try {
  const { stage } = configOfStage(undefined, file());
  const state = signOffState(readSignOff(), hashOfSafetyContent());
  if (await mayDeploy({ stage, state, ask, say: console.error, accepted: process.env[withoutSignOff] })) {
    const { status } = spawnSync('npx', ['cdk', 'deploy', '--all', ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = status ?? 1;
  } else {
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
