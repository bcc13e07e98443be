import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClockFile } from '../../local/clock-file.ts';
import { createServiceClient, newMessageSid, pathOfLink, type ServiceClient } from './support/service-client.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

const maya = '+12125550123';

let folder: string;
let service: ServiceProcess;
let coach: ServiceClient;

const start = async (): Promise<void> => {
  service = await startServiceProcess({ data: folder });
  coach = createServiceClient(service.url);
};
/** The service is down from now until the wall clock shows `until`; its clock stands still otherwise. */
const downUntil = async (until: string): Promise<void> => {
  expect(await service.stop()).toBe(0);
  await createClockFile(folder).write(Date.parse(until));
  await start();
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backbeat-'));
  await start();
  await coach.startAt('2030-01-07T13:50:00Z');
  await coach.say(maya, 'JOIN');
});
afterEach(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the service, stopped and started again', () => {
  it('still has the diary, honours its links, knows what it has answered, and sends no second tip', async () => {
    // Its secrets are kept from the other users of the machine.
    expect(((await stat(join(folder, 'secrets.json'))).mode & 0o777).toString(8)).toBe('600');
    const sid = newMessageSid();
    await coach.say(maya, 'PAIN 6 after rowing', { sid });
    const path = pathOfLink(await coach.say(maya, 'DIARY'), 'diary');
    await coach.moveTo('2030-01-07T14:05:00Z');
    const [sent] = await coach.tipsTo(maya);

    expect(await service.stop()).toBe(0);
    await start();

    expect((await coach.info()).now).toBe('2030-01-07T14:05:00.000Z');
    expect((await coach.page(path)).body).toContain('after rowing');
    await coach.say(maya, 'PAIN 6 after rowing', { sid });
    expect(await coach.diary(path)).toHaveLength(1);
    await coach.moveTo('2030-01-07T14:30:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
    await coach.jumpTo('2030-01-08T13:55:00Z');
    await coach.moveTo('2030-01-08T14:05:00Z');
    const [next] = await coach.tipsTo(maya);
    expect(next?.body).toBeDefined();
    expect(next?.body).not.toBe(sent?.body);
  });

  it('makes up for the ticks it has missed, and sends nothing that is more than two hours late', async () => {
    await downUntil('2030-01-07T14:40:00Z');
    await coach.moveTo('2030-01-07T14:45:00Z');
    expect((await coach.tipsTo(maya)).map(({ at }) => at)).toEqual(['2030-01-07T14:45:00.000Z']);
    await coach.jumpTo('2030-01-08T13:55:00Z');
    await downUntil('2030-01-08T16:10:00Z');
    await coach.moveTo('2030-01-08T16:20:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
    await coach.jumpTo('2030-01-09T13:55:00Z');
    await coach.moveTo('2030-01-09T14:05:00Z');
    expect(await coach.tipsTo(maya)).toHaveLength(1);
  });

  it('killed in the middle of a tick sends the rest of the day’s tips after it, each once', async () => {
    const people = Array.from({ length: 120 }, (_, index) => `+1212555${String(1000 + index)}`);
    for (const person of people) await coach.say(person, 'JOIN');
    await coach.fault({ channel: 'sms', times: 1000, delayMs: 40 });
    let isOver = false;
    const moving = coach
      .moveTo('2030-01-07T14:05:00Z')
      .catch(() => undefined)
      .finally(() => {
        isOver = true;
      });
    const tips = async (): Promise<readonly string[]> =>
      (await coach.outbox()).filter(({ kind }) => kind === 'tip').map(({ to }) => to);
    let before: readonly string[] = [];
    // However many looks it takes: on a busy machine the tick begins late.
    while (before.length < 20 && !isOver) before = await tips();
    await service.kill();
    await moving;
    expect(before.length).toBeGreaterThanOrEqual(20);
    expect(before.length).toBeLessThan(100);

    await start();
    await coach.moveTo('2030-01-07T15:30:00Z');
    const all = [...before, ...(await tips())].filter((to) => to !== maya);
    // What Twilio took between our last look and the end is in neither list, but in its own.
    expect(all.length).toBeGreaterThanOrEqual(120 - 25);
    expect(new Set(all).size).toBe(all.length);
  }, 60_000);
});
