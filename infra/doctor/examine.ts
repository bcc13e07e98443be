import type { HttpClient } from '../../shared/platform/http-client.ts';
import { readSecrets } from '../../shared/schemas/secrets.ts';
import type { Config, SmsConfig } from '../config.ts';
import { prefixOf } from '../names.ts';
import type { RunAws } from './ask-aws.ts';
import { type AccountAnswers, checkAccount } from './check-account.ts';
import { type ContentAnswers, checkContent } from './check-content.ts';
import { checkMail } from './check-mail.ts';
import { checkTwilio } from './check-twilio.ts';
import { blocks, type Finding } from './finding.ts';
import { type Dns, gatherAccount, gatherMail } from './gather-aws.ts';
import { gatherTwilio } from './gather-twilio.ts';

/** The clients by which the doctor examines a deployment. */
export interface Instruments {
  readonly aws: RunAws;
  readonly dns: Dns;
  readonly send: HttpClient;
  /** Epoch ms. */
  readonly now: number;
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const authTokenIn = ({ parameter }: AccountAnswers): string | undefined => {
  const secrets = 'value' in parameter ? readSecrets(parsed(parameter.value.Parameter.Value)) : undefined;
  return secrets?.success ? secrets.data.twilioAuthToken : undefined;
};

const inboundWebhookOf = ({ stacks }: AccountAnswers, stage: string): string | undefined => {
  const service = stacks.find(({ name }) => name === `${prefixOf(stage)}-service`)?.answer;
  if (service === undefined || !('value' in service)) return undefined;
  const [stack] = service.value.Stacks;
  return stack.Outputs.find(({ OutputKey }) => OutputKey === 'InboundWebhook')?.OutputValue;
};

const examineTexts = async (
  sms: SmsConfig,
  account: AccountAnswers,
  stage: string,
  send: HttpClient,
): Promise<readonly Finding[]> => {
  const token = authTokenIn(account);
  const webhook = inboundWebhookOf(account, stage);
  return token === undefined || webhook === undefined
    ? [
        blocks(
          'Twilio could not be looked at: that takes the secrets parameter and the output InboundWebhook.',
          'Mend what is said of those, and ask the doctor again.',
        ),
      ]
    : checkTwilio(sms, await gatherTwilio(sms, token, send), webhook);
};

/** All findings about a deployment: its content, the account, mail, Twilio. */
export const examine = async (
  config: Config,
  content: ContentAnswers,
  { aws, dns, send, now }: Instruments,
): Promise<readonly Finding[]> => {
  const { sms, email, region, stage } = config;
  const [account, mail] = await Promise.all([
    gatherAccount(config, aws),
    email && gatherMail(email, region, aws, dns).then((answers) => checkMail(email, region, answers)),
  ]);
  return [
    ...checkContent(content, now),
    ...checkAccount(config, account),
    ...(mail ?? []),
    ...(sms ? await examineTexts(sms, account, stage, send) : []),
  ];
};
