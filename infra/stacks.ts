import type { App } from 'aws-cdk-lib';
import type { Config } from './config.ts';
import type { CodeOf } from './constructs/backbeat-function.ts';
import { DataStack } from './data-stack.ts';
import { MailStack } from './mail-stack.ts';
import { prefixOf } from './names.ts';
import { ServiceStack } from './service-stack.ts';

interface Stacks {
  readonly data: DataStack;
  readonly service: ServiceStack;
  /** Undefined where there is no mail. */
  readonly mail: MailStack | undefined;
}

/**
 * The stacks of one deployment: three, or two without mail. The account is left open, so it is the one that deploys.
 */
export const buildStacks = (app: App, config: Config, codeOf: CodeOf): Stacks => {
  const prefix = prefixOf(config.stage);
  const env = { region: config.region };
  const { email } = config;
  const data = new DataStack(app, `${prefix}-data`, {
    env,
    description: 'Backbeat: what must not be lost',
    hasMail: email !== undefined,
    hasStaffPool: config.deskUserPool !== undefined,
  });
  const service = new ServiceStack(app, `${prefix}-service`, {
    env,
    description: 'Backbeat: functions, queues, API, alarms',
    config,
    table: data.table,
    inboundMail: data.inboundMail,
    ledger: data.ledger,
    staff: data.staff,
    codeOf,
  });
  const { inboundMail } = data;
  const { emailInbound } = service;
  if (email === undefined || inboundMail === undefined || emailInbound === undefined)
    return { data, service, mail: undefined };
  const mail = new MailStack(app, `${prefix}-mail`, {
    env,
    description: 'Backbeat: mail in and out',
    stage: config.stage,
    email,
    operator: service.operator,
    inboundMail,
    emailInbound,
  });
  return { data, service, mail };
};
