import type { Intent } from '../reading/intent.ts';
import type { IncomingReply } from './conversation.ts';

/** What moves, shows, opens to others, restarts or deletes an account: a forwarded tip must not be enough for it. */
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

/** Whether a reply asks for more than the way it came proves a right to. */
export const lacksProof = ({ proof, reply }: Pick<IncomingReply, 'proof' | 'reply'>): boolean =>
  proof === 'token' && forTheOwner.has(reply.intent.kind);
