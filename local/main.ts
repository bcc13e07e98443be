import { resolve } from 'node:path';
import { setRuntimeZoneVersion } from '../shared/domain/time/runtime-zones.ts';
import { startLocalService } from './service.ts';

setRuntimeZoneVersion(process.versions['tz']);

const parentPollMs = 300;

const { PORT = '3000', BACKBEAT_DATA, PUBLIC_BASE_URL } = process.env;
// Each tick writes lines: only warnings and errors are shown unless asked.
if (!process.env['DEBUG']) console.info = () => undefined;

const folder = BACKBEAT_DATA === 'memory' ? undefined : resolve(BACKBEAT_DATA || '.local');

const fail = (error: unknown): void => {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
  if (process.env['DEBUG'] && error instanceof Error) console.error(error);
  process.exit(1);
};

const starting = startLocalService({
  port: Number(PORT),
  folder,
  publicBaseUrl: PUBLIC_BASE_URL,
  environment: process.env,
  printMetrics: process.env['DEBUG'] ? (line) => process.stdout.write(line) : undefined,
});

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
// npm hands a signal to the shell between us, and that shell ends without passing it on: we would be left behind.
const parent = process.ppid;
if (process.env['npm_lifecycle_event'] === 'start')
  setInterval(() => (process.ppid === parent ? undefined : stop()), parentPollMs).unref();

try {
  const { url } = await starting;
  console.log(
    `Backbeat is running.\n  Simulator  ${url}/_local/\n  Sign-up    ${url}/\n  Data       ${folder ?? 'in memory'}\nCtrl+C stops it.`,
  );
} catch (error) {
  fail(error);
}
