import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Length of a tick of /proc's clocks, in microseconds. */
const tickMicros = 1_000_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  readonly micros: number;
}

/** proc(5), /proc/<pid>/stat: field 4 is the parent, 14 to 17 the ticks of the process and of its children that have ended. */
const readStat = (pid: number): ProcessTimes | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in field 2 may hold spaces; what follows its parenthesis is field 3 and on.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: Number(fields[1]), micros: ticks * tickMicros };
  } catch {
    // Ended between the listing and the reading.
    return undefined;
  }
};

/** CPU that processes and all their descendants have used so far, in microseconds. */
export const cpuOfTrees = (roots: readonly number[]): number => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)) ?? []);
  const wanted = new Set(roots);
  for (let before = 0; before < wanted.size; ) {
    before = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return all.filter(({ pid }) => wanted.has(pid)).reduce((sum, { micros }) => sum + micros, 0);
};

/** Our own children of that name. */
export const childrenNamed = (name: string): readonly number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        return readStat(pid)?.parent === process.pid && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === name;
      } catch {
        return false;
      }
    });
