import { type Actor, letsClinicRead, type Operation, refusalOf } from '../../domain/desk/authorise.ts';
import type { Subscriber, SubscriberId } from '../../domain/people/subscriber.ts';
import type { Runtime } from '../../platform/runtime.ts';
import type { AuditStore } from '../../store/audit-store.ts';
import { NotAllowedError } from './desk-errors.ts';

/** What an act of the desk is checked and written down with. */
export interface GuardDeps {
  readonly audit: Pick<AuditStore, 'append'>;
  readonly runtime: Pick<Runtime, 'clock' | 'randomBytes'>;
}

/** Whom an act is about: the subscriber where there is one, so that their consent counts. */
export interface Concerned {
  readonly id: SubscriberId;
  readonly subscriber?: Subscriber | undefined;
}

/**
 * Lets an act at the desk begin, or refuses it; either stands in the audit trail before anything is done or shown.
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

/** Lets an actor do what their role may, and writes it into the audit first. */
export type Guard = ReturnType<typeof createGuard>;
