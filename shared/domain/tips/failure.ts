import type { Channel } from '../people/subscriber.ts';
import { oursAtSes } from './failing-address.ts';
import { classifyReceipt } from './provider-errors.ts';

/** Why a message did not arrive, as far as it helps whoever looks after people. */
export type Failure =
  | 'out-of-reach'
  | 'blocked'
  | 'number-gone'
  | 'landline'
  | 'no-number'
  | 'no-route'
  | 'country'
  | 'carrier-opt-out'
  | 'unexplained'
  | 'expired'
  | 'mailbox-refuses'
  | 'mailbox-full'
  | 'mailbox-not-now'
  | 'mailbox-silent'
  | 'passing'
  | 'ours';

/** Twilio's codes (docs/facts.md#a7) that tell of a phone or its carrier. */
const ofPhones: Readonly<Record<string, Failure>> = {
  21211: 'no-number',
  21265: 'no-number',
  21408: 'country',
  21610: 'carrier-opt-out',
  21612: 'no-route',
  21614: 'landline',
  30003: 'out-of-reach',
  30004: 'blocked',
  30005: 'number-gone',
  30006: 'landline',
  30008: 'unexplained',
  30036: 'expired',
};

const ofMailbox = (code: string): Failure | undefined => {
  if (oursAtSes.has(code)) return 'ours';
  const [type, subtype] = code.split('/');
  switch (type) {
    case 'Permanent':
      return 'mailbox-refuses';
    case 'Transient':
      return subtype === 'MailboxFull' ? 'mailbox-full' : 'mailbox-not-now';
    case 'Undetermined':
      return 'mailbox-silent';
    default:
      return undefined;
  }
};

/** What a provider's code tells of a message that did not arrive; undefined where it tells nothing that is known. */
export const failureOf = (channel: Channel | undefined, code: string): Failure | undefined => {
  if (channel === 'email') return ofMailbox(code);
  if (Object.hasOwn(ofPhones, code)) return ofPhones[code];
  const { fault, unknown, transient } = classifyReceipt(Number(code));
  if (unknown) return undefined;
  if (fault === 'certain' || (fault === 'suspected' && !transient)) return 'ours';
  return transient ? 'passing' : undefined;
};
