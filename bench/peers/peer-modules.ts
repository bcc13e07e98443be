import { createRequire } from 'node:module';
import * as z from 'zod';

// The peers are installed in this folder alone, and only when they are measured: the rest of the repository must
// typecheck without them. This file declares the parts of each that are used, from its documentation.

const require = createRequire(new URL('./package.json', import.meta.url));
const load = <T>(name: string): T => z.custom<T>().parse(require(name));

interface PgQueries {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}
export interface PgPool extends PgQueries {
  on(event: 'error', listener: (error: Error) => void): void;
}
export const loadPg = () => load<{ Pool: new (options: { connectionString: string; max: number }) => PgPool }>('pg');

interface PgBossJob {
  readonly id: string;
  readonly data: { readonly to: string };
}
interface PgBossInstance {
  on(event: 'error', listener: (error: Error) => void): void;
  start(): Promise<unknown>;
  createQueue(name: string, options: Record<string, unknown>): Promise<void>;
  insert(name: string, jobs: readonly { data: { to: string } }[]): Promise<unknown>;
  work(
    name: string,
    options: Record<string, unknown>,
    handler: (jobs: readonly PgBossJob[]) => Promise<readonly { id: string; status: string; output?: object }[]>,
  ): Promise<string>;
}
export const loadPgBoss = () => load<{ PgBoss: new (options: Record<string, unknown>) => PgBossInstance }>('pg-boss');

interface GraphileUtils {
  migrate(): Promise<void>;
  addJobs(jobs: readonly { identifier: string; payload: { to: string }; maxAttempts: number }[]): Promise<unknown>;
  forceUnlockWorkers(ids: readonly string[]): Promise<void>;
}
export const loadGraphileWorker = () =>
  load<{
    makeWorkerUtils(options: Record<string, unknown>): Promise<GraphileUtils>;
    run(options: {
      readonly preset: Record<string, unknown>;
      readonly noHandleSignals: boolean;
      readonly taskList: Record<string, (payload: { to: string }, helpers: PgQueries) => Promise<void>>;
    }): Promise<unknown>;
    Logger: new (factory: () => (level: string, message: string) => void) => unknown;
  }>('graphile-worker');

interface BullJob {
  readonly data: { readonly to: string };
}
interface BullQueue {
  addBulk(jobs: readonly { name: string; data: { to: string } }[]): Promise<unknown>;
  getJobCounts(...states: readonly string[]): Promise<Record<string, number>>;
}
export const loadBullMq = () =>
  load<{
    Queue: new (name: string, options: Record<string, unknown>) => BullQueue;
    Worker: new (
      name: string,
      process: (job: BullJob) => Promise<unknown>,
      options: Record<string, unknown>,
    ) => { run(): Promise<void>; on(event: 'error', listener: (error: Error) => void): void };
  }>('bullmq');

export interface RedisClient {
  set(key: string, value: string | number, condition: 'NX'): Promise<'OK' | null>;
  info(section: string): Promise<string>;
}
export const loadRedis = () =>
  load<{ Redis: { new (options: Record<string, unknown>): RedisClient; prototype: { sendCommand: unknown } } }>(
    'ioredis',
  );
