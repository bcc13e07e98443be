import { resolveMx, resolveTxt } from 'node:dns/promises';
import * as z from 'zod';
import type { Config, EmailConfig } from '../config.ts';
import { prefixOf } from '../names.ts';
import { askAws, type RunAws } from './ask-aws.ts';
import {
  type AccountAnswers,
  budgetsSchema,
  lambdaSchema,
  parameterSchema,
  scheduleSchema,
  stackSchema,
  subscriptionsSchema,
} from './check-account.ts';
import { identitySchema, type MailAnswers, ruleSetSchema, sesAccountSchema } from './check-mail.ts';
import type { Answer } from './finding.ts';

/** The DNS queries that are needed: Node's own resolver, or a test's. */
export interface Dns {
  readonly mx: (name: string) => Promise<readonly string[]>;
  readonly txt: (name: string) => Promise<readonly string[]>;
}

/** DNS through Node's own resolver. */
export const systemDns: Dns = {
  mx: async (name) => (await resolveMx(name)).map(({ exchange }) => exchange),
  txt: async (name) => (await resolveTxt(name)).map((parts) => parts.join('')),
};

const noSuchRecord = ['ENODATA', 'ENOTFOUND'];

/** Asks for records; a name without any has an empty list, which is no error. */
const askDns = async (records: Promise<readonly string[]>): Promise<Answer<readonly string[]>> => {
  try {
    return { value: await records };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return noSuchRecord.includes(code) ? { value: [] } : { missing: `DNS answers ${code}` };
  }
};

/** Gathers what SES and DNS say about the deployment's mail. */
export const gatherMail = async (
  { mailDomain }: EmailConfig,
  region: string,
  aws: RunAws,
  dns: Dns,
): Promise<MailAnswers> => {
  const here = ['--region', region];
  const [account, identity, ruleSet, mx, dmarc] = await Promise.all([
    askAws(aws, sesAccountSchema, 'sesv2', 'get-account', ...here),
    askAws(aws, identitySchema, 'sesv2', 'get-email-identity', '--email-identity', mailDomain, ...here),
    askAws(aws, ruleSetSchema, 'ses', 'describe-active-receipt-rule-set', ...here),
    askDns(dns.mx(mailDomain)),
    askDns(dns.txt(`_dmarc.${mailDomain}`)),
  ]);
  return { account, identity, ruleSet, mx, dmarc };
};

const resourcesSchema = z.object({
  StackResourceSummaries: z.array(z.object({ ResourceType: z.string(), PhysicalResourceId: z.string().default('') })),
});
const identityOfCaller = z.object({ Account: z.string() });

/** Answers that depend on one that is missing are missing for the same reason. */
const then = async <T, U>(answer: Answer<T>, next: (value: T) => Promise<Answer<U>>): Promise<Answer<U>> =>
  'value' in answer ? next(answer.value) : answer;

/** The values of answers, or the first that is missing. */
const allOf = <T>(answers: readonly Answer<T>[]): Answer<readonly T[]> => {
  const values: T[] = [];
  for (const answer of answers) {
    if (!('value' in answer)) return answer;
    values.push(answer.value);
  }
  return { value: values };
};

/** Gathers what AWS says about the stacks and the account, except mail. */
export const gatherAccount = async (
  { region, stage, secretsParameter, email }: Config,
  aws: RunAws,
): Promise<AccountAnswers> => {
  const here = ['--region', region];
  const names = ['data', 'service', ...(email ? ['mail'] : [])].map((part) => `${prefixOf(stage)}-${part}`);
  const service = `${prefixOf(stage)}-service`;
  const resources = await askAws(
    aws,
    resourcesSchema,
    'cloudformation',
    'list-stack-resources',
    '--stack-name',
    service,
    ...here,
  );
  const idsOf = (type: string): Answer<readonly string[]> =>
    'value' in resources
      ? {
          value: resources.value.StackResourceSummaries.filter(({ ResourceType }) => ResourceType === type).map(
            ({ PhysicalResourceId }) => PhysicalResourceId,
          ),
        }
      : resources;
  const caller = await askAws(aws, identityOfCaller, 'sts', 'get-caller-identity');
  return {
    stacks: await Promise.all(
      names.map(async (name) => ({
        name,
        answer: await askAws(aws, stackSchema, 'cloudformation', 'describe-stacks', '--stack-name', name, ...here),
      })),
    ),
    // There are two topics where a clinic looks at red flags: the alarms' and the contacts'.
    subscriptions: await then(idsOf('AWS::SNS::Topic'), async (topics) =>
      allOf(
        await Promise.all(
          topics.map((topic) =>
            askAws(aws, subscriptionsSchema, 'sns', 'list-subscriptions-by-topic', '--topic-arn', topic, ...here),
          ),
        ),
      ),
    ),
    parameter: await askAws(
      aws,
      parameterSchema,
      'ssm',
      'get-parameter',
      '--name',
      secretsParameter,
      '--with-decryption',
      ...here,
    ),
    schedules: await then(idsOf('AWS::Scheduler::Schedule'), async (schedules) =>
      allOf(
        await Promise.all(
          schedules.map((name) => askAws(aws, scheduleSchema, 'scheduler', 'get-schedule', '--name', name, ...here)),
        ),
      ),
    ),
    lambda: await askAws(aws, lambdaSchema, 'lambda', 'get-account-settings', ...here),
    budgets: await then(caller, ({ Account }) =>
      askAws(aws, budgetsSchema, 'budgets', 'describe-budgets', '--account-id', Account),
    ),
  };
};
