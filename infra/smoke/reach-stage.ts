import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { HttpClient } from '../../shared/platform/http-client.ts';
import { readMailSecrets, readSecrets } from '../../shared/schemas/secrets.ts';
import type { Config } from '../config.ts';
import { askAws, type RunAws } from '../doctor/ask-aws.ts';
import { parameterSchema, stackSchema } from '../doctor/check-account.ts';
import type { Answer } from '../doctor/finding.ts';
import { prefixOf } from '../names.ts';
import type { Deployment } from './smoke.ts';
import { type Pages, SmokeFailed } from './watch-diary.ts';

const halfMinuteMs = 30_000;
const timeoutMs = 15_000;
const inboundPath = '/webhooks/twilio/inbound';

/** The address of a service, and the token that signs its webhooks. */
export interface Reached {
  readonly baseUrl: string;
  /** Empty where there are no texts. */
  readonly authToken: string;
}

const valueIn = <T>(about: string, answer: Answer<T>): T => {
  if ('value' in answer) return answer.value;
  throw new SmokeFailed(`${about} could not be read: ${answer.missing}. Ask npm run doctor.`);
};

/**
 * Finds a deployed stage by its stack's outputs and its secrets parameter.
 * @throws SmokeFailed
 */
export const findStage = async (
  {
    stage,
    region,
    secretsParameter,
    sms,
  }: Pick<Config, 'stage' | 'region' | 'secretsParameter'> & {
    readonly sms?: Config['sms'] | undefined;
  },
  aws: RunAws,
): Promise<Reached> => {
  const here = ['--region', region] as const;
  const name = `${prefixOf(stage)}-service`;
  const stack = await askAws(aws, stackSchema, 'cloudformation', 'describe-stacks', '--stack-name', name, ...here);
  const [{ Outputs }] = valueIn(name, stack).Stacks;
  const baseUrl = Outputs.find(({ OutputKey }) => OutputKey === 'BaseUrl')?.OutputValue;
  if (baseUrl === undefined) throw new SmokeFailed(`${name} has no output BaseUrl. Ask npm run doctor.`);
  const named = ['--name', secretsParameter, '--with-decryption'] as const;
  const parameter = await askAws(aws, parameterSchema, 'ssm', 'get-parameter', ...named, ...here);
  const secrets = (sms ? readSecrets : readMailSecrets)(
    JSON.parse(valueIn('The secrets parameter', parameter).Parameter.Value),
  );
  if (!secrets.success) throw new SmokeFailed('The secrets parameter is not complete. Ask npm run doctor.');
  return { baseUrl, authToken: secrets.data.twilioAuthToken ?? '' };
};

/** The words in a webhook's answer, taken from its TwiML. */
const messagesIn = (twiml: string): string =>
  [...twiml.matchAll(/<Message>([^<]*)<\/Message>/g)]
    .map(([, text = '']) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    )
    .join('\n');

interface PagesParts extends Pick<Reached, 'baseUrl'> {
  readonly send: HttpClient;
  readonly askHuman: Pages['askHuman'];
  readonly wait?: Pages['wait'];
  readonly now?: Pages['now'];
}

/** The pages of a deployment over HTTP. */
export const reachPages = ({ baseUrl, send, askHuman, wait, now }: PagesParts): Pages => ({
  get: async (path) => {
    const answer = await send(`${baseUrl}${path}`, { headers: {}, timeoutMs, redirect: 'manual' });
    return { status: answer.status, body: await answer.text() };
  },
  submit: async (path, fields) => {
    const answer = await send(`${baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
      timeoutMs,
    });
    return { status: answer.status, body: await answer.text() };
  },
  askHuman,
  wait: wait ?? (() => delay(halfMinuteMs)),
  now: now ?? Date.now,
});

interface Parts extends PagesParts, Reached {
  /** The operator's own number, and ours. */
  readonly from: string;
  readonly to: string;
}

/** A deployment over HTTP, with the operator's own phone number. */
export const reach = ({ authToken, from, to, ...parts }: Parts): Deployment => {
  const { baseUrl, send } = parts;
  const post = async (words: string, isSigned: boolean) => {
    const url = `${baseUrl}${inboundPath}`;
    const form = { MessageSid: `SM${randomBytes(16).toString('hex')}`, From: from, To: to, Body: words };
    const signature = getExpectedTwilioSignature(authToken, url, form);
    return send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(isSigned ? { 'x-twilio-signature': signature } : {}),
      },
      body: new URLSearchParams(form).toString(),
      timeoutMs,
    });
  };
  return {
    ...reachPages(parts),
    say: async (words) => {
      const answer = await post(words, true);
      if (!answer.ok)
        throw new SmokeFailed(
          `A text is answered with ${answer.status}. 403: the Auth Token is not the one in the parameter, or the custom domain is not the URL.`,
        );
      return messagesIn(await answer.text());
    },
    sayUnsigned: async () => (await post('HELP', false)).status,
  };
};
