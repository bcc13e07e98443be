import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderThreads } from './render-threads.ts';

// npm run threads: docs/threads.md.

writeFileSync(join(import.meta.dirname, '../../docs/threads.md'), await renderThreads());
