import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { backupReachDays } from '../shared/domain/restore/backup-reach.ts';
import { dayMs } from '../shared/domain/time/durations.ts';
import { readSettings } from '../shared/platform/settings.ts';
import { createConsentLedger } from '../shared/providers/s3/consent-ledger.ts';
import { createAuditStore } from '../shared/store/audit-store.ts';
import { connectTable, type Table } from '../shared/store/dynamodb-table.ts';
import { CannotError } from '../shared/use-cases/desk/desk-errors.ts';
import { createGuard } from '../shared/use-cases/desk/guard.ts';
import { type RestoreReport, restoreTable } from '../shared/use-cases/restore/restore-table.ts';
import type { RestoreCommand } from './command-line.ts';
import type { Connection } from './connection.ts';
import { surround } from './open-desk.ts';
import type { Outcome, Surroundings } from './outcome.ts';
import { UsageError } from './usage-error.ts';

/** What the backup shows, epoch ms: as AWS says, or else as whoever restores says. */
const instantOf = async (backup: Table, said: number | undefined): Promise<number> => {
  const { Table: described } = await backup.client.send(new DescribeTableCommand({ TableName: backup.name }));
  const at = described?.RestoreSummary?.RestoreDateTime?.getTime() ?? said;
  if (at === undefined)
    throw new UsageError(`AWS does not say what ${backup.name} shows: say it yourself, with --as-of 2026-11-29T08:00Z`);
  if (described?.RestoreSummary?.RestoreInProgress)
    throw new CannotError(`${backup.name} is still being restored: wait until AWS says that it is active`);
  return at;
};

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** What a restore came to, or would come to. */
export const restoreLines = (report: RestoreReport, isDone: boolean): readonly string[] => {
  const { active, stopped, gone, kept, lost } = report;
  return [
    `${isDone ? 'Put back' : 'Would put back'}: ${people(active)} who get tips from tomorrow on, ${stopped} who had stopped.`,
    `Left as they are: ${kept}. Erased, or another name of somebody, since: ${gone}.`,
    ...(lost.length === 0
      ? []
      : [
          `Joined since, and in neither table: ${people(lost.length)}. Nobody knows their numbers; they have to JOIN again:`,
          ...lost.map((id) => `  ${id}`),
        ]),
  ];
};

/**
 * Puts back what a backup has and the service's table has not, with all that people said since. It first counts what it would
 * do, and asks.
 * @throws UsageError or CannotError
 */
export const restoreFromBackup = async (
  connection: Connection,
  { from, asOf, replace }: RestoreCommand,
  around: Omit<Surroundings, 'place'>,
): Promise<Outcome> => {
  const { environment, sdk, runtime, secrets, who } = connection;
  if (who === undefined)
    throw new UsageError(
      'restore is for a deployment: --stage. On this machine a copy of the data folder is the backup',
    );
  const settings = readSettings(environment, ['table', 'ledgerBucket']);
  if (from === settings.table) throw new UsageError(`${from} is the service's own table`);
  surround(sdk);
  const [table, backup, s3] = [connectTable(settings.table), connectTable(from), new S3Client({})];
  try {
    const at = await instantOf(backup, asOf);
    if (runtime.clock.now() - at > backupReachDays * dayMs)
      throw new CannotError(
        `${from} shows ${new Date(at).toISOString()}: who stopped or was erased is known for ${backupReachDays} days only`,
      );
    const deps = {
      ...{ backup, table, runtime, replace, pepper: secrets.pepper, progress: around.progress },
      ledger: createConsentLedger(s3, settings.ledgerBucket),
    };
    const would = restoreLines(await restoreTable({ ...deps, write: false }), false);
    if (!(await around.askWhetherTo([...would, `This puts back ${from}`].join('\n'), 'RESTORE')))
      throw new CannotError('nothing was put back');
    await createGuard({ audit: createAuditStore(table), runtime })(around.actor, 'restore');
    const report = await restoreTable({ ...deps, write: true });
    return { data: report, lines: restoreLines(report, true) };
  } finally {
    for (const { client } of [table, backup]) client.destroy();
    s3.destroy();
  }
};
