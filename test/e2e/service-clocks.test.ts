import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServiceClient, pathOfLink, type ServiceClient } from './support/service-client.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

/*
 * Manitoba, north-western Ontario and the Northwest Territories put no clock back on 2026-11-01, Cuba none before November
 * 2027 (tz 2026d to 2026f). A Node.js with older zone data is an hour wrong there.
 */
const places = [
  { name: 'Winnipeg', number: '+12045550123', zone: 'America/Winnipeg', behind: 5 },
  { name: 'Rainy River', number: '+12045550124', zone: 'America/Rainy_River', behind: 5 },
  { name: 'Canada/Central', number: '+12045550125', zone: 'Canada/Central', behind: 5 },
  { name: 'Inuvik', number: '+18675550123', zone: 'America/Inuvik', behind: 6 },
  { name: 'Yellowknife', number: '+18675550124', zone: 'Yellowknife', behind: 6 },
  { name: 'Havana', number: '+5352345678', zone: 'Havana', behind: 4 },
] as const;

let service: ServiceProcess;
let coach: ServiceClient;

beforeAll(async () => {
  service = await startServiceProcess();
  coach = createServiceClient(service.url);
});
afterAll(() => service.stop());
beforeEach(() => coach.startAt('2026-12-01T20:00:00Z'));

/** The instant of a wall time there, in the first week of December 2026. */
const there = (behind: number, day: string, time: string): string =>
  new Date(Date.parse(`${day}T${time}:00Z`) + behind * 3_600_000).toISOString();

describe.each(places)('in $name, whose clocks were not put back', ({ number, zone, behind }) => {
  beforeEach(async () => {
    await coach.say(number, 'JOIN');
    await coach.say(number, `ZONE ${zone}`);
  });

  it('the tip comes at nine, and at 19:55 to whoever asks for that', async () => {
    await coach.jumpTo(there(behind, '2026-12-02', '08:50'));
    await coach.moveTo(there(behind, '2026-12-02', '10:05'));
    await coach.say(number, 'TIME 19:55');
    await coach.jumpTo(there(behind, '2026-12-03', '19:50'));
    await coach.moveTo(there(behind, '2026-12-03', '21:05'));
    const tips = await coach.tipsTo(number);
    expect(tips.map(({ at }) => at.slice(0, 16))).toEqual([
      there(behind, '2026-12-02', '09:00').slice(0, 16),
      there(behind, '2026-12-03', '19:55').slice(0, 16),
    ]);
  });

  it('a score at half past midnight on Thursday stands on Thursday, in the diary and in its exports', async () => {
    const at = there(behind, '2026-12-03', '00:30');
    await coach.jumpTo(at);
    await coach.say(number, 'PAIN 6');
    const path = pathOfLink(await coach.say(number, 'DIARY'), 'diary');
    const [entry] = await coach.diary(path);
    expect(entry).toMatchObject({ date: '2026-12-03', time: '00:30', score: 6 });
    const fhir = await (await coach.get(`${path}/export.fhir.json`)).text();
    expect(fhir).toContain(`2026-12-03T00:30:00-0${behind}:00`);
    const csv = await (await coach.get(`${path}/export.csv`)).text();
    expect(csv).toContain('2026-12-03,00:30');
  });
});

it('the simulator page is told the clocks by the service, not by the browser', async () => {
  await coach.startAt('2026-12-01T20:00:00Z');
  const clock = await (await coach.get('/_local/zone?name=America/Winnipeg')).json();
  expect(clock).toMatchObject({ offset: -360 });
  expect(clock).toMatchObject({ changes: expect.arrayContaining([{ at: Date.UTC(2026, 2, 8, 8), offset: -300 }]) });
  expect(JSON.stringify(clock)).not.toContain(String(Date.UTC(2026, 10, 1, 7)));
  expect((await coach.get('/_local/zone?name=Mars/Olympus')).status).toBe(404);
});
