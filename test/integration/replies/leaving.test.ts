import { beforeEach, describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { contentsOf, createService, jo, type Service } from '../../support/replies.ts';
import { createWorker } from '../../support/sending.ts';
import { aSubscriber, pepper } from '../../support/subscribers.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  await service.text('JOIN');
});

const withMailbox = async () => {
  const profile = await service.profile();
  if (!profile) throw new Error('Ana has joined');
  await service.stores.subscribers.save({ ...profile, mailbox: { address: jo } }, profile);
  await service.stores.subscribers.putAlias(pseudonymOf(pepper, 'email', jo), profile.id);
};

describe('STOP', () => {
  it.each(['STOP', 'stopall', 'Unsubscribe', 'CANCEL', 'END', 'quit', 'REVOKE', 'OPTOUT'])(
    '%s, which Twilio answers itself, ends it without a word of ours',
    async (body) => {
      expect(await service.text(body)).toEqual([]);
      expect(await service.profile()).toMatchObject({ status: 'stopped', stopReason: 'opt-out' });
    },
  );

  it('is answered by us where Twilio does not (docs/facts.md#c5)', async () => {
    const redacted = createService(table, { carrierAnswersOptOut: false });
    expect(await redacted.answerTo('STOP', { id: 'redacted' })).toMatch(/unsubscribed/);
  });

  it.each(['STOP PLEASE', 'opt out', 'please stop texting me', 'please remove me', 'ARRÊT', 'DESABONNER'])(
    '%s ends it and is confirmed, once',
    async (body) => {
      expect(await service.text(body)).toEqual([expect.stringMatching(/unsubscribed/)]);
      expect(await service.profile()).toMatchObject({ status: 'stopped', stopReason: 'opt-out' });
      expect(await service.text(body)).toEqual([]);
    },
  );

  it.each(['how do I stop the pain?', 'pain stopped me from sleeping', 'wrong number, I meant 5'])(
    '"%s" is none',
    async (body) => {
      await service.text(body);
      expect((await service.profile())?.status).toBe('active');
    },
  );

  it('by mail stops the texts too, and by text the mails', async () => {
    await withMailbox();
    expect((await service.mail('STOP')).join()).toMatch(/unsubscribed/);
    expect((await service.profile())?.status).toBe('stopped');
    await service.text('JOIN');
    await service.text('STOP');
    expect((await service.profile(jo))?.status).toBe('stopped');
  });

  it('calls off a mailbox that was asked to confirm: no mail to it, and its link opens nothing', async () => {
    await service.text('EMAIL jo@example.org');
    await service.text('STOP');
    expect((await service.profile())?.pendingMailbox).toBeUndefined();
  });

  it('with a score logs the score', async () => {
    await service.text('PAIN 6. STOP');
    expect((await service.profile())?.status).toBe('stopped');
    expect(await service.scores()).toEqual([['2030-01-07', 6]]);
  });

  it('stored before a tip is claimed means that it is not sent', async () => {
    const { id = '' } = (await service.profile()) ?? {};
    service.clock.set('2030-01-07T14:00:00Z');
    await service.text('stop sending me tips');
    const worker = createWorker(table, service.clock);
    const members = [{ id, date: '2030-01-07' }];
    await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members }, 'm1');
    expect(worker.sent).toEqual([]);
  });
});

describe('after STOP', () => {
  beforeEach(async () => {
    await service.text('PAIN 6');
    await service.text('please stop');
  });

  it.each(['ok thanks', 'about 5 or 6', '👍', 'STOP', 'unsubscribe me please'])(
    'there is no answer to "%s"',
    async (body) => {
      expect(await service.text(body)).toEqual([]);
      expect(await service.notes()).toEqual([]);
    },
  );

  it.each(['PAIN 4', 'TIME 10am', 'ZONE Paris', 'TIP', 'MORE', 'FIX 3', 'UNDO', 'PAUSE 3', 'EMAIL jo@example.org'])(
    '%s changes nothing, and says so',
    async (body) => {
      const before = await service.profile();
      expect(await service.answerTo(body)).toMatch(/unsubscribed, so nothing was stored/);
      expect(await service.profile()).toEqual(before);
      expect(await service.scores()).toEqual([['2030-01-07', 6]]);
      expect(service.jobs).toEqual([]);
    },
  );

  it.each([
    ['HELP', /help@/],
    ['DIARY', /\/diary\//],
    ['EXPORT', /\/diary\//],
    ['ERASE', /text ERASE [A-Z2-9]{4}/],
    ['I want to die', /988/],
  ])('%s is still answered', async (body, expected) => {
    expect(await service.answerTo(body)).toMatch(expected);
    expect((await service.profile())?.status).toBe('stopped');
  });

  it.each(['PAIN 4', 'TIME 10am', 'DIARY', 'TIP'])(
    'nothing is said to %s of before, when it is delivered again',
    async (body) => {
      await service.text('JOIN');
      await service.text(body, { id: 'again' });
      await service.text('please stop');
      const before = await contentsOf(table);
      expect(await service.text(body, { id: 'again' })).toEqual([]);
      expect(await contentsOf(table)).toEqual(before);
    },
  );
});

describe('safety', () => {
  it('is answered beside an opt-out: "STOP, I want to die" is both', async () => {
    const answers = await service.text('STOP, I want to die');
    expect(answers.join('\n')).toMatch(/988/);
    expect((await service.profile())?.status).toBe('stopped');
    expect(service.logged).toContainEqual({
      event: 'safety-answered',
      fields: { id: (await service.profile())?.id, reason: 'crisis' },
    });
  });

  it('is answered whatever else the text says, and the score in it is logged', async () => {
    expect(await service.answerTo('pain 8 and numb between my legs, cannot pee')).toMatch(/911/);
    expect(await service.scores()).toEqual([['2030-01-07', 8]]);
  });

  it.each([
    ['before the slot', '2030-01-07T12:00:00Z', '2030-01-07'],
    ['after the tip', '2030-01-07T15:00:00Z', '2030-01-08'],
  ])('pauses the next tip (%s)', async (_when, now, until) => {
    service.clock.set(now);
    await service.text('I cannot feel my legs');
    expect((await service.profile())?.pausedUntil).toBe(until);
  });

  it('does not pause again when it is delivered again the next day', async () => {
    await service.text('pain 8, I cannot feel my legs', { id: 'again' });
    const before = await contentsOf(table);
    service.after(1440);
    expect((await service.text('pain 8, I cannot feel my legs', { id: 'again' })).join()).toMatch(/911/);
    expect(await contentsOf(table)).toEqual(before);
  });

  it('does not shorten a pause', async () => {
    await service.text('PAUSE 7');
    await service.text('I want to die');
    expect((await service.profile())?.pausedUntil).toBe('2030-01-13');
  });

  it('is answered with the numbers of the country', async () => {
    expect(await service.answerTo('I want to die', { from: '+33612345678', country: 'FR' })).toMatch(/3114|112|15/);
  });

  it('is never held back, however much was said that day', async () => {
    for (let index = 0; index < 25; index += 1) await service.text('hello');
    expect(await service.text('hello')).toEqual([]);
    expect((await service.text('I want to die')).join()).toMatch(/988/);
    expect(service.logged).toContainEqual({
      event: 'answer-held-back',
      fields: { id: aSubscriber().id, reason: 'too-many-today' },
    });
  });
});
