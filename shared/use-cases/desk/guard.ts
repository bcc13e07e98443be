import { type Actor, letsClinicRead, type Operation, refusalOf } from '../../domain/desk/authorise.ts';
import type { Subscriber, SubscriberId } from '../../domain/people/subscriber.ts';
import type { Runtime } from '../../platform/runtime.ts';
import type { AuditStore } from '../../store/audit-store.ts';
import { NotAllowedError } from './desk-errors.ts';

/** What the guard needs to check an act and to write it down. */
export interface GuardDeps {
  readonly audit: Pick<AuditStore, 'append'>;
  readonly runtime: Pick<Runtime, 'clock' | 'randomBytes'>;
}

/**
 * The person whom an act is about. The subscriber is there where one exists, because their consent decides what staff may
 * read.
 */
export interface Concerned {
  readonly id: SubscriberId;
  readonly subscriber?: Subscriber | undefined;
}

/**
 * Makes the guard of the desk. It allows or refuses an act, and writes either into the audit trail before anything is done
 * or shown.
 * @throws NotAllowedError
 */
export const createGuard = ({ audit, runtime }: GuardDeps) => {
  return async (actor: Actor, operation: Operation, whom?: Concerned): Promise<void> => {
    const lets = whom?.subscriber !== undefined && letsClinicRead(whom.subscriber);
    const refused = refusalOf(actor.role, operation, lets);
    const line = {
      at: runtime.clock.now(),
      actor,
      operation,
      ...(whom === undefined ? {} : { whom: whom.id }),
      ...(refused ? { refused } : {}),
    };
    await audit.append(line, Buffer.from(runtime.randomBytes(6)).toString('hex'));
    if (refused) throw new NotAllowedError(operation, refused);
  };
};

/** Writes an act into the audit trail, then lets it begin if the actor's role and the person's consent allow it. */
export type Guard = ReturnType<typeof createGuard>;
