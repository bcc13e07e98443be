import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import LongFilesFirst from './test/support/long-files-first.ts';

const tests = (...folders: string[]): string[] => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

/** Suites that set their process up for themselves: its environment, its clients, its console. */
const alone = [
  'test/integration/local/{access,aws-clients,demo,idle-ticks,large-bodies,one-channel,service}.test.ts',
  'test/rehearsal/{alarms-on-failures,events-and-schedules,must-fail,one-channel,people-facing}.test.ts',
  'test/e2e/{desk-page,outcome-alarms,printed-metrics,privacy,reconcile,smoke-by-mail,spend-cap}.test.ts',
  'test/infra/{bundle-size,environment,first-events,rule-packs}.test.ts',
  'test/unit/providers/ses-silence.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Half of a worker's time is waiting: for engines, services and browsers that are processes of their own, and for clocks.
    maxWorkers: Math.max(3, availableParallelism() + 1),
    sequence: { sequencer: LongFilesFirst },
    // The services and commands that tests start as processes read compiled modules: a third less work to begin.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) },
    projects: [
      { extends: true, test: { name: 'alone', include: alone, globalSetup: 'test/support/bundle-folder.ts' } },
      // One process for many files: half of what a file costs is reading the product's modules and content once more. They
      // come after the others, as vitest sorts them: a file of theirs that came in between would end the process.
      { extends: true, test: { name: 'together', include: tests('*'), exclude: alone, isolate: false } },
    ],
  },
});
