/** SES's verdicts on a received mail (facts B6): PASS, FAIL, GRAY, PROCESSING_FAILED, DISABLED. */
interface MailVerdicts {
  readonly spam: string;
  readonly virus: string;
  readonly dmarc: string;
}

export interface MailEvidence {
  readonly verdicts: MailVerdicts;
  /** The one address of the From header; undefined if there is none, or more than one. */
  readonly fromAddress: string | undefined;
  /** Whether it came to an address that carries a token of ours that is in force. */
  readonly cameToToken: boolean;
  readonly isAutomatic: boolean;
}

/**
 * `drop`: dangerous or automatic. `person-by-token`: it came to that person's own reply address. `person-by-address`: DMARC
 * vouches for the From address. `untrusted`: anybody may have written it.
 */
export type MailTrust = 'drop' | 'person-by-token' | 'person-by-address' | 'untrusted';

/**
 * Whose words a mail may be taken for (design, section 7). SPF and DKIM by themselves do not count: SPF vouches for the
 * envelope, DKIM for any domain that cares to sign, and From is what names the person; DMARC ties the two together.
 */
export const trustMail = ({ verdicts, fromAddress, cameToToken, isAutomatic }: MailEvidence): MailTrust => {
  if (verdicts.spam === 'FAIL' || verdicts.virus === 'FAIL' || isAutomatic) return 'drop';
  if (cameToToken) return 'person-by-token';
  return verdicts.dmarc === 'PASS' && fromAddress !== undefined ? 'person-by-address' : 'untrusted';
};
