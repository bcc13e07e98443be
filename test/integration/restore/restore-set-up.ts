import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { createKeepLedger } from '../../../functions/keep-ledger/keep-ledger.ts';
import type { LedgerEntry } from '../../../shared/domain/restore/ledger-entry.ts';
import { systemRuntime } from '../../../shared/platform/system-runtime.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { type RestoreReport, restoreTable } from '../../../shared/use-cases/restore/restore-table.ts';
import { contentsOf, createService } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';
import { openTableStream } from '../../support/table-stream.ts';

const isNot = (kept: Record<string, unknown>, item: Record<string, unknown>): boolean =>
  kept['PK'] !== item['PK'] || kept['SK'] !== item['SK'];

/** A service with its ledger, whose table can be backed up, lost in whole or in part, and restored. */
export const openRestorable = async (table: Table, freshTable: () => Promise<Table>) => {
  const endpoint = await table.client.config.endpoint?.();
  if (!endpoint) throw new TypeError('no endpoint');
  const nextRecords = await openTableStream(
    table,
    `${endpoint.protocol}//${endpoint.hostname}:${endpoint.port}${endpoint.path}`,
  );
  const service = createService(table);
  const entries = new Map<string, LedgerEntry>();
  const ledger = {
    append: async (entry: LedgerEntry): Promise<void> => {
      entries.set(`${entry.id}/${entry.order}`, entry);
    },
    readAll: async () => [...entries.values()],
  };
  const keep = createKeepLedger({ log: () => {}, ledger });
  const seen: DynamoDBRecord[] = [];
  /** The engine stamps records by its own clock: here they happen when the service's clock says. */
  const settle = async (): Promise<void> => {
    const ApproximateCreationDateTime = Math.floor(service.clock.now() / 1000);
    const records = (await nextRecords()).map((record) => ({
      ...record,
      dynamodb: { ...record.dynamodb, ApproximateCreationDateTime },
    }));
    seen.push(...records);
    await keep({ Records: records });
  };
  return {
    service,
    entries,
    /** All records of the stream so far. */
    records: seen,
    settle,
    backUp: async (): Promise<Table> => {
      await settle();
      const backup = await freshTable();
      for (const Item of await contentsOf(table))
        await backup.client.send(new PutCommand({ TableName: backup.name, Item }));
      return backup;
    },
    /** Loses what is in the table, but for some items. */
    lose: async (keeps: readonly Record<string, unknown>[] = []): Promise<void> => {
      await settle();
      for (const item of await contentsOf(table)) {
        if (!keeps.every((kept) => isNot(kept, item))) continue;
        const Key = { PK: item['PK'], SK: item['SK'] };
        await table.client.send(
          new BatchWriteCommand({ RequestItems: { [table.name]: [{ DeleteRequest: { Key } }] } }),
        );
      }
    },
    restore: async (backup: Table, changes: { replace?: boolean; write?: boolean } = {}): Promise<RestoreReport> => {
      await settle();
      return restoreTable({
        backup,
        table,
        ledger,
        pepper,
        runtime: { clock: service.clock, randomBytes: systemRuntime.randomBytes },
        replace: false,
        write: true,
        progress: () => {},
        ...changes,
      });
    },
  };
};

export type Restorable = Awaited<ReturnType<typeof openRestorable>>;
