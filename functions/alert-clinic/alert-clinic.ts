import {
  contactToAlert,
  isForClinic,
  isFromDiary,
  isUnanswered,
  type RedFlagEvent,
} from '../../shared/domain/desk/red-flag-event.ts';
import type { ReadingClinic } from '../../shared/domain/desk/red-flag-readers.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { CountUnanswered } from '../../shared/platform/metrics.ts';
import type { PublishAlert } from '../../shared/providers/sns/publish-alert.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import type { WorklistStore } from '../../shared/store/worklist-store.ts';
import { alertInWords } from '../../shared/use-cases/desk/red-flag-in-words.ts';

/** What one round of alerts needs: the worklist, who looks at it and when, and how a contact is told. */
export interface AlertClinicDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly readers: ReadingClinic;
  readonly worklist: Pick<WorklistStore, 'list' | 'recordAlert'>;
  /** Read only for flags that were found in a diary, to ask whether their person still lets the clinic read it. */
  readonly persons: Pick<PersonStore, 'readSubscriber'>;
  readonly publish: PublishAlert;
  readonly countUnanswered: CountUnanswered;
}

/** Some contacts could not be told; the next run tells them. */
export class AlertsFailedError extends Error {
  override readonly name = 'AlertsFailedError';
  readonly contacts: number;
  constructor(contacts: number, options: ErrorOptions) {
    super(`${contacts} contacts could not be told`, options);
    this.contacts = contacts;
  }
}

/**
 * Tells each contact whose turn it is of the red flags that nobody has acknowledged: one message per contact and run,
 * however many flags there are. The message goes out before it is recorded, so that a crash in between tells a contact
 * twice, never not at all.
 */
export const createAlertClinic = ({
  clock,
  log,
  readers,
  worklist,
  persons,
  publish,
  countUnanswered,
}: AlertClinicDeps) => {
  const tell = async (contact: string, events: readonly RedFlagEvent[], now: number): Promise<void> => {
    await publish(contact, alertInWords(events, readers));
    for (const event of events) await worklist.recordAlert(event, now);
    log('warn', 'clinic-alerted', { count: events.length });
  };

  /**
   * Flags that nobody has acknowledged. A flag found in a diary is left out once its person has said CLINIC NO, whether
   * or not the clinic was told before.
   */
  const readOpen = async (): Promise<readonly RedFlagEvent[]> => {
    const open: RedFlagEvent[] = [];
    for (const event of await worklist.list()) {
      if (event.acknowledgedAt !== undefined) continue;
      const isOpen = !isFromDiary(event) || isForClinic(event, await persons.readSubscriber(event.id));
      if (isOpen) open.push(event);
    }
    return open;
  };

  return async (): Promise<void> => {
    const now = clock.now();
    const open = await readOpen();
    const unanswered = open.filter((event) => isUnanswered(event, readers, now)).length;
    if (unanswered > 0) countUnanswered(unanswered);
    const byContact = Map.groupBy(open, (event) => contactToAlert(event, readers, now));
    const failures: unknown[] = [];
    for (const [contact, events] of byContact) {
      if (contact === undefined) continue;
      await tell(contact, events, now).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AlertsFailedError(failures.length, { cause: failures[0] });
  };
};
