import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder into which `cdk synth` writes the templates; CDK_OUTDIR is the CDK's own variable for another one. */
export const assemblyFolder = process.env['CDK_OUTDIR'] ?? fileURLToPath(new URL('../cdk.out', import.meta.url));

/** Runs the CDK's command line at this terminal; returns its exit code. */
export const runCdk = (parameters: readonly string[], environment: NodeJS.ProcessEnv = process.env): number =>
  spawnSync('npx', ['cdk', ...parameters], { stdio: 'inherit', env: environment }).status ?? 1;

/** The settings file that a command line names (`-c config=…`), or the environment. */
export const settingsFile = (words: readonly string[], environment: NodeJS.ProcessEnv): string | undefined => {
  const given = words.find((word) => word.startsWith('config='));
  return given?.slice('config='.length) ?? environment['BACKBEAT_CONFIG'];
};

/** Synthesizes a settings file's stacks (undefined: the operator's own) into `assemblyFolder`; gives the exit code. */
export const synthesize = (file: string | undefined): number =>
  runCdk(['synth', '--quiet'], { ...process.env, ...(file === undefined ? {} : { BACKBEAT_CONFIG: file }) });
