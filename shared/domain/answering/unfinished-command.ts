import type { Subscriber } from '../people/subscriber.ts';
import type { Intent } from '../reading/intent.ts';

/** JOIN leaves its key in the profile and nothing else, unless it names a mailbox. */
const endsOnPage = (intent: Intent): boolean => intent.kind !== 'join' || intent.email !== undefined;

/**
 * Whether a command that stands on no page may have died between the profile and its page, which is written last: the
 * latest command, or the one that asked for the mailbox that is waiting. Others have nothing left to do.
 */
export const isUnfinished = (
  { commands, pendingMailbox }: Pick<Subscriber, 'commands' | 'pendingMailbox'>,
  key: string,
  intent: Intent,
): boolean => endsOnPage(intent) && (commands.at(-1) === key || pendingMailbox?.askedBy === key);
