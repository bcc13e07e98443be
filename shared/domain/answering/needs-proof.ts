import type { Intent } from '../reading/intent.ts';
import type { IncomingReply } from './conversation.ts';

/**
 * Commands that move, show, share, restart or delete an account: having been forwarded a tip must not be enough for
 * them.
 */
const forTheOwner: ReadonlySet<Intent['kind']> = new Set([
  'join',
  'email',
  'sms',
  'diary',
  'export',
  'share',
  'erase',
  'clinic',
  'research',
  'call-me',
]);

/** Whether a reply asks for something that the way it came does not prove a right to. */
export const lacksProof = ({ proof, reply }: Pick<IncomingReply, 'proof' | 'reply'>): boolean =>
  proof === 'token' && forTheOwner.has(reply.intent.kind);
