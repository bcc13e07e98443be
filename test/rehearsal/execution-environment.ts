import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { region } from './aws-calls.ts';
import { startRuntimeApi } from './runtime-api.ts';
import type { SynthesizedFunction } from './synthesized-functions.ts';

const preload = fileURLToPath(new URL('./preload.mjs', import.meta.url));

interface EnvironmentOptions {
  readonly made: SynthesizedFunction;
  /** handler.mjs of the bundle. */
  readonly bundle: string;
  /** index.mjs of aws-lambda-ric. */
  readonly runtimeClient: string;
  readonly cloudUrl: string;
}

/** What Lambda adds to a function's own variables ("Defined runtime environment variables"); nothing of this machine's. */
const reservedVariables = (made: SynthesizedFunction, bundle: string, runtimeApi: string): Record<string, string> => ({
  AWS_LAMBDA_RUNTIME_API: runtimeApi,
  _HANDLER: made.handler,
  LAMBDA_TASK_ROOT: dirname(bundle),
  LAMBDA_RUNTIME_DIR: '/var/runtime',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: 'ASIAREHEARSAL',
  AWS_SECRET_ACCESS_KEY: 'a secret of the rehearsal',
  AWS_SESSION_TOKEN: 'a session of the rehearsal',
  AWS_LAMBDA_FUNCTION_NAME: made.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(made.memoryMib),
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_FORMAT: made.logFormat,
  AWS_LAMBDA_LOG_GROUP_NAME: made.logGroup,
  AWS_LAMBDA_LOG_STREAM_NAME: '2030/01/01/[$LATEST]0',
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
});

/** One execution environment of a function: its bundle under AWS's runtime client, with the environment of its template. */
export const startExecutionEnvironment = async ({ made, bundle, runtimeClient, cloudUrl }: EnvironmentOptions) => {
  const api = await startRuntimeApi(made.arn, made.timeoutSeconds);
  const printed: string[] = [];
  const child = spawn(process.execPath, ['--import', `${pathToFileURL(preload)}?cloud=${cloudUrl}`, runtimeClient], {
    env: { ...made.environment, ...reservedVariables(made, bundle, api.address) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => printed.push(part));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      api.breakDown({ kind: 'error', errorType: 'Runtime.ExitError', message: `ended with ${code ?? signal}` });
      resolve();
    });
  });
  return {
    invoke: api.invoke,
    /** All that it has printed so far: what would stand in the log group. */
    printed: (): string => printed.join(''),
    stop: async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
      api.stop();
    },
  };
};
