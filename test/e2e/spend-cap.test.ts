import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { replyKey } from '../../shared/domain/people/pseudonym.ts';
import { countedFor } from '../../shared/domain/tips/spend.ts';
import { variables } from '../../shared/platform/settings.ts';
import { exampleConfig, resourcesOf, synthesise } from '../infra/deployment.ts';
import { alarmSchema, dataPointsOf, ringsAt } from '../support/alarm-evaluator.ts';
import { type MeteredService, startMeteredService } from './support/metered-service.ts';
import type { ServiceClient } from './support/service-client.ts';

/** Tips of a day for four people are four fifths of it. */
const cap = 5;
const people = ['+12125551001', '+12125551002', '+12125551003', '+12125551004'] as const;

const alarms = resourcesOf([synthesise(exampleConfig({ stage: 'local' })).service])
  .filter(({ properties }) => properties['MetricName'] === 'SpendPercent')
  .map(({ properties }) => alarmSchema.parse(properties));

let lines: string[] = [];
let service: MeteredService;
let coach: ServiceClient;

beforeAll(async () => {
  vi.stubEnv(variables.smsSegmentsAMonth, String(cap));
  service = await startMeteredService((line) => lines.push(line));
  coach = service.coach;
});
afterAll(async () => {
  await service.stop();
  vi.unstubAllEnvs();
});

let texts = 0;
/** A text whose answer is not one of the sixteenth that is counted for all: the sums of this test are of tips alone. */
const say = async (from: string, words: string): Promise<string> => {
  let sid: string;
  do {
    texts += 1;
    sid = `SM${String(texts).padStart(32, '0')}`;
  } while (countedFor(replyKey('sms', sid), 'sms', ['an answer']) > 0);
  return coach.say(from, words, { sid });
};

/** Runs a day's tips at nine in New York, and gives the alarms that ring over the printed metrics, by their own definition. */
const morning = async (date: string): Promise<{ tips: number; ringing: readonly string[] }> => {
  lines = [];
  const before = (await coach.outbox()).filter(({ kind }) => kind === 'tip').length;
  await coach.jumpTo(`${date}T13:50:00Z`);
  await coach.moveTo(`${date}T14:10:00Z`);
  const [from, to] = [Date.parse(`${date}T13:50:00Z`), Date.parse(`${date}T14:11:00Z`)];
  const ringing = alarms
    .filter((alarm) => ringsAt(alarm, dataPointsOf(lines), from, to).length > 0)
    .map(({ AlarmName }) => AlarmName.slice('backbeat-local-'.length));
  return { tips: (await coach.outbox()).filter(({ kind }) => kind === 'tip').length - before, ringing };
};

describe('the cap of a month, driven through the real functions', () => {
  it('rings at four fifths, pauses tips when it is reached and nothing else, and is over with the month', async () => {
    await coach.startAt('2030-01-28T18:00:00Z');
    for (const phone of people) expect(await say(phone, 'JOIN')).toContain('Backbeat');

    expect(await morning('2030-01-29')).toEqual({ tips: 4, ringing: ['near-cap'] });
    expect(await morning('2030-01-30')).toEqual({ tips: 1, ringing: ['near-cap', 'at-cap'] });
    expect(await morning('2030-01-31')).toEqual({ tips: 0, ringing: ['near-cap', 'at-cap'] });

    const [ana, bea, cem, dov] = people;
    expect(await say(ana, 'PAIN 6')).toContain('6');
    expect(await say(ana, 'HELP')).toContain('help@backbeat.example');
    expect(await say(bea, 'I want to die')).toMatch(/988|911/);
    expect(await say(cem, 'DIARY')).toContain('/diary/');
    await say(dov, 'STOP');
    expect(await say('+12125551009', 'JOIN')).toContain('Backbeat');

    // Of four, for whoever cried for help is left alone; three fifths.
    expect(await morning('2030-02-01')).toEqual({ tips: 3, ringing: [] });
  });
});
