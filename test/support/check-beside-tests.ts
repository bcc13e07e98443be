import { spawn } from 'node:child_process';

/*
 * `npm test`: types, style and dead code are looked at while the tests run, for tests wait half of their time for processes,
 * sockets and clocks. What a check has to say is printed as soon as it is known, and again at the end, where it is seen.
 */

/** Whether a command went well, and what it printed unless it was let print. */
const run = (command: string, args: readonly string[], isQuiet: boolean) =>
  new Promise<{ readonly isGreen: boolean; readonly printed: string }>((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['inherit', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
    });
    const parts: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (part: string) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ isGreen: code === 0, printed: parts.join('') }));
  });

/** One after the other: two at once would take the tests both cores. */
const check = async (): Promise<readonly string[]> => {
  const complaints: string[] = [];
  for (const name of ['typecheck', 'lint']) {
    const { isGreen, printed } = await run('npm', ['run', '-s', name], true);
    if (isGreen) continue;
    complaints.push(`npm run ${name} is red:\n${printed}`);
    console.error(complaints.at(-1));
  }
  return complaints;
};

const [tests, complaints] = await Promise.all([run('vitest', ['run', ...process.argv.slice(2)], false), check()]);
for (const complaint of complaints) console.error(complaint);
console.log(
  complaints.length === 0 ? 'Types, style and dead code are green.' : 'Types, style or dead code are red: see above.',
);
process.exitCode = tests.isGreen && complaints.length === 0 ? 0 : 1;
