import type { RedFlagReaders } from '../../domain/desk/red-flag-readers.ts';
import type { Runtime } from '../../platform/runtime.ts';
import { createAuditStore } from '../../store/audit-store.ts';
import type { Table } from '../../store/dynamodb-table.ts';
import { createPersonDataStore } from '../../store/person-data-store.ts';
import { createWorklistStore } from '../../store/worklist-store.ts';
import { createReplyStores } from '../reply-stores.ts';
import { createGuard } from './guard.ts';
import { createReleaseResearch } from './release-research.ts';
import { createReportMonth } from './report-month.ts';

/** What is needed for the report and the export, which read the whole table. */
export interface ResultsDeskClients {
  readonly table: Table;
  readonly runtime: Runtime;
  readonly readers: RedFlagReaders;
}

/** The results of the service: the month's report and the export for research. Both scan the whole table. */
export const createResultsDesk = ({ table, runtime, readers }: ResultsDeskClients) => {
  const { clock } = runtime;
  const guard = createGuard({ audit: createAuditStore(table), runtime });
  const { persons } = createReplyStores(table);
  return {
    ...createReportMonth({ clock, guard, table, worklist: createWorklistStore(table), readers }),
    ...createReleaseResearch({ runtime, guard, table, persons, personData: createPersonDataStore(table) }),
  };
};

/** The month's report and the export for research. */
export type ResultsDesk = ReturnType<typeof createResultsDesk>;
