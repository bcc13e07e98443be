import type { Subscriber } from '../people/subscriber.ts';
import type { Intent } from '../reading/intent.ts';

/**
 * Whether an event on the page is the last thing that a command writes. A JOIN without a mailbox writes only the
 * profile.
 */
const endsOnPage = (intent: Intent): boolean => intent.kind !== 'join' || intent.email !== undefined;

/**
 * Whether a command that stands on no page may have died after the profile and before its page, which is written last.
 * It may if it is the latest command, or the one that asked for the mailbox that is waiting. All others have nothing
 * left to do.
 */
export const isUnfinished = (
  { commands, pendingMailbox }: Pick<Subscriber, 'commands' | 'pendingMailbox'>,
  key: string,
  intent: Intent,
): boolean => endsOnPage(intent) && (commands.at(-1) === key || pendingMailbox?.askedBy === key);
