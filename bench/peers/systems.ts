import type { TableTemplate } from './backbeat-table.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import type { RunningStore } from './store.ts';

export const peerNames = ['pg-boss', 'graphile-worker', 'bullmq'] as const;
export const systemNames = ['backbeat', ...peerNames] as const;
export type SystemName = (typeof systemNames)[number];

export const workerFile = (name: SystemName): string => `./worker-${name}.ts`;

/** A fresh store for one run of a system. */
export const startStore = (name: SystemName, table: TableTemplate): Promise<RunningStore> => {
  switch (name) {
    case 'backbeat':
      return table.start();
    case 'pg-boss':
    case 'graphile-worker':
      return startPostgres();
    case 'bullmq':
      return startRedis();
  }
};
