import segments from 'sms-segments-calculator';
import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServiceClient, newMessageSid, pathOfLink, type ServiceClient } from './support/service-client.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

const maya = '+12125550123'; // New York by its area code
const noor = '+16045550177'; // Vancouver by its area code
const claire = '+33612345699'; // Paris

let service: ServiceProcess;
let coach: ServiceClient;

beforeAll(async () => {
  service = await startServiceProcess();
  coach = createServiceClient(service.url);
});
afterAll(() => service.stop());
/** Ten minutes before nine in New York, a Monday. */
beforeEach(() => coach.startAt('2030-01-07T13:50:00Z'));

/** Moves to five past nine in New York, past the tips of the nights between: a whole day has 288 ticks. */
const toMorning = async (day: string): Promise<void> => {
  await coach.jumpTo(`${day}T13:55:00Z`);
  await coach.moveTo(`${day}T14:05:00Z`);
};
const instants = (messages: readonly { at: string }[]): readonly string[] => messages.map(({ at }) => at.slice(0, 16));
const diaryPath = async (from: string): Promise<string> => pathOfLink(await coach.say(from, 'DIARY'), 'diary');
const scores = async (from: string): Promise<readonly (number | null)[]> =>
  (await coach.diary(await diaryPath(from))).map(({ score }) => score).filter((score) => score !== null);

describe('joining', () => {
  it('tells the price, the way out and where help is, and brings a tip at nine every morning', async () => {
    const welcome = await coach.say(maya, 'Join!');
    for (const word of ['Backbeat', 'rates', 'HELP', 'STOP', 'Not medical advice']) expect(welcome).toContain(word);
    await coach.moveTo('2030-01-07T14:05:00Z');
    for (const day of ['2030-01-08', '2030-01-09']) await toMorning(day);
    const tips = await coach.tipsTo(maya);
    expect(instants(tips)).toEqual(['2030-01-07T14:00', '2030-01-08T14:00', '2030-01-09T14:00']);
    expect(new Set(tips.map(({ body }) => body)).size).toBe(3);
    for (const { body } of tips) expect(new segments.SegmentedMessage(body).segmentsCount, body).toBe(1);
  });

  it('twice is one subscription', async () => {
    await coach.say(maya, 'JOIN');
    expect(await coach.say(maya, 'JOIN')).toContain('signed up already');
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.tipsTo(maya)).toHaveLength(1);
  });

  it('comes from Twilio or not at all', async () => {
    const { publicBaseUrl, smsNumber, twilioAuthToken } = await coach.info();
    const fields = { MessageSid: newMessageSid(), From: maya, To: smsNumber, Body: 'JOIN' };
    const path = '/webhooks/twilio/inbound';
    const deliver = async (authToken: string, signedUrl: string): Promise<number> => {
      const signature = twilioWebhooks.getExpectedTwilioSignature(authToken, signedUrl, fields);
      const response = await coach.post(path, new URLSearchParams(fields), { 'x-twilio-signature': signature });
      return response.status;
    };
    expect(await deliver('somebody else', publicBaseUrl + path)).toBe(403);
    expect(await deliver(twilioAuthToken, `https://elsewhere.example${path}`)).toBe(403);
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.outbox()).toEqual([]);
    expect(await deliver(twilioAuthToken, publicBaseUrl + path)).toBe(200);
  });

  it('is what a stranger is told to do, whatever they write', async () => {
    expect(await coach.say(maya, 'PAIN 6')).toContain('Text JOIN');
    expect(await coach.say(maya, 'DIARY')).toContain('Text JOIN');
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
    await coach.say(maya, 'JOIN');
    expect(await scores(maya)).toEqual([]);
  });
});

describe('the diary', () => {
  beforeEach(async () => {
    await coach.say(maya, 'JOIN');
  });

  it('shows a score with its note on the page and in the exports', async () => {
    expect(await coach.say(maya, 'pain 6.5 after the garden')).toContain('6.5');
    await coach.jumpTo('2030-01-08T15:00:00Z');
    await coach.say(maya, 'three');
    const path = await diaryPath(maya);
    expect(await coach.diary(path)).toMatchObject([
      { date: '2030-01-07', time: '08:50', score: 6.5, note: 'after the garden', channel: 'sms' },
      { date: '2030-01-08', time: '10:00', score: 3, note: null, channel: 'sms' },
    ]);
    expect((await coach.page(path)).body).toContain('after the garden');
    const csv = await coach.page(`${path}/export.csv`);
    expect(csv.body.trim().split(/\r?\n/)).toHaveLength(3);
    expect((await coach.page(`${path}/export.fhir.json`)).body).toContain('"72514-3"');
  });

  it('holds one entry for a text that Twilio delivers five times at once', async () => {
    const sid = newMessageSid();
    const answers = await Promise.all(Array.from({ length: 5 }, () => coach.text(maya, 'PAIN 6', { sid })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await scores(maya)).toEqual([6]);
  });

  it.each(['PAIN 12', 'pain -2', '4-5', '3 or 4', '70%', '8 am', 'I took 3 pills', 'walked 30 minutes'])(
    'never takes "%s" for a score',
    async (words) => {
      expect(await coach.say(maya, words)).toContain('10');
      expect(await scores(maya)).toEqual([]);
    },
  );

  it('is corrected with FIX, completed with YDAY, and taken back with UNDO', async () => {
    await coach.say(maya, 'PAIN 8');
    await coach.advance('PT1M');
    expect(await coach.say(maya, 'FIX 7')).toContain('was 8 and is now 7');
    await coach.advance('PT1M');
    await coach.say(maya, 'YDAY 2');
    expect(await scores(maya)).toEqual([2, 7]);
    await coach.say(maya, 'UNDO');
    expect(await scores(maya)).toEqual([7]);
    await coach.say(maya, 'UNDO');
    expect(await scores(maya)).toEqual([8]);
  });

  it('opens with its own link only', async () => {
    const path = await diaryPath(maya);
    const token = path.split('/')[2] ?? '';
    const forged = `${token.slice(0, -3)}${token.slice(-3) === 'aaa' ? 'bbb' : 'aaa'}`;
    expect((await coach.page(path)).status).toBe(200);
    const refused = await Promise.all(
      [`/diary/${forged}`, `/unsubscribe/${token}`, `/confirm/${token}`, `/diary/${token}x`].map(coach.page),
    );
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(refused.map(({ body }) => body)).size).toBe(1);
    expect((await coach.submit(`/unsubscribe/${token}`, { 'List-Unsubscribe': 'One-Click' })).status).toBe(404);
    await coach.jumpTo('2030-01-14T15:00:00Z');
    expect((await coach.page(path)).status).toBe(404);
  });

  it('is gone after ERASE and its word, and its links with it', async () => {
    await coach.say(maya, 'PAIN 6');
    const path = await diaryPath(maya);
    const [, word = ''] = /ERASE ([A-Z0-9]{4})/.exec(await coach.say(maya, 'ERASE')) ?? [];
    expect(await coach.say(maya, 'ERASE ZZZZZ')).toContain('nothing was deleted');
    expect((await coach.page(path)).status).toBe(200);
    expect(await coach.say(maya, `erase ${word.toLowerCase()}`)).toContain('deleted');
    expect((await coach.page(path)).status).toBe(404);
    await coach.moveTo('2030-01-07T14:10:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
    await coach.say(maya, 'JOIN');
    expect(await scores(maya)).toEqual([]);
    expect((await coach.page(path)).status).toBe(404);
  });
});

describe('leaving', () => {
  it.each([
    'STOP',
    'Stop please',
    'REVOKE',
    'opt-out',
    'please stop texting me',
    'remove me',
    'ARRÊT',
    'desabonner',
    'wrong number',
  ])('"%s" ends the tips', async (words) => {
    await coach.say(maya, 'JOIN');
    await coach.say(maya, words);
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
  });

  it.each(['how can I stop the pain?', 'it does not stop', 'the end of my back hurts', "don't stop"])(
    '"%s" does not',
    async (words) => {
      await coach.say(maya, 'JOIN');
      await coach.say(maya, words);
      await coach.moveTo('2030-01-07T14:05:00Z');
      expect(await coach.tipsTo(maya)).toHaveLength(1);
    },
  );

  it('is not undone by an old JOIN that Twilio delivers again; a new one begins anew', async () => {
    const sid = newMessageSid();
    await coach.say(maya, 'JOIN', { sid });
    await coach.say(maya, 'STOP');
    await coach.say(maya, 'JOIN', { sid });
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
    await coach.say(maya, 'START');
    await toMorning('2030-01-08');
    expect(await coach.tipsTo(maya)).toHaveLength(1);
  });
});

describe('the tip', () => {
  beforeEach(async () => {
    await coach.say(maya, 'JOIN');
  });

  it('comes at once for TIP, is repeated when asked again, and is the only one of the day', async () => {
    const first = await coach.say(maya, 'TIP');
    expect(first).toMatch(/^Backbeat: .+ Reply PAIN 0-10 or MORE\.$/);
    expect(await coach.say(maya, 'tip please')).toBe(first);
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
    await toMorning('2030-01-08');
    const [next] = await coach.tipsTo(maya);
    expect(next?.body).not.toBe(first);
  });

  it('has more to say for MORE', async () => {
    expect(await coach.say(maya, 'MORE')).toContain('no tip yet');
    const tip = await coach.say(maya, 'TIP');
    const more = await coach.say(maya, 'MORE');
    expect(more.length).toBeGreaterThan(tip.length);
  });

  it('stays away for a PAUSE, comes back after it, or sooner for RESUME', async () => {
    await coach.say(maya, 'PAUSE 2');
    await coach.moveTo('2030-01-07T14:05:00Z');
    await toMorning('2030-01-08');
    expect(await coach.tipsTo(maya)).toEqual([]);
    await toMorning('2030-01-09');
    await coach.say(maya, 'PAUSE');
    await coach.say(maya, 'resume');
    await toMorning('2030-01-10');
    expect(instants(await coach.tipsTo(maya))).toEqual(['2030-01-09T14:00', '2030-01-10T14:00']);
  });

  it('moves with TIME and ZONE, and never comes twice on one day', async () => {
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.say(maya, 'ZONE Paris')).toContain('Paris');
    expect(await coach.say(maya, 'TIME 18h32')).toContain('6:30 pm');
    await coach.moveTo('2030-01-07T17:35:00Z');
    await coach.jumpTo('2030-01-08T17:25:00Z');
    await coach.moveTo('2030-01-08T17:35:00Z');
    expect(instants(await coach.tipsTo(maya))).toEqual(['2030-01-07T14:00', '2030-01-08T17:30']);
    expect(await coach.say(maya, 'TIME 5am')).toContain('nearest time is 8 am');
  });

  it('follows New York’s clock in March; British Columbia’s has stopped changing', async () => {
    await coach.startAt('2030-03-09T13:50:00Z');
    await coach.say(maya, 'JOIN');
    await coach.say(noor, 'JOIN');
    await coach.say(noor, 'ZONE Vancouver');
    await coach.moveTo('2030-03-09T16:05:00Z');
    await coach.jumpTo('2030-03-10T12:50:00Z');
    await coach.moveTo('2030-03-10T16:05:00Z');
    expect(instants(await coach.tipsTo(maya))).toEqual(['2030-03-09T14:00', '2030-03-10T13:00']);
    expect(instants(await coach.tipsTo(noor))).toEqual(['2030-03-09T16:00', '2030-03-10T16:00']);
  });
});

describe('what must not wait', () => {
  it('red flags are answered with the emergency number, the score is kept, tips rest for the day', async () => {
    await coach.say(maya, 'JOIN');
    expect(await coach.say(maya, 'pain 9, numb between my legs and I cannot pee')).toContain('911');
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
    expect(await scores(maya)).toEqual([9]);
    expect(await coach.say(maya, 'pain 4, no numbness')).not.toContain('911');
  });

  it('a cry for help with a STOP in it is both', async () => {
    await coach.say(maya, 'JOIN');
    expect(await coach.say(maya, 'STOP, I want to die')).toContain('988');
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
  });

  it('a stranger in France gets the French numbers', async () => {
    expect(await coach.say(claire, 'je veux mourir', { country: 'FR' })).toContain('3114');
  });
});
