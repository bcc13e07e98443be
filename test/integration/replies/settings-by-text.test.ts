import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';
import { createWorker } from '../../support/sending.ts';
import { aSubscriber } from '../../support/subscribers.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  await service.text('JOIN');
});

const { id } = aSubscriber();

/** The tips that a worker sends at an instant to whoever is due on that date. */
const tipsAt = async (now: string, date = now.slice(0, 10), owner = now) => {
  service.clock.set(now);
  const worker = createWorker(table, service.clock);
  await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [{ id, date }] }, owner);
  return worker.sent.length;
};

describe('TIME', () => {
  it.each([
    ['+447700900123', 'London', 'TIME 7:30pm', /at 19:30 London time/],
    ['+447700900123', 'London', 'TIME 5am', /between 08:00 and 20:00.*TIME 08:00/],
    ['+61491570156', 'Sydney', 'TIME 19:30', /at 7:30 pm/],
    ['+33639980001', 'Paris', 'HEURE 19:30', /19:30|19h30/],
  ])('is said as %s in %s reads a clock', async (from, place, body, answer) => {
    await service.text('JOIN', { from });
    service.after(1);
    await service.text('ENGLISH', { from });
    service.after(1);
    await service.text(`ZONE ${place}`, { from });
    service.after(1);
    expect(await service.answerTo(body, { from })).toMatch(answer);
  });

  it('while the zone is a guess names the hours that are allowed, not those of a zone that is sure', async () => {
    const from = '+18505550100';
    await service.text('JOIN', { from });
    service.after(1);
    const refused = await service.answerTo('TIME 7:30pm', { from });
    expect(refused).toMatch(/only guess your zone.*between 8 am and 7 pm/);
    const [, closes = ''] = refused.match(/and (\S+ \S+) /) ?? [];
    service.after(1);
    expect(await service.answerTo(`TIME ${closes}`, { from })).toMatch(/last tips of a day leave at/);
  });

  it.each([
    ['TIME 7:30pm', '19:30', /at 7:30 pm New York time, the next one today/],
    ['HEURE 19h30', '19:30', /7:30 pm/],
    ['TIME 10:02', '10:00', /every 5 minutes.*10 am/],
    ['TIME 10:03', '10:05', /every 5 minutes.*10:05 am/],
    ['TIME noon', '12:00', /12 noon/],
    ['TIME 5am', '09:00', /between 8 am and 8 pm.*TIME 8 am/],
    ['TIME 11pm', '09:00', /between 8 am and 8 pm.*TIME 7:55 pm/],
    // Named as the end of the window, so that it is no mistake: the last slot before it.
    ['TIME 8pm', '19:55', /last tips of a day leave at 7:55 pm/],
    ['TIME 20:00', '19:55', /leave at 7:55 pm/],
    ['TIME 19:58', '19:55', /leave at 7:55 pm/],
    ['TIME 8:05pm', '09:00', /TIME 7:55 pm/],
    ['TIME soonish 99', '09:00', /at what time/],
  ])('%s', async (body, time, answer) => {
    expect(await service.answerTo(body)).toMatch(answer);
    expect((await service.profile())?.time).toBe(time);
  });

  it.each([
    ['13:54:59', 'today', 1],
    ['13:55:00', 'today', 1],
    ['13:55:01', 'tomorrow', 0],
    ['13:59:59', 'tomorrow', 0],
  ])('said at %s UTC for 14:00 UTC begins %s, and so it does', async (at, day, tips) => {
    await service.text('TIME 12:00');
    service.clock.set(`2030-01-07T${at}Z`);
    expect(await service.answerTo('TIME 9:00')).toMatch(new RegExp(`the next one ${day}`));
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(tips);
    expect(await tipsAt('2030-01-08T14:00:00Z')).toBe(1);
  });

  it('moved later on the day of a tip brings no second one', async () => {
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(1);
    expect(await service.answerTo('TIME 11:00')).toMatch(/the next one tomorrow/);
    expect(await tipsAt('2030-01-07T16:00:00Z')).toBe(0);
  });

  it('during a pause says when the pause is over', async () => {
    await service.text('PAUSE 3');
    expect(await service.answerTo('TIME 10:00')).toMatch(/the next one Thursday 10 January/);
  });

  it('next to a tip that was asked for at night names the day that the gap allows', async () => {
    service.clock.set('2030-01-08T04:30:00Z');
    await service.text('TIP');
    expect(await service.answerTo('TIME 9:00')).toMatch(/the next one Wednesday 9 January/);
    expect(await tipsAt('2030-01-08T14:00:00Z')).toBe(0);
    expect(await tipsAt('2030-01-09T14:00:00Z')).toBe(1);
  });
});

describe('ZONE', () => {
  it.each([
    ['ZONE Paris', 'Europe/Paris', /9 am Paris time/],
    ['FUSEAU Paris', 'Europe/Paris', /Paris time/],
    ['ZONE pacific', 'America/Los_Angeles', /Los Angeles time/],
    ['ZONE Nowhereville', 'America/New_York', /could not find/],
  ])('%s', async (body, zone, answer) => {
    expect(await service.answerTo(body)).toMatch(answer);
    expect((await service.profile())?.zone).toBe(zone);
  });

  it('flying west after the tip brings no second one that day', async () => {
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(1);
    expect(await service.answerTo('ZONE Honolulu')).toMatch(/the next one tomorrow/);
    expect(await tipsAt('2030-01-07T19:00:00Z')).toBe(0);
    expect(await tipsAt('2030-01-08T19:00:00Z')).toBe(1);
  });

  it('flying west over the date line keeps ten hours between two tips and one tip a date', async () => {
    await service.text('ZONE Auckland');
    expect(await tipsAt('2030-01-07T20:00:00Z', '2030-01-08')).toBe(1);
    expect(await service.answerTo('ZONE Honolulu')).toMatch(/the next one Wednesday 9 January/);
    expect(await tipsAt('2030-01-08T19:00:00Z', '2030-01-08')).toBe(0);
    expect(await tipsAt('2030-01-09T19:00:00Z', '2030-01-09')).toBe(1);
  });

  it('flying east skips a slot that is less than ten hours after the last tip, and says so', async () => {
    await service.text('TIME 19:55');
    expect(await tipsAt('2030-01-08T00:55:00Z', '2030-01-07')).toBe(1);
    await service.text('ZONE Paris');
    expect(await service.answerTo('TIME 9:00')).toMatch(/the next one tomorrow/);
    expect(await tipsAt('2030-01-08T08:00:00Z', '2030-01-08')).toBe(0);
    expect(await tipsAt('2030-01-09T08:00:00Z', '2030-01-09')).toBe(1);
  });
});

describe('PAUSE and RESUME', () => {
  it('PAUSE 1 before today’s tip skips today’s', async () => {
    expect(await service.answerTo('PAUSE 1')).toMatch(/until after Monday 7 January/);
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(0);
    expect(await tipsAt('2030-01-08T14:00:00Z')).toBe(1);
  });

  it('PAUSE 1 after today’s tip skips tomorrow’s', async () => {
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(1);
    await service.text('PAUSE 1');
    expect(await tipsAt('2030-01-08T14:00:00Z')).toBe(0);
    expect(await tipsAt('2030-01-09T14:00:00Z')).toBe(1);
  });

  it('PAUSE 2 after a tip of a later date skips two', async () => {
    await service.text('ZONE Auckland');
    expect(await tipsAt('2030-01-07T20:00:00Z', '2030-01-08')).toBe(1);
    await service.text('ZONE Honolulu');
    await service.text('PAUSE 2');
    expect((await service.profile())?.pausedUntil).toBe('2030-01-10');
  });

  it.each([
    ['PAUSE', '2030-01-13'],
    ['PAUSE 7', '2030-01-13'],
    ['pause 2 weeks', '2030-01-20'],
    ['PAUSE 90', '2030-04-06'],
    ['PAUSE 91', undefined],
    ['PAUSE 0', undefined],
  ])('%s', async (body, until) => {
    await service.text(body);
    expect((await service.profile())?.pausedUntil).toBe(until);
  });

  it('PAUSE again begins from today, not from the end of the other', async () => {
    await service.text('PAUSE 7');
    await service.text('PAUSE 2');
    expect((await service.profile())?.pausedUntil).toBe('2030-01-08');
  });

  it('RESUME brings the next tip at once', async () => {
    await service.text('PAUSE 7');
    expect(await service.answerTo('REPRENDRE')).toMatch(/the next today at 9 am/);
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(1);
  });

  it('RESUME just before the slot keeps its word: tomorrow', async () => {
    await service.text('PAUSE 7');
    service.clock.set('2030-01-07T13:57:00Z');
    expect(await service.answerTo('RESUME')).toMatch(/the next tomorrow/);
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(0);
    expect(await tipsAt('2030-01-08T14:00:00Z')).toBe(1);
  });
});

describe('EMAIL and SMS', () => {
  it('EMAIL asks the mailbox, and changes nothing until it has confirmed', async () => {
    expect(await service.answerTo('EMAIL jo@example.org')).toMatch(/Until then nothing changes/);
    expect(await service.profile()).toMatchObject({ tipsBy: 'sms', pendingMailbox: { address: 'jo@example.org' } });
    expect(service.jobs).toHaveLength(1);
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(1);
  });

  it.each(['EMAIL jo@', 'EMAIL'])('%s asks again', async (body) => {
    expect(await service.answerTo(body)).toMatch(/e-mail address/);
    expect(service.jobs).toEqual([]);
  });

  it('SMS brings tips by text, and from a mailbox without a phone says how', async () => {
    await service.text('JOIN');
    const profile = await service.profile();
    if (!profile) throw new Error('Ana has joined');
    await service.stores.subscribers.save(
      { ...profile, tipsBy: 'email', mailbox: { address: 'jo@example.org' } },
      profile,
    );
    expect(await service.answerTo('SMS')).toMatch(/by text at 9 am, the next today/);
    expect((await service.profile())?.tipsBy).toBe('sms');
    await service.text('EMAIL JO@example.org');
    expect(await service.profile()).toMatchObject({ tipsBy: 'email' });
    expect(service.jobs).toEqual([]);
  });
});
