import * as z from 'zod';
import { readersSchema } from './readers-config.ts';

const hostname = z.string().regex(/^(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);
/** Printable ASCII: SES does not take addresses with other letters, not even encoded. */
const mailbox = '[!#-;=?A-Z\\[-~]+@[A-Za-z0-9.-]+';
const certificateArn = z.string().regex(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/\S+$/);
/*
 * A quarter of a message a second is what the smallest US campaigns get from one carrier (docs/facts.md#a9); above 500, five
 * times Twilio's short codes, it is a typing error.
 */
const rate = z.number().min(0.25).max(500);
const rateHint = 'the messages per second that the provider allows, a number from 0.25 to 500, like 1';

const count = z.number().int().min(1).max(1_000_000_000);
/** A group as the provider's directory writes it: its name, or an id. */
const group = z.string().regex(/^\S(.{0,198}\S)?$/);

const countHint = 'a whole number of 1 or more';

/** What each setting of texts accepts. The description finishes the sentence "it should be …", as in all below. */
export const smsShape = {
  smsNumber: z
    .string()
    .regex(/^\+[1-9]\d{4,14}$/)
    .describe('the Twilio number with + and country code, digits only, like "+15551230000"'),
  twilioAccountSid: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/)
    .describe('the Account SID that the Twilio console shows, "AC" and 32 characters 0-9 a-f'),
  messagingServiceSid: z
    .string()
    .regex(/^MG[0-9a-f]{32}$/)
    .optional()
    .describe('the SID of a Twilio Messaging Service, "MG" and 32 characters 0-9 a-f, or left out'),
  rcsSenderId: z
    .string()
    .regex(/^[A-Za-z0-9_.-]+$/)
    .optional()
    .describe(
      'the id of the RCS sender in the Messaging Service, without "rcs:", like "clinic_a1b2c3_agent", or left out',
    ),
  twilioAnswersOptOut: z
    .boolean()
    .default(true)
    .describe('true if Twilio itself answers STOP, START and HELP (its default), false if the account has that off'),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .describe(
      'the countries people may join from by text, as ISO 3166-1 codes, like ["US", "CA"]: each tip is paid for',
    ),
  joinsADay: count.default(200).describe(`how many strangers may join by text in a day, ${countHint}`),
  joinsInTotal: count.default(10_000).describe(`how many strangers may ever join by text, ${countHint}`),
  smsSegmentsAMonth: count
    .default(300_000)
    .describe(`the segments of texts at which tips pause until next month, ${countHint}`),
  smsPerSecond: rate.describe(rateHint),
  webhookConcurrency: z
    .number()
    .int()
    .min(5)
    .max(1000)
    .optional()
    .describe('how many Lambdas are kept free for texts that come in, a whole number from 5 to 1000, or left out'),
};

/** What each setting of mail accepts. */
export const emailShape = {
  mailDomain: hostname.describe('a domain that only Backbeat gets mail for, like "backbeat.example.org"'),
  mailFrom: z
    .string()
    .regex(new RegExp(`^("[^<>@"\\p{Cc}]{1,64}"|[^<>@"\\p{Cc}]{1,64}) <${mailbox}>$|^${mailbox}$`, 'u'))
    .describe(
      'the sender people see, at the mail domain, a name of up to 64 characters and an address in ASCII, like "Backbeat <coach@backbeat.example.org>"',
    ),
  replyAddress: z
    .string()
    .regex(new RegExp(`^(?![^@]*\\+)${mailbox}$`))
    .describe('the address answers go to, at the mail domain and without a "+", like "reply@backbeat.example.org"'),
  emailsAMonth: count.default(300_000).describe(`the mails at which tips pause until next month, ${countHint}`),
  emailPerSecond: rate.describe(rateHint),
  existingMailIdentity: z
    .boolean()
    .default(false)
    .describe('true if SES has the mailDomain as an identity already (its console makes one), else false or left out'),
  existingRuleSet: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional()
    .describe('the name of the rule set for inbound mail that is active in the Region already, or left out'),
};

/** What each other setting accepts. */
export const sharedShape = {
  stage: z
    .string()
    .regex(/^(?=.{1,16}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .describe('a short name in lower case that tells two deployments in one account apart, like "prod"'),
  channels: z
    .enum(['both', 'smsOnly', 'emailOnly'])
    .default('both')
    .describe('"both", "smsOnly" or "emailOnly": what tips are sent by, or left out for both'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .describe('an AWS Region in which SES receives mail, like "us-east-1"'),
  contact: z
    .string()
    .trim()
    .min(3)
    .max(60)
    .describe('where people get human help, 3 to 60 characters so that HELP fits one text, like "help@example.org"'),
  redFlagReaders: readersSchema,
  desk: z
    .strictObject({
      issuer: z
        .string()
        .regex(/^https:\/\/[^\s?#]+$/)
        .describe('the provider\'s issuer, as its discovery document says it, like "https://login.example.org"'),
      clientId: z
        .string()
        .regex(/^\S{1,200}$/)
        .describe('what the provider calls this client, without blanks, like "backbeat-desk"'),
      staffGroup: group.describe('the group whose members see what was sent and act for people, like "front-desk"'),
      clinicianGroup: group.describe(
        'the group whose members also read what people wrote, where those allow it, like "clinicians"',
      ),
      groupsClaim: z
        .string()
        .regex(/^\S{1,200}$/)
        .default('groups')
        .describe('the claim of the ID token that lists groups, like "cognito:groups", or left out'),
      scope: z
        .string()
        .regex(/^(?=(.* )?openid( |$))[!-~]+( [!-~]+)*$/)
        .default('openid')
        .describe('what the provider is asked for, "openid" among it, like "openid groups", or left out'),
    })
    .optional()
    .describe('an object with "issuer", "clientId", "staffGroup" and "clinicianGroup", or left out: no staff page'),
  deskUserPool: z
    .string()
    .regex(/^(?!.*(?:aws|amazon|cognito))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)
    .optional()
    .describe(
      'where staff sign in at a user pool that the stacks make: the first part of its address, of its own in the Region, in lower case and without "aws", "amazon" or "cognito", like "elm-street-desk", or left out',
    ),
  alarmEmail: z
    .string()
    .regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/)
    .describe('the mailbox that alarms go to, like "operator@example.org"'),
  cloudFront: z
    .strictObject({
      name: hostname.describe('the host name of the service, like "coach.example.org"'),
      certificateArn: certificateArn.describe(
        'the ARN of an ACM certificate of us-east-1, like "arn:aws:acm:us-east-1:111122223333:certificate/…"',
      ),
      webAclArn: z
        .string()
        .regex(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/\S+$/)
        .describe(
          'the ARN of a web ACL for CloudFront, like "arn:aws:wafv2:us-east-1:111122223333:global/webacl/backbeat/…"',
        ),
    })
    .optional()
    .describe('an object with "name", "certificateArn" and "webAclArn", or left out'),
  customDomain: z
    .strictObject({
      name: hostname.describe('the host name of the service, like "coach.example.org"'),
      certificateArn: certificateArn.describe(
        'the ARN of an ACM certificate, like "arn:aws:acm:us-east-1:111122223333:certificate/…"',
      ),
      closeFirstEndpoint: z
        .boolean()
        .default(false)
        .describe('true only if no link was ever sent before there was a domain, else false or left out'),
    })
    .optional()
    .describe('an object with "name" and "certificateArn", or left out'),
  secretsParameter: z
    .string()
    .regex(/^(?!\/(aws|ssm))(\/[A-Za-z0-9_.-]+)+$/i)
    .optional()
    .describe(
      'the name of the SSM parameter that holds the secrets, starting with "/" but neither with "/aws" nor with "/ssm", like "/backbeat/prod/secrets"',
    ),
  logRetentionDays: z
    .literal([7, 14, 30, 60, 90, 180, 365])
    .default(30)
    .describe('how many days logs are kept: 7, 14, 30, 60, 90, 180 or 365'),
  runbookUrl: z
    .string()
    .regex(/^[^\s#]+$/)
    .default('docs/runbook.md')
    .describe('where alarms say the runbook is, without "#", like "https://wiki.example.org/backbeat-runbook"'),
};
