import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startServiceProcess } from '../e2e/support/service-process.ts';

/*
 * `npm run acceptance`: the tests of the black-box contract (docs/design.md, section 8), which are kept outside this
 * repository, against the service as `npm start` starts it, with nothing in it.
 */

const [given] = process.argv.slice(2);
const tests = given ?? fileURLToPath(new URL('../../../shared/acceptance/acceptance.test.mjs', import.meta.url));

if (existsSync(tests)) {
  const service = await startServiceProcess();
  const child = spawn(process.execPath, ['--test', '--test-concurrency=1', tests], {
    env: { ...process.env, BACKBEAT_URL: service.url },
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await service.stop();
  process.exitCode = code ?? 1;
} else {
  console.error(`There are no acceptance tests at ${tests}. Name their file: npm run acceptance -- <file>`);
  process.exitCode = 1;
}
