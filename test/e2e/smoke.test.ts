import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findStage, reach } from '../../infra/smoke/reach-stage.ts';
import { type Deployment, smoke } from '../../infra/smoke/smoke.ts';
import { SmokeFailed } from '../../infra/smoke/watch-diary.ts';
import { httpClient } from '../../shared/platform/http-client.ts';
import { exampleConfig } from '../infra/deployment.ts';
import { createServiceClient, pathOfLink, type ServiceClient } from './support/service-client.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

/*
 * The script for the first real deployment, against `npm start` as a process of its own: it is told an address and a
 * token, as it finds them in an account; the clock is moved while it waits, and its human is played here.
 */
const number = '+12125550142';
const mailbox = 'operator@example.org';
let running: ServiceProcess;
let coach: ServiceClient;

beforeAll(async () => {
  running = await startServiceProcess();
  coach = createServiceClient(running.url);
});
afterAll(() => running.stop());

const info = async () => {
  const told = z.object({
    twilioAuthToken: z.string(),
    smsNumber: z.string(),
    replyAddress: z.string(),
    now: z.string(),
  });
  return told.parse(await coach.info());
};

/** Does the steps with the mailbox that the operator is asked to do. */
const human = async (what: string): Promise<string> => {
  if (what.includes('button')) {
    await coach.advance('PT1M');
    const mail = (await coach.outbox(mailbox)).findLast(({ kind }) => kind === 'confirmation');
    await coach.submit(pathOfLink(mail?.text ?? '', 'confirm'), {});
  } else {
    const { replyAddress } = await info();
    await coach.receiveMail({ from: mailbox, to: replyAddress, words: 'PAIN 5' });
  }
  return '';
};

const deployment = async (changes: Partial<Deployment> = {}): Promise<Deployment> => {
  const { twilioAuthToken, smsNumber } = await info();
  let now = Date.parse((await info()).now);
  const reached = reach({
    baseUrl: running.url,
    authToken: twilioAuthToken,
    from: number,
    to: smsNumber,
    send: httpClient.send,
    askHuman: human,
    now: () => now,
    wait: async () => {
      now = Date.parse((await coach.advance('PT30S')).now);
    },
  });
  return { ...reached, ...changes };
};

const run = async (changes: Partial<Deployment> = {}): Promise<readonly string[]> => {
  const seen: string[] = [];
  const { replyAddress } = await info();
  await smoke(await deployment(changes), { mailbox, replyAddress }, (sentence) => seen.push(sentence));
  return seen;
};

describe('npm run smoke', () => {
  it('goes through every function that can be seen from outside, and leaves nothing behind', async () => {
    await coach.startAt('2030-01-07T15:00:00Z');
    const seen = await run();
    for (const name of [
      ...['web', 'sms-inbound', 'schedule-tips', 'send-tips-sms', 'delivery-events'],
      ...['send-tips-email', 'email-inbound', 'erase-subscriber', 'reconcile-inbound'],
    ])
      expect(seen.join('\n'), name).toContain(name);
    expect(seen.join('\n')).not.toContain('LEFT OUT');
    expect(await coach.tipsTo(number)).toHaveLength(1);
    expect(await coach.say(number, 'DIARY')).not.toContain('/diary/');
  });

  it('asks for no mailbox where there are texts alone', async () => {
    await coach.startAt('2030-01-07T15:00:00Z');
    const seen: string[] = [];
    const nobody = async (what: string): Promise<string> => {
      throw new Error(`nobody is asked: ${what}`);
    };
    await smoke(await deployment({ askHuman: nobody }), undefined, (sentence) => seen.push(sentence));
    for (const name of ['web', 'sms-inbound', 'schedule-tips', 'send-tips-sms', 'delivery-events', 'erase-subscriber'])
      expect(seen.join('\n'), name).toContain(name);
    expect(seen.join('\n')).not.toMatch(/email-inbound|LEFT OUT/);
  });

  it('says what it leaves out by night', async () => {
    await coach.startAt('2030-01-08T04:00:00Z');
    expect((await run()).join('\n')).toContain('LEFT OUT, a tip by text');
    expect(await coach.tipsTo(number)).toEqual([]);
  });

  it('refuses a number that has a diary: it would be erased', async () => {
    await coach.startAt('2030-01-07T15:00:00Z');
    await coach.say(number, 'JOIN');
    await expect(run()).rejects.toThrow('use another number');
  });

  it.each([
    ['a provider that takes nothing', { channel: 'sms', error: '20003', times: 1000 }, /send-tips-sms/],
    ['a carrier that filters', { channel: 'sms', error: '30007', times: 1000 }, /not delivered: 30007/],
  ] as const)('says where to look: %s', async (_what, fault, sentence) => {
    await coach.startAt('2030-01-07T15:00:00Z');
    await coach.fault(fault);
    await expect(run()).rejects.toThrow(sentence);
  });

  it('says where to look: a token that is not Twilio’s', async () => {
    const wrong = reach({
      baseUrl: running.url,
      authToken: 'another token',
      from: number,
      to: number,
      send: httpClient.send,
      askHuman: human,
    });
    await expect(run({ say: wrong.say })).rejects.toThrow('403');
  });
});

describe('finding a stage', () => {
  const config = {
    stage: 'test',
    region: 'eu-west-1',
    secretsParameter: '/backbeat/test/secrets',
    sms: exampleConfig().sms,
  };
  const secrets = { twilioAuthToken: 'a token of Twilio', pepper: 'p'.repeat(16), tokenKey: 'k'.repeat(16) };
  const answers: Readonly<Record<string, unknown>> = {
    cloudformation: {
      Stacks: [
        { StackStatus: 'CREATE_COMPLETE', Outputs: [{ OutputKey: 'BaseUrl', OutputValue: 'https://x.example' }] },
      ],
    },
    ssm: { Parameter: { Type: 'SecureString', Value: JSON.stringify(secrets) } },
  };

  it('asks AWS for the address and the token', async () => {
    const asked: string[] = [];
    const found = await findStage(config, async (parameters) => {
      asked.push(parameters.join(' '));
      return JSON.stringify(answers[parameters[0] ?? '']);
    });
    expect(found).toEqual({ baseUrl: 'https://x.example', authToken: 'a token of Twilio' });
    expect(asked[0]).toBe('cloudformation describe-stacks --stack-name backbeat-test-service --region eu-west-1');
  });

  it('asks for no token where there are no texts', async () => {
    const { twilioAuthToken: _, ...mailSecrets } = secrets;
    const parameter = { Parameter: { Type: 'SecureString', Value: JSON.stringify(mailSecrets) } };
    const found = findStage({ ...config, sms: undefined }, async ([service = '']) =>
      JSON.stringify(service === 'ssm' ? parameter : answers[service]),
    );
    expect(await found).toEqual({ baseUrl: 'https://x.example', authToken: '' });
  });

  it('says in a sentence what it could not read', async () => {
    const failing = findStage(config, async () => {
      throw Object.assign(new Error('failed'), { stderr: 'An error occurred (AccessDenied) when calling X' });
    });
    await expect(failing).rejects.toThrow(SmokeFailed);
    await expect(failing).rejects.toThrow('AccessDenied');
  });
});
