import { describe, expect } from 'vitest';
import { sizeOf } from '../../../content/build/text-size.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { isAllowedTime } from '../../../shared/domain/time/sending-window.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { ana, contentsOf, createService, jo, type Service } from '../../support/replies.ts';
import { aSubscriber, pepper } from '../../support/subscribers.ts';

const dayMinutes = 1440;
let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
});

const consents = async () =>
  (await contentsOf(table)).filter(({ SK }) => String(SK).startsWith('CONSENT#')).map(({ act, where }) => [act, where]);

describe('JOIN', () => {
  it.each(['JOIN', 'join', 'Start', 'SUBSCRIBE', 'unstop'])('%s from a new number begins it', async (body) => {
    const answer = await service.answerTo(body);
    for (const word of [/Backbeat/, /HELP/, /STOP/, /rates may apply/, /9 am/, /today/]) expect(answer).toMatch(word);
    expect(await service.profile()).toMatchObject({
      status: 'active',
      phone: { number: ana },
      tipsBy: 'sms',
      zone: 'America/New_York',
      time: '09:00',
    });
    expect(await consents()).toEqual([['given', 'sms']]);
  });

  it('after the time of day says that the first tip comes tomorrow', async () => {
    service.clock.set('2030-01-07T14:00:00Z');
    expect(await service.answerTo('JOIN')).toMatch(/the first tomorrow/);
  });

  it('of somebody who has joined says so, and changes nothing but the count of answers', async () => {
    await service.text('JOIN');
    const before = await service.profile();
    expect(await service.answerTo('JOIN')).toMatch(/signed up already/);
    expect(await service.profile()).toEqual(before);
  });

  it('with an address asks that mailbox, and sends no tip anywhere before it confirms', async () => {
    expect(await service.answerTo('JOIN ana@example.org')).toMatch(/press its button/);
    const profile = await service.profile();
    expect(profile).toMatchObject({ tipsBy: 'email', pendingMailbox: { address: 'ana@example.org' } });
    expect(profile?.mailbox).toBeUndefined();
    expect(service.jobs).toEqual([{ kind: 'confirmation', id: profile?.id, epoch: profile?.epoch }]);
  });

  it('by mail from somebody unknown sends them to the page where they can see what they agree to', async () => {
    expect((await service.mail('JOIN')).join()).toMatch(/https:\/\/backbeat\.example\.org/);
    expect(await service.profile(jo)).toBeUndefined();
  });

  it('by mail from a mailbox that was to confirm is a confirmation: only its owner can have sent it', async () => {
    await service.enrolment.signUpByEmail({
      address: jo,
      language: 'en',
      zone: 'Europe/London',
      time: '09:00',
      consent: { version: '1', where: 'web', at: service.clock.now() },
    });
    expect((await service.mail('PAIN 6')).join()).toMatch(/no subscription for this mailbox/);
    await service.mail('JOIN');
    const profile = await service.profile(jo);
    expect(profile).toMatchObject({ status: 'active', mailbox: { address: jo }, tipsBy: 'email' });
    expect(profile?.pendingMailbox).toBeUndefined();
  });
});

describe('JOIN with an hour and a language, as the sign-up page writes it', () => {
  it.each([
    ['JOIN 7PM', { time: '19:00', language: 'en' }, /7 pm New York/],
    ['JOIN FR', { time: '09:00', language: 'fr' }, /9h00/],
    ['JOIN FR 7PM', { time: '19:00', language: 'fr' }, /19h00/],
    ['INSCRIPTION 19h', { time: '19:00', language: 'fr' }, /19h00/],
    ['JOIN 8PM', { time: '19:55' }, /7:55 pm/],
    ['JOIN 6am', { time: '08:00' }, /8 am/],
    ['JOIN 7:03 pm', { time: '19:05' }, /7:05 pm/],
  ])('%s begins it so, and the welcome names the hour', async (body, settings, named) => {
    expect(await service.answerTo(body)).toMatch(named);
    expect(await service.profile()).toMatchObject({ status: 'active', ...settings });
  });

  it('keeps to the hours that are open wherever the number may be', async () => {
    const mapless = '+18505550123';
    await service.text('JOIN 8AM', { from: mapless });
    const profile = await service.profile(mapless);
    expect(isAllowedTime(profile?.zoneCandidates ?? [], profile?.time ?? '', service.clock.now())).toBe(true);
  });

  it('moves the tips of somebody who has joined, and is answered in the language named', async () => {
    await service.text('JOIN');
    expect(await service.answerTo('JOIN FR 7PM')).toMatch(/19h00/);
    expect(await service.profile()).toMatchObject({ time: '19:00', language: 'fr' });
    expect(await consents()).toHaveLength(1);
  });

  it('holds for somebody who comes back; the word alone leaves their hour as it was', async () => {
    await service.text('JOIN 10:30am');
    await service.text('STOP');
    await service.text('JOIN');
    expect(await service.profile()).toMatchObject({ status: 'active', time: '10:30' });
    await service.text('STOP');
    expect(await service.answerTo('JOIN FR 7PM')).toMatch(/19h00/);
    expect(await service.profile()).toMatchObject({ status: 'active', time: '19:00', language: 'fr' });
  });

  it('delivered twice does nothing twice: an hour that was changed since stays', async () => {
    await service.text('JOIN 7PM', { id: 'SM1' });
    await service.text('TIME 10am');
    await service.text('JOIN 7PM', { id: 'SM1' });
    expect(await service.profile()).toMatchObject({ time: '10:00' });
  });
});

describe('JOIN or START after STOP', () => {
  it('takes up the same diary where it stopped, as new consent', async () => {
    await service.text('JOIN');
    await service.text('TIME 10:30');
    await service.text('PAIN 6');
    const { epoch } = (await service.profile()) ?? {};
    service.after(60);
    await service.text('STOP');
    service.after(60);
    expect(await service.answerTo('START')).toMatch(/welcome back.*10:30 am.*the next today/);
    expect(await service.profile()).toMatchObject({ status: 'active', epoch, time: '10:30' });
    expect(await service.scores()).toEqual([['2030-01-07', 6]]);
    expect((await consents()).map(([act]) => act)).toEqual(['given', 'withdrawn', 'given']);
  });

  it('of somebody who never answered but left yesterday keeps their time: they were heard from', async () => {
    await service.text('JOIN');
    await service.text('TIME 10:30');
    const { epoch } = (await service.profile()) ?? {};
    service.after(100 * dayMinutes);
    await service.text('STOP');
    service.after(dayMinutes);
    await service.text('START');
    expect(await service.profile()).toMatchObject({ epoch, time: '10:30' });
  });

  it('by mail brings tips by mail, never texts that were not asked for', async () => {
    await service.text('JOIN ana@example.org');
    const { id = '', epoch = '' } = (await service.profile()) ?? {};
    await service.stores.subscribers.putAlias(pseudonymOf(pepper, 'email', jo), id);
    await service.text('SMS');
    await service.text('STOP');
    await service.mail('JOIN');
    expect(await service.profile()).toMatchObject({
      status: 'active',
      epoch,
      tipsBy: 'email',
      mailbox: { address: jo },
    });
  });

  it('with a new address sends nothing to the mailbox of before', async () => {
    const before = aSubscriber({ mailbox: { address: jo }, tipsBy: 'email', status: 'stopped', stopReason: 'opt-out' });
    await service.stores.subscribers.save(before, undefined);
    await service.stores.subscribers.putAlias(pseudonymOf(pepper, 'email', jo), before.id);
    await service.text('JOIN new@example.org');
    const profile = await service.profile();
    expect(profile).toMatchObject({
      status: 'active',
      tipsBy: 'email',
      pendingMailbox: { address: 'new@example.org' },
    });
    expect(profile?.mailbox).toBeUndefined();
    expect(await service.profile(jo)).toBeUndefined();
  });
});

describe('a stranger', () => {
  it.each([
    ['PAIN 6', /no subscription/],
    ['hello?', /no subscription/],
    ['HELP', /help@backbeat\.example\.org/],
    ['I want to die', /988/],
  ])('who texts "%s" is answered, and nothing of it is kept but a count', async (body, expected) => {
    expect(await service.answerTo(body)).toMatch(expected);
    const [page, ...others] = await contentsOf(table);
    expect(others).toEqual([]);
    expect(page).toMatchObject({ SK: 'DAY#2030-01-07#-', ttl: expect.any(Number) });
    const kept = Object.entries(page ?? {}).filter(([name]) => name.startsWith('r#'));
    expect(kept.map(([, reply]) => Object.keys(Object(reply)).sort())).toEqual([['c', 'k', 'q', 't']]);
  });

  it.each(['STOP', 'stop texting me', 'wrong number'])('who texts "%s" gets no answer', async (body) => {
    expect(await service.text(body)).toEqual([]);
    expect(await contentsOf(table)).toEqual([]);
  });

  it('who texts for ever fills no page', async () => {
    const lengths = [];
    for (let index = 0; index < 60; index += 1) lengths.push((await service.text('hello')).length);
    expect(lengths.filter((length) => length > 0)).toHaveLength(20);
    const [page] = await contentsOf(table);
    expect(Object.keys(page ?? {}).filter((name) => name.startsWith('r#')).length).toBeLessThan(45);
  });
});

describe('HELP', () => {
  it.each(['HELP', 'info', 'AIDE', 'help me'])(
    '%s says who we are, how to reach us, what it costs, how to leave',
    async (body) => {
      await service.text('JOIN');
      const answer = await service.answerTo(body);
      for (const word of [/Backbeat/, /help@/, /a day/, /rates/, /STOP/]) expect(answer).toMatch(word);
      expect(sizeOf(answer).segments).toBeLessThanOrEqual(2);
    },
  );
});
