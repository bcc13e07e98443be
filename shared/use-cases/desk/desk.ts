import { firstProgramme } from '../../content/programmes.ts';
import type { Actor } from '../../domain/desk/authorise.ts';
import type { RedFlagReaders } from '../../domain/desk/red-flag-readers.ts';
import type { LocalDate } from '../../domain/time/local-time.ts';
import type { ErasureJob } from '../../domain/tips/job.ts';
import type { Log } from '../../platform/log.ts';
import type { Runtime } from '../../platform/runtime.ts';
import { createAuditStore } from '../../store/audit-store.ts';
import { createClaimStore } from '../../store/claim-store.ts';
import { createCodeStore } from '../../store/code-store.ts';
import { createDueListStore } from '../../store/due-list-store.ts';
import type { Table } from '../../store/dynamodb-table.ts';
import { createPersonDataStore } from '../../store/person-data-store.ts';
import { createTallyStore } from '../../store/tally-store.ts';
import { createTipHistoryStore } from '../../store/tip-history-store.ts';
import { createVisitStore } from '../../store/visit-store.ts';
import { createWorklistStore } from '../../store/worklist-store.ts';
import { createZoneStore } from '../../store/zone-store.ts';
import { createProfileChanges } from '../profile-changes.ts';
import { createReplyStores } from '../reply-stores.ts';
import { createSpendMeter, type SpendSettings } from '../spend-meter.ts';
import { createActOnPerson } from './act-on-person.ts';
import { createDeskPeople } from './desk-people.ts';
import { createGuard } from './guard.ts';
import { createHandleWorklist } from './handle-worklist.ts';
import { createInviteDesk, type InviteDeskClients } from './invite-desk.ts';
import { createKeepCodes } from './keep-codes.ts';
import { createResultsDesk } from './results-desk.ts';
import { createShowPerson } from './show-person.ts';
import { type CountQueues, createShowToday } from './show-today.ts';

/** What is needed for the desk's work on people who are with us. */
export interface PeopleDeskClients {
  readonly table: Table;
  readonly pepper: string;
  readonly runtime: Runtime;
  readonly readers: RedFlagReaders;
  /** The countries whose numbers staff write without a country code (home-countries.ts). */
  readonly homes: readonly string[];
  /** The monthly caps on texts and mails. */
  readonly caps: SpendSettings;
  readonly log: Log;
  readonly countQueues: CountQueues;
  /** Puts a job onto the erasure queue. */
  readonly eraseLater: (job: ErasureJob) => Promise<void>;
}

/** What is needed for all of the desk, invitations and results included. */
export type DeskClients = PeopleDeskClients & InviteDeskClients;

/**
 * What every door of the desk offers: people and their tips, today, the worklist, codes, the audit trail. Every operation
 * is allowed or refused by role and consent, is written into the audit trail before it is done, and may be repeated.
 */
export const createPeopleDesk = (clients: PeopleDeskClients) => {
  const { table, pepper, homes, runtime, readers, eraseLater, log, caps, countQueues } = clients;
  const { clock } = runtime;
  const audit = createAuditStore(table);
  const guard = createGuard({ audit, runtime });
  const stores = createReplyStores(table);
  const { persons } = stores;
  const history = createTipHistoryStore(table);
  const programme = firstProgramme();
  const changes = createProfileChanges(stores, clock);
  const people = createDeskPeople({ pepper, homes, clock, persons, guard });
  return {
    ...createShowPerson({
      clock,
      people,
      persons,
      history,
      personData: createPersonDataStore(table),
      visits: createVisitStore(table),
      programme,
    }),
    ...createActOnPerson({
      clock,
      people,
      persons,
      changes,
      eraseLater,
      programme,
    }),
    ...createShowToday({
      clock,
      guard,
      history,
      zones: createZoneStore(table),
      dueList: createDueListStore(table),
      claims: createClaimStore(table),
      tallies: createTallyStore(table),
      spend: createSpendMeter({ table, clock, log, settings: caps }),
      countQueues,
      programme,
    }),
    ...createKeepCodes({ runtime, guard, codes: createCodeStore(table), programme }),
    ...createHandleWorklist({ clock, guard, people, persons, worklist: createWorklistStore(table), readers }),
    /** The audit trail of one day in UTC: who did what at the desk. */
    readAudit: async (actor: Actor, date: LocalDate) => {
      await guard(actor, 'read-audit');
      return audit.readDay(date);
    },
  };
};

/** The desk's work on people who are with us. */
export type PeopleDesk = ReturnType<typeof createPeopleDesk>;

/**
 * The whole desk in one, as the command line uses it. The desk's page loads the import, the report and the export only
 * for those who ask for them.
 */
export const createDesk = (clients: DeskClients) => ({
  ...createPeopleDesk(clients),
  ...createInviteDesk(clients),
  ...createResultsDesk(clients),
});

/** Every operation that the clinic has. */
export type Desk = ReturnType<typeof createDesk>;
