import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setRuntimeZoneVersion } from '../shared/domain/time/runtime-zones.ts';
import { readOnlyChannel } from './only-channel.ts';
import { readRealMode } from './real/real-mode.ts';
import { startLocalService } from './service.ts';

setRuntimeZoneVersion(process.versions['tz']);

const parentPollMs = 300;

const { PORT = '3000', BACKBEAT_DATA, PUBLIC_BASE_URL } = process.env;
// Each tick writes lines: only warnings and errors are shown unless asked.
if (!process.env['DEBUG']) console.info = () => undefined;

const { values: asked } = parseArgs({
  options: {
    // Uses Twilio's and AWS's own services in the place of the stand-ins, where the environment has credentials for
    // them.
    real: { type: 'boolean', default: false },
    people: { type: 'string' },
    'tunnel-port': { type: 'string' },
    // A deployment that has one channel (docs/deploy.md, step 2).
    channels: { type: 'string', default: 'both' },
  },
});
// Data of real people is kept apart from played data.
const folder =
  BACKBEAT_DATA === 'memory' ? undefined : resolve(BACKBEAT_DATA || (asked.real ? '.local/real' : '.local'));

const fail = (error: unknown): void => {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  if (process.env['DEBUG'] && error instanceof Error) console.error(error);
  process.exit(1);
};

const realMode = () => {
  if (!asked.real) return undefined;
  // Port 0 takes any free port for both; otherwise the providers get the next one.
  const tunnelPort = Number(asked['tunnel-port'] ?? (PORT === '0' ? 0 : Number(PORT) + 1));
  return { ...readRealMode(process.env, asked.people), tunnelPort };
};

const start = async () =>
  startLocalService({
    onlyChannel: readOnlyChannel(asked.channels),
    real: realMode(),
    port: Number(PORT),
    folder,
    publicBaseUrl: PUBLIC_BASE_URL,
    environment: process.env,
    printMetrics: process.env['DEBUG'] ? (line) => process.stdout.write(line) : undefined,
  });
const starting = start();

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  const service = await starting.catch(() => undefined);
  await service?.stop();
  process.exit();
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
// npm sends a signal to the shell between itself and this process. That shell ends without passing it on, which would
// leave this process behind.
const parent = process.ppid;
if (process.env['npm_lifecycle_event'] === 'start')
  setInterval(() => (process.ppid === parent ? undefined : stop()), parentPollMs).unref();

try {
  const { url, tunnelUrl } = await starting;
  const tunnel = tunnelUrl === undefined ? '' : `\n  Tunnel to  ${tunnelUrl}  (real people: Twilio, SES or both)`;
  console.log(
    `Backbeat is running.\n  Simulator  ${url}/_local/\n  Sign-up    ${url}/\n  Desk       ${url}/desk${tunnel}\n  Data       ${folder ?? 'in memory'}\nCtrl+C stops it.`,
  );
} catch (error) {
  fail(error);
}
