import * as z from 'zod';
import type { EmailConfig } from '../config.ts';
import { type Answer, blocks, type Finding, inAnswer, look, warns } from './finding.ts';

/** `aws sesv2 get-account`. */
export const sesAccountSchema = z.object({
  ProductionAccessEnabled: z.boolean(),
  SendingEnabled: z.boolean(),
  EnforcementStatus: z.string().default('HEALTHY'),
  SendQuota: z.object({ MaxSendRate: z.number(), Max24HourSend: z.number() }),
  /** An older AWS CLI leaves these out; then nothing is reported. */
  PricingAttributes: z.object({ CurrentPlan: z.string(), NextPlan: z.string().optional() }).optional(),
  SharedPoolDeliveryMode: z.string().optional(),
  DeliveryAttributes: z.object({ SharedPoolDeliveryMode: z.string().optional() }).optional(),
});

/** `aws sesv2 get-email-identity`. */
export const identitySchema = z.object({
  VerifiedForSendingStatus: z.boolean(),
  DkimAttributes: z.object({ SigningEnabled: z.boolean(), Status: z.string() }),
  MailFromAttributes: z.object({ MailFromDomain: z.string(), MailFromDomainStatus: z.string() }).optional(),
});

/** `aws ses describe-active-receipt-rule-set`: without members where none is active. */
export const ruleSetSchema = z.object({
  Metadata: z.object({ Name: z.string() }).optional(),
  Rules: z
    .array(
      z.object({
        Name: z.string(),
        Enabled: z.boolean().default(false),
        Recipients: z.array(z.string()).default([]),
        ScanEnabled: z.boolean().default(false),
      }),
    )
    .default([]),
});

/** What SES and DNS say about mail. */
export interface MailAnswers {
  readonly account: Answer<z.output<typeof sesAccountSchema>>;
  readonly identity: Answer<z.output<typeof identitySchema>>;
  readonly ruleSet: Answer<z.output<typeof ruleSetSchema>>;
  /** Hosts of the MX records of the mail domain. */
  readonly mx: Answer<readonly string[]>;
  /** TXT records at `_dmarc.` of the mail domain. */
  readonly dmarc: Answer<readonly string[]>;
}

const dns =
  'Put the record of docs/deploy.md, step 5, into the DNS of the domain; the outputs of the mail stack have it.';

const ofAccount = ({ emailPerSecond }: EmailConfig, account: z.output<typeof sesAccountSchema>): readonly Finding[] => [
  ...(account.ProductionAccessEnabled
    ? []
    : [
        blocks(
          'SES is in the sandbox: it writes to verified addresses only, 200 mails a day.',
          'SES, Account dashboard: Request production access (docs/deploy.md, step 6).',
        ),
      ]),
  ...(account.SendingEnabled
    ? []
    : [blocks('SES has paused this account: no mail goes out.', "Read AWS's mail to the account's owner.")]),
  ...(account.EnforcementStatus === 'HEALTHY'
    ? []
    : [blocks(`SES has the account under ${account.EnforcementStatus}.`, "Read AWS's mail to the account's owner.")]),
  ...(account.SendQuota.MaxSendRate === -1 || account.SendQuota.MaxSendRate >= emailPerSecond
    ? []
    : [
        warns(
          `emailPerSecond is ${emailPerSecond}, and SES allows ${account.SendQuota.MaxSendRate} a second.`,
          'Set emailPerSecond to that and deploy, or ask AWS for more.',
        ),
      ]),
];

/**
 * Checks the delivery mode. Its place in the answer is in no reference that we could read, so an answer without it is
 * reported for a human to look at.
 */
const ofDeliveryMode = (region: string, mode: string | undefined): readonly Finding[] => {
  const mend = `aws sesv2 put-account-delivery-attributes --region ${region} --shared-pool-delivery-mode REGIONAL (docs/deploy.md, step 6).`;
  if (mode === 'GLOBAL')
    return [warns('Mail may go out by addresses of other Regions (SharedPoolDeliveryMode is GLOBAL).', mend)];
  return mode === undefined
    ? [look('Whether mail goes out by addresses of other Regions the AWS CLI does not say.', mend)]
    : [];
};

/** What no stack can set: the account's plan, and from which Regions' addresses its mail goes out (docs/facts.md#g). */
const ofAccountSettings = (
  region: string,
  { PricingAttributes, SharedPoolDeliveryMode, DeliveryAttributes }: z.output<typeof sesAccountSchema>,
): readonly Finding[] => [
  ...((PricingAttributes?.NextPlan ?? PricingAttributes?.CurrentPlan ?? 'NONE') === 'NONE'
    ? []
    : [
        warns(
          `SES is paid by the plan ${PricingAttributes?.NextPlan ?? PricingAttributes?.CurrentPlan}: $0.16 for a thousand mails or more, and $0.10 without a plan.`,
          `aws sesv2 put-account-pricing-attributes --region ${region} --plan NONE (docs/deploy.md, step 6).`,
        ),
      ]),
  ...ofDeliveryMode(region, SharedPoolDeliveryMode ?? DeliveryAttributes?.SharedPoolDeliveryMode),
];

const ofIdentity = ({ mailDomain }: EmailConfig, identity: z.output<typeof identitySchema>): readonly Finding[] => [
  ...(identity.VerifiedForSendingStatus && identity.DkimAttributes.Status === 'SUCCESS'
    ? []
    : [
        blocks(
          `${mailDomain} is not verified at SES (DKIM: ${identity.DkimAttributes.Status}): no mail goes out.`,
          dns,
        ),
      ]),
  ...(identity.DkimAttributes.SigningEnabled
    ? []
    : [blocks(`Mail of ${mailDomain} is not signed.`, 'SES, Identities, the domain, DKIM: enable signing.')]),
  ...(identity.MailFromAttributes?.MailFromDomainStatus === 'SUCCESS'
    ? []
    : [
        warns(
          `bounce.${mailDomain} is not ready (${identity.MailFromAttributes?.MailFromDomainStatus ?? 'not set'}): bounces go by amazonses.com.`,
          dns,
        ),
      ]),
];

const ofRuleSet = (
  { mailDomain }: EmailConfig,
  { Metadata, Rules }: z.output<typeof ruleSetSchema>,
): readonly Finding[] => {
  const ours = Rules.find(({ Recipients }) => Recipients.includes(mailDomain));
  if (ours === undefined) {
    const active =
      Metadata === undefined
        ? 'No rule set for inbound mail is active'
        : `The active rule set, ${Metadata.Name}, has no rule for ${mailDomain}`;
    return [
      blocks(`${active}: answers and unsubscribes by mail are lost.`, 'Switch it on as docs/deploy.md, step 5, says.'),
    ];
  }
  return [
    ...(ours.Enabled
      ? []
      : [blocks(`The rule for inbound mail, ${ours.Name}, is off.`, 'SES, Email receiving: enable it.')]),
    ...(ours.ScanEnabled
      ? []
      : [warns('Inbound mail is not scanned for viruses and spam.', 'Deploy the mail stack again.')]),
  ];
};

const ofMx = ({ mailDomain }: EmailConfig, region: string, hosts: readonly string[]): readonly Finding[] => {
  const wanted = `inbound-smtp.${region}.amazonaws.com`;
  const others = hosts.filter((host) => host.toLowerCase().replace(/\.$/, '') !== wanted);
  if (others.length === hosts.length)
    return [blocks(`Mail to ${mailDomain} does not come to SES: its MX is not ${wanted}.`, dns)];
  return others.length > 0
    ? [
        blocks(
          `${mailDomain} has another MX beside SES's: part of the answers goes there.`,
          'Remove the other MX records.',
        ),
      ]
    : [];
};

const ofDmarc = ({ mailDomain }: EmailConfig, records: readonly string[]): readonly Finding[] => {
  const policies = records.filter((record) => /^v=DMARC1\s*(;|$)/i.test(record));
  if (policies.length === 1) return [];
  return policies.length === 0
    ? [warns(`${mailDomain} has no DMARC record: Gmail and Yahoo refuse mail of senders without one.`, dns)]
    : [warns(`${mailDomain} has ${policies.length} DMARC records, which counts as none.`, 'Leave one.')];
};

/** Findings about mail, outgoing and incoming. */
export const checkMail = (config: EmailConfig, region: string, answers: MailAnswers): readonly Finding[] => [
  ...inAnswer('The SES account', answers.account, (account) => [
    ...ofAccount(config, account),
    ...ofAccountSettings(region, account),
  ]),
  ...inAnswer('The domain at SES', answers.identity, (identity) => ofIdentity(config, identity)),
  ...inAnswer('The rules for inbound mail', answers.ruleSet, (ruleSet) => ofRuleSet(config, ruleSet)),
  ...inAnswer('The MX records', answers.mx, (hosts) => ofMx(config, region, hosts)),
  ...inAnswer('The DMARC record', answers.dmarc, (records) => ofDmarc(config, records)),
];
