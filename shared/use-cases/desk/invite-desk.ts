import type { SendJob } from '../../domain/tips/job.ts';
import type { Log } from '../../platform/log.ts';
import type { Runtime } from '../../platform/runtime.ts';
import { createAuditStore } from '../../store/audit-store.ts';
import type { Table } from '../../store/dynamodb-table.ts';
import { createInvitationStore } from '../../store/invitation-store.ts';
import { createMailSignUp } from '../mail-sign-up.ts';
import { createProfileChanges } from '../profile-changes.ts';
import { createReplyStores } from '../reply-stores.ts';
import { createSpendMeter, type SpendSettings } from '../spend-meter.ts';
import { createGuard } from './guard.ts';
import { createInvitePeople, type InvitePeopleDeps } from './invite-people.ts';

/** What is needed to send invitations. */
export interface InviteDeskClients {
  readonly table: Table;
  readonly pepper: string;
  readonly runtime: Runtime;
  /** Puts a job onto the queue of mails. */
  readonly mailLater: (job: SendJob) => Promise<void>;
  readonly listSuppressed: InvitePeopleDeps['listSuppressed'];
  readonly log: Log;
  readonly caps: SpendSettings;
}

/**
 * The import of lists. It is made apart from the rest of the desk because it needs all that a sign-up needs, which no page
 * of the desk does.
 */
export const createInviteDesk = ({
  table,
  pepper,
  runtime,
  log,
  caps,
  mailLater,
  listSuppressed,
}: InviteDeskClients) => {
  const { clock } = runtime;
  const stores = createReplyStores(table);
  const changes = createProfileChanges(stores, clock);
  const spend = createSpendMeter({ table, clock, log, settings: caps });
  return createInvitePeople({
    clock,
    pepper,
    guard: createGuard({ audit: createAuditStore(table), runtime }),
    persons: stores.persons,
    invitations: createInvitationStore(table),
    limits: stores.limits,
    codes: stores.codes,
    askMailbox: createMailSignUp({ stores, changes, runtime, log, pepper, sendLater: mailLater }),
    listSuppressed,
    readSpend: () => spend.read('email'),
  });
};

/** The desk's work on people who are not yet with us. */
export type InviteDesk = ReturnType<typeof createInviteDesk>;
