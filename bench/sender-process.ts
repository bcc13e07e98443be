import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { bundleFunction } from '../infra/bundle.ts';
import { worker } from '../infra/pace.ts';
import { functionEnvironment, pointSdkAtStandIns } from '../local/settings.ts';
import { memoize } from '../shared/domain/memoize.ts';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import type { SendJob } from '../shared/domain/tips/job.ts';
import { variables } from '../shared/platform/settings.ts';

const readings = z.object({
  /** Groups that are to come back. */
  left: z.number(),
  /** Of the process since it began. */
  cpuMs: z.number(),
  /** The most that was resident: its own pages and those of the files it has mapped, the runtime's 40 MB of code too. */
  peakMegabytes: z.number(),
});
export type Readings = z.infer<typeof readings>;

export interface SenderOptions {
  readonly channel: Channel;
  readonly perSecond: number;
  readonly providersUrl: string;
  readonly dynamoDbUrl: string;
  /** Where the parameter extension listens, which speaks HTTP even if the providers do not. */
  readonly secretsUrl: string;
  /** Of what signed the providers' TLS, if they speak it. */
  readonly certificateFile?: string;
  /** Files that the process writes its id into before anything else. */
  readonly memberLists?: readonly string[];
  readonly node?: string;
}

const bundle = memoize(() => bundleFunction('send-tips').outfile);

/** Writes its own id into every file before `--`, then becomes what follows. */
const joinFirst = 'while [ "$1" != -- ]; do echo $$ > "$1"; shift; done; shift; exec "$@"';

/** One worker as it is deployed: its bundle, in a process of its own, with the settings of infra/pace.ts. */
export const startSender = (options: SenderOptions) => {
  const { channel, providersUrl, certificateFile, memberLists = [], node = process.execPath } = options;
  const sdk: Record<string, string | undefined> = { PATH: process.env['PATH'] };
  pointSdkAtStandIns(sdk, providersUrl, options.dynamoDbUrl);
  const runner = fileURLToPath(new URL('run-handler.mjs', import.meta.url));
  const child = spawn('sh', ['-c', joinFirst, 'sh', ...memberLists, '--', node, runner, bundle()], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...worker.environment,
      ...functionEnvironment(sdk, providersUrl, 'https://backbeat.example.org'),
      PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: new URL(options.secretsUrl).port,
      ...(certificateFile === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificateFile }),
      [variables.channel]: channel,
      [variables.ratePerSecond]: String(options.perSecond),
      [variables.workers]: '1',
    },
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(String(signal ?? code)));
  });
  const answer = (): Promise<Readings> =>
    new Promise((resolve) => {
      child.once('message', (message) => resolve(readings.parse(message)));
    });
  return {
    /** One invocation with one group; rejects if the process does not live to answer. */
    invoke: async (messageId: string, job: SendJob): Promise<Readings> => {
      const answered = answer();
      const attributes = { ApproximateReceiveCount: '1' };
      const record = { messageId, receiptHandle: 'receipt', body: JSON.stringify(job), attributes };
      child.send({ event: { Records: [record] } }, () => {});
      return Promise.race([
        answered,
        ended.then((how) => Promise.reject(new Error(`the worker ended with ${how} in ${messageId}`))),
      ]);
    },
    stop: async (): Promise<void> => {
      child.kill();
      await ended;
    },
  };
};
