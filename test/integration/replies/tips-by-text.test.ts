import { describe, expect } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { createService, type Service, texts } from '../../support/replies.ts';
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

const tipOfDay = (day: number) => texts.tips.find((text) => text.id === firstProgramme().tips[day - 1]?.tip);
/** The tips that a worker sends at an instant to whoever is due on that date. */
const tipsAt = async (now: string, date = now.slice(0, 10), owner = now) => {
  service.clock.set(now);
  const worker = createWorker(table, service.clock);
  await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [{ id, date }] }, owner);
  return worker.sent.length;
};

describe('TIP', () => {
  it('gives today’s tip now; asked again it is repeated; it counts as today’s', async () => {
    const first = tipOfDay(1);
    const answer = await service.text('TIP');
    expect(answer.join()).toContain(first?.sms);
    expect(await service.text('CONSEIL')).toEqual(answer);
    expect(await service.profile()).toMatchObject({ position: 1, lastTip: { date: '2030-01-07', tip: first?.id } });
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(0);
    expect(await tipsAt('2030-01-08T14:00:00Z')).toBe(1);
    const states = await service.stores.tips.readStates([{ id, date: '2030-01-07' }]);
    expect(states.get(id)).toBe('accepted');
  });

  it('after one that the provider has not taken gives that one, and it is not sent later', async () => {
    const second = tipOfDay(2);
    service.clock.set('2030-01-07T14:00:00Z');
    const claim = { tip: second?.id ?? '', owner: 'm1', claimedAt: service.clock.now(), channel: 'sms' } as const;
    await service.changes.change(id, (subscriber) => ({
      ...subscriber,
      position: 2,
      lastTip: { ...claim, date: '2030-01-07', state: 'released' },
    }));
    expect(await service.answerTo('TIP')).toContain(second?.sms);
    expect(await service.profile()).toMatchObject({ position: 2, lastTip: { owner: 'reply', state: 'claimed' } });
    expect(await tipsAt('2030-01-07T14:05:00Z', '2030-01-07', 'm1')).toBe(0);
  });

  it('after one whose send is in doubt takes it over, so that the worker does not send it again', async () => {
    const worker = createWorker(table, service.clock);
    service.clock.set('2030-01-07T14:00:00Z');
    const job = { kind: 'tips', dueAt: service.clock.now(), members: [{ id, date: '2030-01-07' }] } as const;
    worker.provider.answers.push({ kind: 'in-doubt', code: '20503' });
    await worker.sendGroup(job, 'm1');
    service.clock.set('2030-01-07T14:00:50Z');
    expect(await service.answerTo('TIP')).toMatch(/^Backbeat: /);
    service.clock.set('2030-01-07T14:10:00Z');
    expect(await worker.sendGroup(job, 'm1')).toMatchObject({ open: 0 });
    expect(worker.sent).toHaveLength(1);
  });

  it('of somebody who flew west over midnight repeats the one of the later date', async () => {
    await service.text('ZONE Auckland');
    service.clock.set('2030-01-07T21:00:00Z');
    const answer = await service.text('TIP');
    await service.text('ZONE Honolulu');
    service.after(60);
    expect(await service.text('TIP')).toEqual(answer);
    expect((await service.profile())?.lastTip?.date).toBe('2030-01-08');
    expect(await tipsAt('2030-01-08T19:00:00Z', '2030-01-08')).toBe(0);
  });
});

describe('MORE', () => {
  it('is the longer version of the last tip', async () => {
    expect(await service.answerTo('MORE')).toMatch(/no tip yet/);
    await service.text('TIP');
    expect(await service.answerTo('more please')).toBe(tipOfDay(1)?.more);
  });
});

describe('how many tips a week', () => {
  it.each([
    [
      'LESS',
      /four tips a week now: Monday, Wednesday, Friday, Sunday\. The next comes today/,
      [1, 0, 1, 0, 1, 0, 1, 1],
    ],
    ['MOINS', /four tips a week/, [1, 0, 1, 0, 1, 0, 1, 1]],
    ['WEEKLY', /one tip a week from now on, the next today/, [1, 0, 0, 0, 0, 0, 0, 1]],
    ['HEBDO', /one tip a week/, [1, 0, 0, 0, 0, 0, 0, 1]],
    ['DAILY', /one tip a day from now on, the next today/, [1, 1, 1, 1, 1, 1, 1, 1]],
  ])('%s', async (body, answer, sent) => {
    expect(await service.answerTo(body)).toMatch(answer);
    const days = Array.from({ length: 8 }, (_, day) => `2030-01-${String(7 + day).padStart(2, '0')}`);
    const came = [];
    for (const day of days) came.push(await tipsAt(`${day}T14:00:00Z`));
    expect(came).toEqual(sent);
    if (body === 'DAILY') return;
    const states = await service.stores.tips.readStates([{ id, date: '2030-01-08' }]);
    expect(states.get(id)).toBe('skipped');
  });

  it('DAILY brings them back, and says when', async () => {
    await service.text('WEEKLY');
    expect(await tipsAt('2030-01-07T14:00:00Z')).toBe(1);
    expect(await service.answerTo('QUOTIDIEN')).toMatch(/the next tomorrow/);
    expect(await tipsAt('2030-01-08T14:00:00Z')).toBe(1);
  });

  it('TIP gives one on any day', async () => {
    await service.text('LESS');
    service.clock.set('2030-01-08T12:00:00Z');
    expect(await service.answerTo('TIP')).toContain(tipOfDay(1)?.sms);
  });
});

describe('what is said of a tip', () => {
  const nextTip = async (date: string) => {
    service.clock.set(`${date}T12:00:00Z`);
    await service.text('TIP');
    return (await service.profile())?.lastTip?.tip;
  };

  it('before one has come is answered by how to get one', async () => {
    expect(await service.answerTo('HELPED')).toMatch(/no tip yet.*TIP/);
  });

  it.each([
    ['HELPED', /kind come first/, '08-cardio', '05-prolonged-rest'],
    ['UTILE', /kind come first/, '08-cardio', '05-prolonged-rest'],
    ['SKIP', /put aside/, '08-cardio', '05-prolonged-rest'],
    ['PASSE', /put aside/, '08-cardio', '05-prolonged-rest'],
    ['NOTFORME', /No more tips of that kind/, '08-cardio', '06-not-too-fast'],
    ['PASPOURMOI', /No more tips of that kind/, '08-cardio', '06-not-too-fast'],
  ])('%s', async (body, answer, second, third) => {
    await nextTip('2030-01-07');
    expect(await nextTip('2030-01-08')).toBe(second);
    expect(await service.answerTo(body)).toMatch(answer);
    expect(await nextTip('2030-01-09')).toBe(third);
  });

  it('HELPED of a tip that has no relative promises none', async () => {
    expect(await nextTip('2030-01-07')).toBe('35-education');
    expect(await service.answerTo('HELPED')).toMatch(/No other tip is/);
    await service.text('FRANCAIS');
    expect(await service.answerTo('UTILE')).toMatch(/d'autre du genre/);
  });

  it('HELPED after NOTFORME takes it back', async () => {
    await nextTip('2030-01-07');
    await nextTip('2030-01-08');
    await service.text('NOTFORME');
    await service.text('HELPED');
    expect(await nextTip('2030-01-09')).toBe('05-prolonged-rest');
  });

  /** The tips that come until the programme has been through. */
  const allTips = async () => {
    const came = [];
    for (let day = 0; day < 37; day += 1) {
      const date = new Date(Date.UTC(2030, 0, 7 + day)).toISOString().slice(0, 10);
      came.push(await nextTip(date));
    }
    return came;
  };

  it.each([
    ["I don't smoke", /No tips about smoking/],
    ['btw I have never smoked, thanks', /No tips about smoking/],
    ['Je ne fume pas', /No tips about smoking/],
  ])('%j: the tip for smokers never comes, all others do', { timeout: 30_000 }, async (body, answer) => {
    expect(await service.answerTo(body)).toMatch(answer);
    const came = await allTips();
    expect(came).not.toContain('31-smoking');
    expect(new Set(came).size).toBe(firstProgramme().tips.length - 1);
  });

  it('of whoever smokes less in bad weeks is a note, and the tip comes', { timeout: 30_000 }, async () => {
    expect(await service.answerTo("I don't smoke when it hurts")).toMatch(/noted in your diary/);
    expect(await allTips()).toContain('31-smoking');
  });

  it('is in French for those who speak it', async () => {
    await service.text('FRANCAIS');
    expect(await service.answerTo('je ne fume plus')).toMatch(/Aucun conseil sur le tabac/);
    await nextTip('2030-01-07');
    await nextTip('2030-01-08');
    expect(await service.answerTo('UTILE')).toMatch(/Les conseils de ce genre viendront d'abord/);
    expect(await service.answerTo('MOINS')).toMatch(/quatre conseils par semaine/);
  });
});
