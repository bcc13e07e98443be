import { readFileSync } from 'node:fs';
import { startServiceProcess } from '../e2e/support/service-process.ts';
import { type Attack, aimAt, type Target } from './attack.ts';
import { attacks } from './attacks.ts';

/** STOP in the middle of a flood must be answered within this. */
const stopWithinMs = 2000;
/** When it comes: the flood is under way by then. */
const afterMs = 150;

/** Megabytes that the service's process has resident; undefined where there is no /proc. */
const memoryOf = (pid: number | undefined): number | undefined => {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1000);
  } catch {
    return undefined;
  }
};

const stopInTheMiddle = async (target: Target, n: number): Promise<number> => {
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const started = performance.now();
  const { status } = await target.text(`+1212555${String(2000 + n)}`, 'STOP');
  return status === 200 ? Math.round(performance.now() - started) : Number.POSITIVE_INFINITY;
};

const measure = async ({ name, run }: Attack, target: Target, n: number, pid: number | undefined) => {
  await target.reset();
  await target.text(`+1212555${String(2000 + n)}`, 'JOIN');
  const counts = { tries: 0, held: 0 };
  let worstMb = memoryOf(pid);
  const looking = setInterval(() => {
    worstMb = Math.max(worstMb ?? 0, memoryOf(pid) ?? 0) || undefined;
  }, 100);
  const started = performance.now();
  const tried = (held: boolean): void => {
    counts.tries += 1;
    counts.held += Number(held);
  };
  const [, stopMs] = await Promise.all([run(target, { tried }), stopInTheMiddle(target, n)]);
  clearInterval(looking);
  return {
    attack: name,
    ...counts,
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
    'STOP ms': stopMs,
    MB: worstMb,
  };
};

const service = await startServiceProcess();
try {
  const target = await aimAt(service.url);
  const rows: Awaited<ReturnType<typeof measure>>[] = [];
  for (const [n, attack] of attacks.entries()) rows.push(await measure(attack, target, n, service.pid));
  console.table(rows);
  const failed = rows.filter((row) => row.held < row.tries || row['STOP ms'] > stopWithinMs);
  for (const { attack } of failed) console.error(`not held: ${attack}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  await service.stop();
}
