import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

// An execution environment in miniature: loads one bundle, answers events, says what it has used. It is JavaScript so
// that nothing but the bundle is loaded, as in Lambda.
const { handler } = await import(process.argv[2]);

// Linux counts what the parent had when it forked into `maxRSS`; the high-water mark of the process itself is in /proc.
const status = '/proc/self/status';
const peakKilobytes = () =>
  existsSync(status)
    ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1])
    : process.resourceUsage().maxRSS;

process.on('message', async ({ event }) => {
  const { batchItemFailures } = await handler(event);
  const { user, system } = process.cpuUsage();
  process.send({
    left: batchItemFailures.length,
    cpuMs: (user + system) / 1000,
    peakMegabytes: peakKilobytes() / 1024,
  });
});
