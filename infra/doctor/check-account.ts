import * as z from 'zod';
import { readMailSecrets, readSecrets } from '../../shared/schemas/secrets.ts';
import type { Config } from '../config.ts';
import { type Answer, blocks, type Finding, inAnswer, warns } from './finding.ts';

/** `aws cloudformation describe-stacks`, one stack. */
export const stackSchema = z.object({
  Stacks: z.tuple([
    z.object({
      StackStatus: z.string(),
      Outputs: z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() })).default([]),
    }),
  ]),
});
/** `aws sns list-subscriptions-by-topic`. */
export const subscriptionsSchema = z.object({
  Subscriptions: z.array(z.object({ SubscriptionArn: z.string(), Protocol: z.string(), Endpoint: z.string() })),
});
/** `aws ssm get-parameter --with-decryption`. */
export const parameterSchema = z.object({ Parameter: z.object({ Type: z.string(), Value: z.string() }) });
/** `aws scheduler get-schedule`. */
export const scheduleSchema = z.object({ Name: z.string(), State: z.string() });
/** `aws lambda get-account-settings`. */
export const lambdaSchema = z.object({
  AccountLimit: z.object({ ConcurrentExecutions: z.number(), UnreservedConcurrentExecutions: z.number() }),
});
/** `aws budgets describe-budgets`: without the member where there is none. */
export const budgetsSchema = z.object({ Budgets: z.array(z.object({ BudgetName: z.string() })).default([]) });

/** What AWS says about the stacks and the account, except mail. */
export interface AccountAnswers {
  readonly stacks: readonly { readonly name: string; readonly answer: Answer<z.output<typeof stackSchema>> }[];
  /** The subscriptions of each topic. */
  readonly subscriptions: Answer<readonly z.output<typeof subscriptionsSchema>[]>;
  readonly parameter: Answer<z.output<typeof parameterSchema>>;
  readonly schedules: Answer<readonly z.output<typeof scheduleSchema>[]>;
  readonly lambda: Answer<z.output<typeof lambdaSchema>>;
  readonly budgets: Answer<z.output<typeof budgetsSchema>>;
}

const ofStack = (name: string, { Stacks: [{ StackStatus }] }: z.output<typeof stackSchema>): readonly Finding[] => {
  if (/^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(StackStatus)) return [];
  return StackStatus.endsWith('_IN_PROGRESS')
    ? [warns(`${name} is being changed (${StackStatus}).`, 'Wait for it, and ask the doctor again.')]
    : [
        blocks(
          `The last deployment of ${name} failed (${StackStatus}).`,
          'CloudFormation, the stack, Events, says why. Mend it and deploy.',
        ),
      ];
};

type Subscription = z.output<typeof subscriptionsSchema>['Subscriptions'][number];

/** Checks a subscription that must exist; `who` is whom it tells, and the rest what goes unheard without it. */
const ofSubscription = (
  all: readonly Subscription[],
  endpoint: string | undefined,
  who: string,
  unheard: string,
): readonly Finding[] => {
  // A mailbox may be subscribed to both topics: both have to be confirmed.
  const theirs = all.filter(({ Endpoint }) => Endpoint === endpoint);
  if (theirs.length === 0) return [blocks(`${who} is not subscribed: ${unheard}.`, 'Deploy again.')];
  return theirs.every(({ SubscriptionArn }) => SubscriptionArn.startsWith('arn:'))
    ? []
    : [
        blocks(
          `${who} has not confirmed: ${unheard}.`,
          'Press the link in the mail that AWS sent there, or answer its request; SNS, Subscriptions sends another.',
        ),
      ];
};

/**
 * Checks the mailbox for alarms and the clinic's contacts. Contacts appear by name only, because the report may be
 * pasted anywhere.
 */
const ofSubscriptions = (
  { alarmEmail, redFlagReaders }: Config,
  topics: readonly z.output<typeof subscriptionsSchema>[],
): readonly Finding[] => {
  const all = topics.flatMap(({ Subscriptions }) => Subscriptions);
  const contacts = redFlagReaders === 'nobody' ? [] : redFlagReaders.contacts;
  return [
    ...ofSubscription(all, alarmEmail, 'The mailbox for alarms', 'nobody hears of a failure'),
    ...contacts.flatMap(({ name, email, https }) =>
      ofSubscription(all, email ?? https, `The contact ${JSON.stringify(name)}`, 'they are told of no red flag'),
    ),
  ];
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** Checks the secrets parameter. The report never shows its value, because it may be pasted anywhere. */
const ofParameter = (
  { secretsParameter, sms }: Config,
  { Parameter }: z.output<typeof parameterSchema>,
): readonly Finding[] => {
  const again = 'Write the parameter again as docs/deploy.md, step 3, says.';
  const secrets = (sms ? readSecrets : readMailSecrets)(parsed(Parameter.Value));
  if (!secrets.success)
    return [blocks(`${secretsParameter} is not the JSON that is expected: ${secrets.faults.join(', ')}.`, again)];
  return [
    ...(Parameter.Type === 'SecureString'
      ? []
      : [blocks(`${secretsParameter} is stored in the clear.`, `Delete it. ${again}`)]),
    ...(sms === undefined || /^[0-9a-f]{32}$/.test(secrets.data.twilioAuthToken ?? '')
      ? []
      : [blocks("The Auth Token in the secrets is not one of Twilio's, 32 characters 0-9 a-f.", again)]),
    ...(secrets.data.twilioSecondaryAuthToken === undefined
      ? []
      : [
          warns(
            "Two of Twilio's tokens are accepted: a rotation is not finished.",
            'Drop the old one (docs/deploy.md, step 3).',
          ),
        ]),
  ];
};

/**
 * Checks the schedules: of tips, of lost texts where there are texts, and of telling the clinic about red flags where
 * somebody looks.
 */
const missingSchedules = (found: number, wanted: number): readonly Finding[] =>
  found >= wanted
    ? []
    : [
        blocks(
          `There ${found === 1 ? 'is 1 schedule' : `are ${found} schedules`} and not ${['none', 'one', 'two', 'three'][wanted]}: a clock has stopped.`,
          'Deploy again.',
        ),
      ];

const ofSchedules = (
  { redFlagReaders, sms }: Config,
  schedules: readonly z.output<typeof scheduleSchema>[],
): readonly Finding[] => [
  ...missingSchedules(schedules.length, 1 + (sms ? 1 : 0) + (redFlagReaders === 'nobody' ? 0 : 1)),
  ...schedules
    .filter(({ State }) => State !== 'ENABLED')
    .map(({ Name }) =>
      blocks(
        `The schedule ${Name} is off: nobody gets a tip, or lost texts stay lost, or the clinic is not told of red flags.`,
        'EventBridge, Schedules: enable it.',
      ),
    ),
];

/**
 * The concurrency that is enough: two workers a channel, the ticks, and a burst of texts and pages. A new account may
 * have 10.
 */
const enoughConcurrency = 50;

const ofLambda = ({ AccountLimit }: z.output<typeof lambdaSchema>): readonly Finding[] =>
  AccountLimit.UnreservedConcurrentExecutions >= enoughConcurrency
    ? []
    : [
        warns(
          `Lambda may run ${AccountLimit.UnreservedConcurrentExecutions} at a time here: a burst of texts is refused, and Twilio gives up on some.`,
          'Service Quotas, Lambda, Concurrent executions: ask for 1,000.',
        ),
      ];

const ofBudgets = ({ Budgets }: z.output<typeof budgetsSchema>): readonly Finding[] =>
  Budgets.length > 0 ? [] : [warns('No budget watches what AWS costs.', 'Billing, Budgets: make one with an alert.')];

/** Findings about the stacks and the account, without mail. */
export const checkAccount = (config: Config, answers: AccountAnswers): readonly Finding[] => [
  ...answers.stacks.flatMap(({ name, answer }) =>
    inAnswer(`The stack ${name}`, answer, (stack) => ofStack(name, stack)),
  ),
  ...inAnswer('Who is told of alarms and red flags', answers.subscriptions, (subscriptions) =>
    ofSubscriptions(config, subscriptions),
  ),
  ...inAnswer(`The parameter ${config.secretsParameter}`, answers.parameter, (parameter) =>
    ofParameter(config, parameter),
  ),
  ...inAnswer('The schedules', answers.schedules, (schedules) => ofSchedules(config, schedules)),
  ...inAnswer("Lambda's limits", answers.lambda, ofLambda),
  ...inAnswer('The budgets', answers.budgets, ofBudgets),
];
