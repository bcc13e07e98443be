import { isSameMailbox } from './pending-mailbox.ts';

/** SES's verdicts on a received mail (docs/facts.md#b6): PASS, FAIL, GRAY, PROCESSING_FAILED, DISABLED. */
interface MailVerdicts {
  readonly spam: string;
  readonly virus: string;
  readonly dmarc: string;
}

/** What is known about who wrote a mail. */
export interface MailEvidence {
  readonly verdicts: MailVerdicts;
  /** The address of the From header; undefined unless there is exactly one. */
  readonly fromAddress: string | undefined;
  /**
   * The confirmed mailbox of the person whose reply address it came to, by a valid token; undefined if there is none.
   */
  readonly tokenMailbox: string | undefined;
  /** Whether it is a server's report on a mail, in which nobody has written anything. */
  readonly isReport: boolean;
}

/**
 * How far a mail is trusted. `drop`: it is dangerous, or a report. `person-by-token`: it came to that person's own
 * reply address, from anywhere, which anybody to whom a tip was forwarded can do. `person-by-both`: it came there from
 * their own mailbox. `person-by-address`: DMARC vouches for the From address. `untrusted`: anybody may have written it.
 */
export type MailTrust = 'drop' | 'person-by-token' | 'person-by-both' | 'person-by-address' | 'untrusted';

/**
 * Tells how far a mail is trusted (docs/design.md#section-7). SPF and DKIM do not count by themselves: SPF vouches for
 * the envelope, DKIM for any domain that signs, but From names the person, and DMARC ties the two together.
 */
export const trustMail = ({ verdicts, fromAddress, tokenMailbox, isReport }: MailEvidence): MailTrust => {
  if (verdicts.spam === 'FAIL' || verdicts.virus === 'FAIL' || isReport) return 'drop';
  const vouchedFor = verdicts.dmarc === 'PASS' ? fromAddress : undefined;
  if (tokenMailbox !== undefined) {
    return isSameMailbox(vouchedFor, tokenMailbox) ? 'person-by-both' : 'person-by-token';
  }
  return vouchedFor === undefined ? 'untrusted' : 'person-by-address';
};
