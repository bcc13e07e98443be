import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { roomChanges, roomOf } from './rooms.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outcome = z.object({ functions: z.number(), changes: z.number(), body: z.string() });

it('a reader who follows one text through the code is led into another room thirty times at most', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', './test/walk/trace-functions.mjs', 'test/walk/walk.ts', 'PAIN 6 after gardening'],
    { cwd: root },
  );
  const { functions, changes, body } = outcome.parse(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''));
  expect(body).toContain('6 is in your diary');
  expect(functions).toBeGreaterThan(100);
  // Fewer than these would mean that calls were not seen.
  expect(changes).toBeGreaterThan(15);
  expect(changes).toBeLessThanOrEqual(30);
}, 60_000);

it('rooms are functions, folders of shared/ and subjects of the domain; a tool beside the subjects is in none', () => {
  expect(roomOf('functions/web/pages/layout.tsx')).toBe('functions/web');
  expect(roomOf('shared/store/query-all.ts')).toBe('shared/store');
  expect(roomOf('shared/domain/reading/score/read-score.ts')).toBe('shared/domain/reading');
  expect(roomOf('shared/domain/memoize.ts')).toBeUndefined();
});

it('a change is a call from another room, of each function the first', () => {
  const store = { file: 'shared/store/a.ts', name: 'read', caller: 'shared/use-cases/b.ts' };
  const within = { file: 'shared/store/c.ts', name: 'parse', caller: 'shared/store/a.ts' };
  expect(roomChanges([store, within, store])).toEqual([store]);
});
