import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import type { CrashResult } from './measure-crashes.ts';
import type { EngineResult } from './measure-engine.ts';
import type { ReplyResult } from './measure-replies.ts';
import type { RunResult } from './measure-run.ts';
import { postgresVersion } from './postgres.ts';
import { redisVersion } from './redis.ts';
import { peerNames, type SystemName } from './systems.ts';

/** The contestants: the systems, and ours once more without the engine's time. */
export const contestants = ['backbeat', 'backbeat, engine out', ...peerNames] as const;
export type Contestant = (typeof contestants)[number];

export const systemOf = (contestant: Contestant): SystemName =>
  contestant === 'backbeat, engine out' ? 'backbeat' : contestant;

/** All runs of one contestant with so many people and that delay, in the order they were made. */
export interface Cell {
  readonly contestant: Contestant;
  readonly people: number;
  readonly delayMs: number;
  readonly runs: readonly RunResult[];
}

export interface CrashCell extends CrashResult {
  readonly system: SystemName;
  readonly onDoubt: 'resend' | 'skip';
  readonly people: number;
}

export interface PeerResults {
  readonly date: string;
  readonly machine: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly processes: number;
  readonly inFlight: number;
  readonly cells: readonly Cell[];
  readonly crashes: readonly CrashCell[];
  readonly replies: ReplyResult;
  readonly engine: EngineResult;
}

export const machine = (): Record<string, string> => ({
  cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  kernel: `${process.platform} ${release()}`,
});

const versionOf = (name: string): string => {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  );
  return typeof manifest === 'object' && manifest !== null ? String(Reflect.get(manifest, 'version')) : 'unknown';
};

export const versions = (): Record<string, string> => ({
  backbeat: execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim(),
  node: process.version,
  'pg-boss': versionOf('pg-boss'),
  'graphile-worker': versionOf('graphile-worker'),
  bullmq: versionOf('bullmq'),
  postgresql: postgresVersion(),
  redis: redisVersion(),
});
