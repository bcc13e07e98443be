import { isSameMailbox } from './pending-mailbox.ts';

/** SES's verdicts on a received mail (docs/facts.md#b6): PASS, FAIL, GRAY, PROCESSING_FAILED, DISABLED. */
interface MailVerdicts {
  readonly spam: string;
  readonly virus: string;
  readonly dmarc: string;
}

export interface MailEvidence {
  readonly verdicts: MailVerdicts;
  /** The one address of the From header; undefined if there is none, or more than one. */
  readonly fromAddress: string | undefined;
  /** The confirmed mailbox of the person whose reply address it came to, by a token in force; undefined if there is none. */
  readonly tokenMailbox: string | undefined;
  /** Whether it is a server's report on a mail, in which nobody has written anything. */
  readonly isReport: boolean;
}

/**
 * `drop`: dangerous, or a report. `person-by-token`: it came to that person's own reply address, from anywhere: whoever a
 * tip was forwarded to can do that. `person-by-both`: it came there from their own mailbox. `person-by-address`: DMARC vouches
 * for the From address. `untrusted`: anybody may have written it.
 */
export type MailTrust = 'drop' | 'person-by-token' | 'person-by-both' | 'person-by-address' | 'untrusted';

/**
 * Whose words a mail may be taken for (docs/design.md#section-7). SPF and DKIM by themselves do not count: SPF vouches for the
 * envelope, DKIM for any domain that cares to sign, and From is what names the person; DMARC ties the two together.
 */
export const trustMail = ({ verdicts, fromAddress, tokenMailbox, isReport }: MailEvidence): MailTrust => {
  if (verdicts.spam === 'FAIL' || verdicts.virus === 'FAIL' || isReport) return 'drop';
  const vouchedFor = verdicts.dmarc === 'PASS' ? fromAddress : undefined;
  if (tokenMailbox !== undefined) {
    return isSameMailbox(vouchedFor, tokenMailbox) ? 'person-by-both' : 'person-by-token';
  }
  return vouchedFor === undefined ? 'untrusted' : 'person-by-address';
};
