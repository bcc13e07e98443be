import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLeakDetector, type LeakDetector } from './support/leak-detector.ts';
import { runOperator } from './support/operator-process.ts';
import { createServiceClient, pathOfLink, type ServiceClient } from './support/service-client.ts';
import { startWatchedService, type WatchedService } from './support/watched-service.ts';

const ida = '+12125559417';
const otto = '+12125558326';
const nell = '+12125556482';
const idaMail = 'ida.kestrel@quince.example';
const juneMail = 'june.osprey@medlar.example';
const bouncing = 'bounce+heron@simulator.amazonses.com';
const word = 'wheelbarrow';
const crisisWord = 'lighthouse';

/** The secrets that no log, queue or key may contain; tokens are added as they are made. */
const secrets: Record<string, string> = {
  'Ida’s number': ida,
  'Otto’s number': otto,
  'Nell’s number': nell,
  'Ida’s mailbox': idaMail,
  'June’s mailbox': juneMail,
  'the bouncing mailbox': bouncing,
  'a note': word,
  'a cry for help': crisisWord,
};

/** Every function that has a log here: each Lambda's folder but keep-ledger, which no laptop has a bucket for. */
const functionsHere: readonly string[] = readdirSync('functions')
  .filter((name) => name !== 'keep-ledger')
  .flatMap((name) => (name === 'send-tips' ? [`${name}-sms`, `${name}-email`] : [name]));

let service: WatchedService;
let coach: ServiceClient;
let leaksIn: LeakDetector;

const lastMail = async (to: string): Promise<{ text: string; headers: Record<string, string> }> => {
  await coach.advance('PT0S');
  const mail = (await coach.outbox(to)).at(-1);
  if (mail === undefined) throw new Error('no mail came');
  return mail;
};
const token = (name: string, path: string): string => {
  secrets[name] = path.split('/')[2] ?? '';
  return path;
};
const form = (address: string) =>
  ({ address, language: 'en', zone: 'America/New_York', time: '09:00', consent: 'on' }) as const;
const signUp = async (address: string): Promise<void> => {
  await coach.submit('/signup', form(address));
};

/** Somebody whose webhooks are lost, so that their texts are found at Twilio, and who then has everything deleted. */
const joinLateAndErase = async (): Promise<void> => {
  for (const said of ['JOIN', `PAIN 4, ${word} once more`]) await coach.text(nell, said, { lost: true });
  await coach.advance('PT15M');
  const [, confirming = ''] = /ERASE ([A-Z0-9]{4})/.exec(await coach.say(nell, 'ERASE')) ?? [];
  expect(await coach.say(nell, `ERASE ${confirming}`)).toContain('deleted');
  await coach.advance('PT20M');
};

/** A sign-in that the identity provider refuses, with an error that quotes a mailbox. */
const failToSignIn = async (): Promise<void> => {
  const begun = await fetch(`${service.url}/desk/sign-in`, { redirect: 'manual' });
  const cookie = begun.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const refused = new URLSearchParams({ error: 'access_denied', error_description: `${idaMail} has no access`, state });
  const answer = await fetch(`${service.url}/desk/signed-in?${refused}`, { headers: { cookie } });
  expect(answer.status).toBe(400);
};

/** A day with everything in it that a person can say, and that a provider can say about them. */
const liveThroughADay = async (): Promise<void> => {
  await coach.startAt('2030-01-07T13:50:00Z');
  secrets['Twilio’s auth token'] = (await coach.info()).twilioAuthToken;
  await coach.say(ida, `JOIN ${idaMail}`);
  const confirm = token('a confirmation link', pathOfLink((await lastMail(idaMail)).text, 'confirm'));
  await coach.page(confirm);
  await coach.submit(confirm, {});
  await coach.say(otto, 'JOIN');
  await coach.text(otto, 'JOIN', { country: 'US' });
  for (const said of [
    `PAIN 6 with the ${word}`,
    `FIX 5`,
    'UNDO',
    `my ${word} and I`,
    'PAIN 11',
    `ZONE ${word}`,
    'HELP',
  ])
    await coach.say(ida, said);
  await coach.say(otto, `I want to die by the ${crisisWord}`);
  await coach.say(otto, `my ${word} and chest pain`);
  await coach.say(otto, 'CALL ME');
  const diary = token('a diary link', pathOfLink(await coach.say(ida, 'DIARY'), 'diary'));
  for (const path of [diary, `${diary}/export.json`, `${diary}/export.csv`, `${diary}x`]) await coach.page(path);
  for (const address of [juneMail, bouncing]) {
    await signUp(address);
    await coach.submit(pathOfLink((await lastMail(address)).text, 'confirm'), {});
  }
  await coach.fault({ channel: 'email', to: juneMail, error: 'accept-then-hang-up' });
  await coach.moveTo('2030-01-07T14:10:00Z');
  const tip = await lastMail(idaMail);
  secrets['a reply address'] = /\+([a-z2-7]+)@/.exec(tip.headers['Reply-To'] ?? '')?.[1] ?? '';
  const unsubscribe = token('an unsubscribe link', pathOfLink(tip.headers['List-Unsubscribe'] ?? '', 'unsubscribe'));
  await coach.receiveMail({ from: idaMail, to: tip.headers['Reply-To'] ?? '', words: `PAIN 7, ${word} again` });
  await coach.receiveMail({ from: idaMail, to: 'reply@backbeat.example', words: word, verdicts: 'dmarc=FAIL' });
  await coach.receiveMail({ from: 'not an address', to: idaMail, words: word });
  await coach.page(unsubscribe);
  await coach.say(otto, 'RESUME');
  await coach.jumpTo('2030-01-08T13:55:00Z');
  await coach.fault({ channel: 'sms', error: 20003 });
  await coach.advance('PT10M');
  await coach.fault({ channel: 'sms', error: 30007 });
  await coach.advance('PT30M');
  await coach.submit(unsubscribe, { 'List-Unsubscribe': 'One-Click' });
  await coach.say(otto, 'STOP');
  await joinLateAndErase();
  await coach.submit('/signup', { ...form(juneMail), website: `https://${word}.example` });
  await failToSignIn();
};

beforeAll(async () => {
  service = await startWatchedService();
  coach = createServiceClient(service.url);
  await liveThroughADay();
  leaksIn = createLeakDetector(secrets);
});
afterAll(() => service.stop());

const leaksOf = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => leaksIn(text).map((name) => `${name}: ${text}`));

describe('the search', () => {
  it('has something to find: tokens of their full length, and all of it in the table or the mails', async () => {
    for (const [name, secret] of Object.entries(secrets)) expect(secret.length, name).toBeGreaterThan(9);
    const found = new Set(leaksIn(JSON.stringify(await service.items())));
    for (const name of ['Ida’s number', 'Otto’s number', 'Ida’s mailbox', 'June’s mailbox', 'a note']) {
      expect(found).toContain(name);
    }
  });

  it('watches what it should: logs of every function, jobs, labels', async () => {
    const services = new Set(service.logged.flatMap((line) => /"service":"([\w-]+)"/.exec(line)?.[1] ?? []));
    expect([...services].sort()).toEqual([...functionsHere].sort());
    for (const event of ['text-recovered', 'erased', 'sign-up-dropped', 'sign-in-refused', 'tip-not-accepted'])
      expect(service.logged.join('\n')).toContain(`"event":"${event}"`);
    expect(service.logged.some((line) => line.includes('"_aws"'))).toBe(true);
    expect(service.queued.some((job) => job.includes('erase'))).toBe(true);
    expect(service.queued.some((job) => job.includes('members'))).toBe(true);
    expect(service.labels.some((label) => label.includes('/webhooks/twilio/status?'))).toBe(true);
    expect(service.labels.some((label) => label.includes('"kind"'))).toBe(true);
  });
});

describe('nobody is named', () => {
  it('in a log line, which is where the metrics come from too', () => {
    expect(leaksOf(service.logged)).toEqual([]);
  });

  it('in a queue message', () => {
    expect(leaksOf(service.queued)).toEqual([]);
  });

  it('in the labels that providers keep and send back', () => {
    expect(leaksOf(service.labels)).toEqual([]);
  });

  it('in what the clinic is told of red flags', async () => {
    const alerts = (await coach.outbox()).filter(({ to }) => to.endsWith('@clinic.example'));
    expect(alerts.length).toBeGreaterThan(0);
    expect(leaksOf(alerts.map((alert) => JSON.stringify(alert)))).toEqual([]);
    const waiting = (await service.items()).filter(({ PK }) => PK === 'WORKLIST');
    expect(waiting.map(({ kind }) => kind).sort()).toEqual(['asked', 'call', 'now']);
    expect(leaksOf(waiting.map((item) => JSON.stringify(item)))).toEqual([]);
  });

  it('in a key, an index or an attribute’s name', async () => {
    const keys = await service.keys();
    expect(keys.length).toBeGreaterThan(30);
    expect(leaksOf(keys)).toEqual([]);
  });
});

describe('nobody is named at the desk', { timeout: 120_000 }, () => {
  const operator = async (...words: string[]): Promise<string> => {
    const { output, errors } = await runOperator([...words, '--at', service.url, '--as', 'sam']);
    return output + errors;
  };

  it('by what it prints, by its errors, and in its audit trail', async () => {
    const printed: string[] = [];
    for (const words of [['status'], ['who-is-due'], ['find', ida], ['show', ida], ['explain', otto], ['export', ida]])
      printed.push(await operator(...words));
    printed.push(await operator('read-diary', idaMail, '--role', 'clinician'));
    printed.push(await operator('show', `${ida}7`), await operator('stop', `${word} ${idaMail}`));
    printed.push(await operator('acknowledge', otto), await operator('acknowledge', `${otto}7`));
    printed.push(await operator('pause', otto, '7'), await operator('move', otto, '--time', '03:00'));
    expect(printed.join('\n')).toContain('CLINIC YES');
    const trail = (await service.items()).filter(({ PK }) => String(PK).startsWith('AUDIT#'));
    expect(trail.length).toBeGreaterThan(8);
    expect(leaksOf([...printed, ...trail.map((line) => JSON.stringify(line))])).toEqual([]);
  });
});

describe('nobody is named when things fail', () => {
  afterEach(() => {
    for (const part of ['twilio', 'ses', 'table'] as const) delete service.failing[part];
  });
  const during = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
    const before = service.logged.length;
    await act();
    return service.logged.slice(before);
  };

  /** The answer cannot be sent, so the function fails, as it would have to for Lambda to hand the mail in again. */
  const mailFromJune = (): Promise<void> =>
    coach.receiveMail({ from: juneMail, to: 'reply@backbeat.example', words: 'DIARY' }).catch(() => undefined);

  it('by a provider whose error quotes the addressee', async () => {
    await coach.say(otto, 'JOIN');
    await signUp(juneMail);
    service.failing.twilio = async () =>
      Response.json({ code: 21211, message: `The 'To' number ${otto} is not a valid phone number.` }, { status: 400 });
    service.failing.ses = () =>
      Object.assign(new Error(`Email address is not verified: ${juneMail}, ${idaMail}`), {
        name: 'MessageRejected',
        $metadata: { httpStatusCode: 400 },
      });
    const lines = await during(async () => {
      await mailFromJune();
      await coach.jumpTo('2030-01-09T13:55:00Z');
      await coach.moveTo('2030-01-09T14:05:00Z');
    });
    expect(lines.join('\n')).toMatch(/21211/);
    expect(lines.join('\n')).toMatch(/MessageRejected/);
    expect(leaksOf(lines)).toEqual([]);
  });

  it('by a connection that breaks in the middle', async () => {
    await coach.say(otto, 'JOIN');
    service.failing.twilio = () => Promise.reject(new TypeError('fetch failed', { cause: new Error(`to ${otto}`) }));
    service.failing.ses = () => Object.assign(new Error(`socket hang up: ${juneMail}`), { code: 'ECONNRESET' });
    const lines = await during(async () => {
      await mailFromJune();
      await coach.jumpTo('2030-01-10T13:55:00Z');
      await coach.moveTo('2030-01-10T14:05:00Z');
    });
    expect(lines.length).toBeGreaterThan(0);
    expect(leaksOf(lines)).toEqual([]);
  });

  it.each([
    ['cannot be reached', { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:8000' }],
    ['throttles', { name: 'ThrottlingException', message: 'Rate exceeded' }],
    ['finds the item changed', { name: 'ConditionalCheckFailedException', message: 'The conditional request failed' }],
  ])('by a table that %s', async (_, error) => {
    await coach.say(otto, 'JOIN');
    const path = token('Otto’s diary link', pathOfLink(await coach.say(otto, 'DIARY'), 'diary'));
    service.failing.table = () => Object.assign(new Error(), error);
    const lines = await during(async () => {
      expect((await coach.text(otto, `PAIN 6 ${word}`)).status).toBeGreaterThanOrEqual(500);
      expect((await coach.page(path)).status).toBe(500);
      await signUp(juneMail);
      await coach.receiveMail({ from: idaMail, to: 'reply@backbeat.example', words: word }).catch(() => undefined);
      await coach.advance('PT10M').catch(() => undefined);
    });
    for (const name of ['sms-inbound', 'web']) expect(lines.join('\n')).toContain(`"service":"${name}"`);
    expect(createLeakDetector(secrets)(lines.join('\n'))).toEqual([]);
  });

  it('by an item that a refused write brings back: only outcomes of tips are asked back', () => {
    expect(service.askedBack.length).toBeGreaterThan(0);
    for (const input of service.askedBack) expect(input).toMatch(/"SK":"TIP#/);
  });

  it('by an item of the table that cannot be read', async () => {
    await service.corrupt(`${otto} ${word}`);
    const lines = await during(async () => {
      expect((await coach.text(otto, `PAIN 6 ${word}`)).status).toBeGreaterThanOrEqual(500);
      await coach.receiveMail({ from: juneMail, to: 'reply@backbeat.example', words: word }).catch(() => undefined);
      await coach.jumpTo('2030-01-12T13:55:00Z');
      await coach.moveTo('2030-01-12T14:05:00Z');
    });
    expect(lines.join('\n')).toContain('CorruptItemError');
    expect(leaksOf(lines)).toEqual([]);
  });
});
