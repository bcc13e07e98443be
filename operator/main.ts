import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

// What the desk knows of time zones is compiled with the rest of the content; npm start does that too.
const root = join(import.meta.dirname, '..');
if (!existsSync(join(root, 'content', 'compiled'))) {
  execFileSync(process.execPath, ['content/build/main.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

const { runOperator } = await import('./operator.ts');
process.exitCode = await runOperator(process.argv.slice(2));
