import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServiceClient, newMessageSid, pathOfLink, type ServiceClient } from './support/service-client.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

const maya = '+12125550123';

let service: ServiceProcess;
let coach: ServiceClient;

beforeAll(async () => {
  service = await startServiceProcess();
  coach = createServiceClient(service.url);
});
afterAll(() => service.stop());
beforeEach(() => coach.startAt('2030-01-07T15:02:00Z'));

/** A text that Twilio has and that none of its tries brought to the webhook. */
const lose = async (body: string, sid = newMessageSid(), from = maya): Promise<void> => {
  const response = await coach.post('/_local/inbound-sms', JSON.stringify({ from, body, sid, lost: true }));
  expect(await response.json()).toEqual({ status: 502, reply: '' });
};

describe('texts whose webhook failed', () => {
  it('are handled once, in order, within two ticks, and answered by text', async () => {
    await lose('JOIN');
    await lose('PAIN 6');
    await coach.moveTo('2030-01-07T15:05:00Z');
    const answers = await coach.outbox(maya);
    expect(answers.map(({ kind }) => kind)).toEqual(['answer', 'answer']);
    expect(answers[0]?.body).toContain('STOP');
    expect(answers[1]?.body).toContain('6');
    await coach.moveTo('2030-01-07T15:30:00Z');
    expect(await coach.outbox(maya)).toHaveLength(2);
    const path = pathOfLink(await coach.say(maya, 'DIARY'), 'diary');
    expect(await coach.diary(path)).toMatchObject([{ date: '2030-01-07', score: 6, channel: 'sms' }]);
    // The tips come as if nothing had happened.
    await coach.moveTo('2030-01-08T14:05:00Z');
    expect(await coach.tipsTo(maya)).toHaveLength(1);
  });

  it('end the subscription if they said STOP, without a word of ours', async () => {
    await coach.say(maya, 'JOIN');
    await lose('STOP');
    await coach.moveTo('2030-01-09T15:00:00Z');
    expect((await coach.outbox(maya)).map(({ kind }) => kind)).toEqual(['answer']);
  });

  it('by RCS are stored for the phone that sent them', async () => {
    await coach.say(maya, 'JOIN');
    await lose('PAIN 3', newMessageSid(), `rcs:${maya}`);
    await coach.moveTo('2030-01-07T15:30:00Z');
    expect((await coach.outbox(maya)).at(-1)?.body).toContain('3');
    const path = pathOfLink(await coach.say(`rcs:${maya}`, 'DIARY'), 'diary');
    expect((await coach.diary(path)).map(({ score }) => score)).toEqual([3]);
    await coach.say(`rcs:${maya}`, 'STOP');
    await coach.moveTo('2030-01-09T15:00:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
  });

  it('are stored once when Twilio gets through after all, and once when the webhook had them', async () => {
    await coach.say(maya, 'JOIN');
    const sid = newMessageSid();
    await lose('PAIN 4', sid);
    await coach.moveTo('2030-01-07T15:05:00Z');
    await coach.text(maya, 'PAIN 4', { sid });
    await coach.say(maya, 'PAIN 5');
    await coach.moveTo('2030-01-07T15:30:00Z');
    const path = pathOfLink(await coach.say(maya, 'DIARY'), 'diary');
    expect((await coach.diary(path)).map(({ score }) => score)).toEqual([4, 5]);
  });
});
