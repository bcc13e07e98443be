import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runOperator } from './support/operator-process.ts';
import { createServiceClient, type ServiceClient } from './support/service-client.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

const ida = '+12125550101';
let service: ServiceProcess;
let coach: ServiceClient;

beforeAll(async () => {
  service = await startServiceProcess();
  coach = createServiceClient(service.url);
});
afterAll(() => service.stop());
// Nine in the morning in New York: the clinic of npm start looks from 8 to 20 there.
beforeEach(() => coach.startAt('2030-01-07T14:01:00Z'));

const operator = async (...words: string[]): Promise<string> => {
  const { output, errors } = await runOperator([...words, '--at', service.url, '--as', 'sam']);
  return output + errors;
};
const alerts = async () =>
  (await coach.outbox()).filter(({ kind }) => kind === 'alert').map(({ to, text }) => ({ to, text }));
const told = async () => (await alerts()).map(({ to }) => to.split('@')[0]);

describe('a red flag, on npm start', { timeout: 120_000 }, () => {
  it('is told to one contact after the other as the clock moves, until somebody acknowledges it', async () => {
    expect(await coach.say(ida, 'JOIN')).toMatch(/alert Elm Street Physio.*Mon-Sun 08:00-20:00/);
    const answer = await coach.say(ida, 'my legs are numb and I cannot pee');
    expect(answer).toMatch(/911[\s\S]*alert Elm Street Physio[\s\S]*CALL ME/);
    await coach.advance('PT5M');
    expect(await told()).toEqual(['front-desk']);
    const [{ text = '' } = {}] = await alerts();
    expect(text).not.toMatch(/my legs|cannot pee|2125550101/);
    await coach.advance('PT15M');
    expect(await told()).toEqual(['front-desk', 'duty-physio']);

    const waiting = await operator('worklist');
    const [, event = ''] = /told 2 times +(\S+)/.exec(waiting) ?? [];
    expect(waiting).not.toContain('2125550101');
    await coach.say(ida, 'CALL ME');
    expect(await operator('worklist')).toContain(ida);

    expect(await operator('acknowledge', event)).toContain('you have it');
    expect(await operator('acknowledge', ida)).toContain('you have it');
    expect((await operator('worklist')).trim()).toBe('nothing waits');
    expect(await operator('worklist', '--all')).toMatch(/sam has it since 2030-01-07/);
    const before = (await told()).length;
    await coach.advance('PT2H');
    expect(await told()).toHaveLength(before);
    const audit = await operator('audit', '2030-01-07', '--role', 'clinician');
    expect(audit.match(/ acknowledge /g)).toHaveLength(2);
  });

  it('of the evening waits for the hours that people were told', async () => {
    await coach.say(ida, 'JOIN');
    await coach.jumpTo('2030-01-08T01:30:00Z');
    await coach.say(ida, 'I want to die');
    await coach.moveTo('2030-01-08T12:59:00Z');
    expect(await told()).toEqual([]);
    await coach.moveTo('2030-01-08T13:01:00Z');
    expect(await told()).toEqual(['front-desk']);
  });
});

describe('the privacy page', () => {
  it('says who is told of what sounds dangerous, and when they look', async () => {
    const { body } = await coach.page('/privacy');
    expect(body).toMatch(/Elm Street Physio is told.*Mon-Sun 08:00-20:00 \(New York time\)/);
  });
});
