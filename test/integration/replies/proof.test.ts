import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { contentsOf, createService, jo, type Service } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  await service.text('JOIN');
  const profile = await service.profile();
  if (!profile) throw new Error('Ana has joined');
  await service.stores.subscribers.save({ ...profile, mailbox: { address: jo }, tipsBy: 'email' }, profile);
  await service.stores.subscribers.putAlias(pseudonymOf(pepper, 'email', jo), profile.id);
});

/** Mail to the reply address of a forwarded tip, from anywhere. */
const forwarded = async (body: string): Promise<string> => (await service.mail(body, { proof: 'token' })).join('\n');

describe('somebody to whom a tip was forwarded', () => {
  it.each(['EMAIL mal@evil.example', 'JOIN mal@evil.example', 'JOIN', 'SMS', 'DIARY', 'EXPORT', 'ERASE', 'ERASE K7QX'])(
    'is refused %s, and told how the owner can do it',
    async (body) => {
      const before = await service.profile();
      expect(await forwarded(body)).toMatch(/write from your own mailbox/);
      expect(await service.profile()).toEqual(before);
      expect([service.jobs, service.erasures]).toEqual([[], []]);
    },
  );

  it('cannot delete with the word that the owner was sent', async () => {
    await service.mail('ERASE');
    const { eraseWord } = (await service.profile()) ?? {};
    expect(await forwarded(`ERASE ${eraseWord?.word}`)).toMatch(/write from your own mailbox/);
    expect((await service.profile())?.status).toBe('active');
  });

  it.each([
    ['PAIN 6', /6 is in your diary/],
    ['slept badly', /noted/],
    ['YDAY 4', /for yesterday/],
    ['MORE', /./],
    ['TIP', /Backbeat/],
    ['HELP', /help@/],
    ['PAUSE 3', /no tips until/],
    ['TIME 10:30', /10:30/],
    ['ZONE Paris', /Paris/],
  ])('is heard with %s', async (body, expected) => {
    expect(await forwarded(body)).toMatch(expected);
  });

  it('is heard with an opt-out and with a cry for help', async () => {
    expect(await forwarded('I want to die')).toMatch(/988/);
    expect(await forwarded('please stop these mails')).toMatch(/unsubscribed/);
    expect((await service.profile())?.status).toBe('stopped');
  });

  it('cannot bring back who has left', async () => {
    await service.text('STOP');
    expect(await forwarded('JOIN')).toMatch(/write from your own mailbox/);
    expect((await service.profile())?.status).toBe('stopped');
  });

  it('cannot have the diary deleted or begun anew beside an opt-out', async () => {
    await service.text('PAIN 6');
    await forwarded('wrong number');
    expect(await service.profile()).toMatchObject({ status: 'stopped', stopReason: 'opt-out' });
    expect(await service.answerTo('JOIN')).toMatch(/welcome back/);
    expect(await service.scores()).toHaveLength(1);
  });
});

describe('the subject of a mail', () => {
  const withSubject = async (words: string, body: string, isReply = false): Promise<string> =>
    (await service.mail(body, { subject: { words, isReply } })).join('\n');

  it.each([
    ['please unsubscribe me', 'Thanks, Ana', false],
    ['Please stop these mails', 'Thanks, Ana', false],
    ['unsubscribe', 'PAIN 3', false],
    ['STOP', '', true],
  ])('%s over "%s" stops everything', async (subject, body, isReply) => {
    expect(await withSubject(subject, body, isReply)).toMatch(/unsubscribed/);
    expect((await service.profile())?.status).toBe('stopped');
  });

  it('"Re: STOP" over JOIN is the answer to our goodbye', async () => {
    await service.mail('STOP');
    expect(await withSubject('STOP', 'JOIN', true)).toMatch(/welcome back/);
    expect((await service.profile())?.status).toBe('active');
  });

  it.each([
    ['I want to die', 'Please help me. Ana', false, /988/],
    ['tip - cannot pee, numb groin', 'see subject', true, /911/],
    ['I want to die', 'pain 8, cannot pee', false, /988/],
  ])('%s over "%s" is heard as a cry for help', async (subject, body, isReply, expected) => {
    expect(await withSubject(subject, body, isReply)).toMatch(expected);
  });

  it('says nothing else: the body is what is asked for', async () => {
    await withSubject('PAIN 9', 'PAIN 3');
    expect(await service.scores()).toEqual([['2030-01-07', 3]]);
  });
});

describe('what Twilio did by itself', () => {
  it.each(['CANCELAR', 'STOP PAIN', 'basta', 'ok'])('an opt-out of its own, %s, is one here', async (body) => {
    expect(await service.text(body, { carrierAct: 'STOP' })).toEqual([]);
    expect(await service.profile()).toMatchObject({ status: 'stopped', stopReason: 'opt-out' });
    expect(await service.notes()).toEqual([]);
  });

  it('START in a word of its own brings back who has left, once however often it is delivered', async () => {
    await service.text('STOP');
    service.after(60);
    for (const _delivery of [1, 2]) {
      expect(await service.text('VOLVER', { carrierAct: 'START', id: 'volver' })).toEqual([]);
      expect((await service.profile())?.status).toBe('active');
    }
    const given = (await contentsOf(table)).filter(({ act }) => act === 'given');
    expect(given).toHaveLength(2);
  });

  it('START signs nobody up that we do not know', async () => {
    await service.text('VOLVER', { carrierAct: 'START', from: '+12125550177' });
    expect(await service.profile('+12125550177')).toBeUndefined();
  });

  it('HELP is not answered twice, and is no note', async () => {
    expect(await service.text('HELP', { carrierAct: 'HELP' })).toEqual([]);
    expect(await service.text('AYUDA', { carrierAct: 'HELP' })).toEqual([]);
    expect(await service.notes()).toEqual([]);
  });

  it.each(['STOP', 'START', 'HELP'] as const)('never silences a safety answer (%s)', async (carrierAct) => {
    expect(await service.text('stop. i want to die', { carrierAct })).toEqual([expect.stringMatching(/988/)]);
  });
});

describe('a message id', () => {
  it('that comes again with another number does not get that number confirmed', async () => {
    await service.text('PAIN 3', { id: 'once' });
    expect(await service.answerTo('PAIN 9', { id: 'once' })).not.toMatch(/9 is in your diary/);
    expect(await service.answerTo('PAIN 3', { id: 'once' })).toMatch(/3 is in your diary/);
    expect((await service.scores()).map(([, score]) => score)).toEqual([3]);
  });
});

describe('after the answers of a day', () => {
  it('what changes something is confirmed, and JOIN, EXPORT and ERASE are answered, not without end', async () => {
    for (let index = 0; index < 20; index += 1) await service.text('hello');
    expect(await service.text('hello')).toEqual([]);
    expect(await service.answerTo('ERASE')).toMatch(/text ERASE/);
    expect(await service.answerTo('TIME 10:00')).toMatch(/10:00|10 am/);
    expect(await service.answerTo('JOIN')).toMatch(/signed up already/);
    expect(await service.answerTo('EXPORT')).toMatch(/https:/);
    expect(await service.text('HELP')).toEqual([]);
    for (let index = 0; index < 20; index += 1) await service.text('hello');
    expect(await service.text('EXPORT')).toEqual([]);
    expect(await service.answerTo('STOP now please')).toMatch(/unsubscribed/);
  });
});
