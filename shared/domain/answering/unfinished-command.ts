import type { Subscriber } from '../people/subscriber.ts';
import type { Intent } from '../reading/intent.ts';

/** Whether the last write of a command is an event on the page. A JOIN without a mailbox writes only the profile. */
const endsOnPage = (intent: Intent): boolean => intent.kind !== 'join' || intent.email !== undefined;

/**
 * Whether a command that is on no page may have died after writing the profile and before its page, which is written
 * last. That is possible for the latest command, and for the one that asked for the waiting mailbox; all others have
 * nothing left to do.
 */
export const isUnfinished = (
  { commands, pendingMailbox }: Pick<Subscriber, 'commands' | 'pendingMailbox'>,
  key: string,
  intent: Intent,
): boolean => endsOnPage(intent) && (commands.at(-1) === key || pendingMailbox?.askedBy === key);
