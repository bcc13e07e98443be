import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { signToken } from '../../../shared/domain/people/token.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../../support/enrolment.ts';
import { ana, contentsOf, createService, jo, type Service } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
});

const dayMinutes = 1440;
const signUp = (address = jo) => signUpOnPage(service, address);
const mailedToken = (address: string) => mailedTokenTo(service, address);
const unsubscribeToken = (id: string): string => service.links.unsubscribe(id).split('/').at(-1) ?? '';
const idOf = (address: string): string => pseudonymOf(pepper, address.includes('@') ? 'email' : 'sms', address);

describe('a sign-up on the web page', () => {
  it('sends nothing but a mail to confirm, and begins when its button is pressed', async () => {
    await signUp();
    expect(await service.profile(jo)).toMatchObject({ status: 'pending', signUp: { address: jo } });
    expect(service.jobs).toEqual([{ kind: 'confirmation', id: idOf(jo), epoch: expect.any(String), by: 'page' }]);
    const token = await mailedToken(jo);
    expect(await service.enrolment.readConfirmation(token)).toEqual({
      opensDiary: false,
      wish: { zone: 'Europe/London', time: '09:00', language: 'en' },
    });
    expect((await service.profile(jo))?.status).toBe('pending');
    expect(await service.enrolment.readConfirmed(token)).toBeUndefined();
    service.after(5);
    expect(await service.enrolment.confirm(token)).toBe('confirmed');
    expect(await service.enrolment.readConfirmed(token)).toMatchObject({ id: idOf(jo), zone: 'Europe/London' });
    expect(await service.profile(jo)).toMatchObject({
      status: 'active',
      mailbox: { address: jo },
      tipsBy: 'email',
      zone: 'Europe/London',
      joinedAt: service.clock.now(),
    });
    expect(service.allowed).toEqual([jo]);
    const consents = (await contentsOf(table)).filter(({ SK }) => String(SK).startsWith('CONSENT#'));
    expect(consents.map(({ act }) => act)).toEqual(['given', 'confirmed']);
  });

  it('pressed twice is confirmed twice, and one subscription', async () => {
    await signUp();
    const token = await mailedToken(jo);
    await service.enrolment.confirm(token);
    const before = await service.profile(jo);
    expect(await service.enrolment.confirm(token)).toBe('confirmed');
    expect({ ...(await service.profile(jo)), rev: 0 }).toEqual({ ...before, rev: 0 });
    expect(await service.enrolment.readConfirmation(token)).toMatchObject({ confirmed: { id: idOf(jo) } });
  });

  it.each([
    ['AccessDeniedException', 'the sandbox refuses suppression calls'],
    ['TooManyRequestsException', 'one a second is allowed'],
    ['TimeoutError', 'nothing came back'],
  ])('is confirmed though SES answers %s about its suppression list: %s', async (name) => {
    await signUp();
    const token = await mailedToken(jo);
    service.faults.beforeAllowing = () => {
      throw Object.assign(new Error(`about ${jo}`), { name });
    };
    expect(await service.enrolment.confirm(token)).toBe('confirmed');
    expect(await service.profile(jo)).toMatchObject({ status: 'active', tipsBy: 'email' });
    // Pressed again it is asked again, and matters as little.
    expect(await service.enrolment.confirm(token)).toBe('confirmed');
    const told = { event: 'suppression-list-not-cleared', fields: { error: name } };
    expect(service.logged.filter(({ event }) => event === told.event)).toEqual([told, told]);
  });

  it('of a mailbox that was asked a moment ago sends no second mail; ten minutes later it does', async () => {
    await signUp();
    await signUp();
    expect(service.jobs).toHaveLength(1);
    service.after(11);
    await signUp();
    expect(service.jobs).toHaveLength(2);
  });

  it('leaves a running subscription as it is until the mailbox confirms', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    const before = await service.profile(jo);
    service.after(60);
    await service.enrolment.signUpByEmail({
      address: jo,
      language: 'en',
      zone: 'Asia/Tokyo',
      time: '19:00',
      consent: { version: '1', where: 'web', at: service.clock.now() },
    });
    expect(await service.profile(jo)).toMatchObject({ zone: 'Europe/London', time: '09:00', status: before?.status });
  });

  it('repeated after six days is kept for another week', async () => {
    const expiry = async () => (await contentsOf(table)).find(({ SK }) => SK === 'PROFILE')?.['ttl'];
    await signUp();
    const first = await expiry();
    service.after(6 * dayMinutes);
    await signUp();
    expect(Number(await expiry()) - Number(first)).toBe(6 * 86_400);
  });

  it('after STOP begins again with the diary of before', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.mail('PAIN 3');
    await service.mail('STOP');
    expect((await service.profile(jo))?.status).toBe('stopped');
    service.after(60);
    await signUp();
    expect((await service.profile(jo))?.status).toBe('stopped');
    expect(await service.enrolment.confirm(await mailedToken(jo))).toBe('confirmed');
    expect((await service.profile(jo))?.status).toBe('active');
    expect(await service.scores(jo)).toHaveLength(1);
  });
});

describe('a confirmation link', () => {
  it('to an older address cannot confirm a newer one, nor itself any more', async () => {
    await service.text('JOIN old@example.org');
    const old = await mailedToken(ana);
    service.after(20);
    await service.text('EMAIL new@example.org');
    expect(await service.enrolment.confirm(old)).toBe('gone');
    expect((await service.profile())?.mailbox).toBeUndefined();
    await service.enrolment.confirm(await mailedToken(ana));
    expect((await service.profile())?.mailbox).toMatchObject({ address: 'new@example.org' });
  });

  it.each([
    ['forged', (token: string) => `${token.slice(0, -2)}${token.endsWith('aa') ? 'bb' : 'aa'}`],
    ['of another purpose', () => unsubscribeToken(idOf(jo))],
    [
      'signed with another key',
      () => signToken(['another key'], { purpose: 'confirm', id: idOf(jo), epoch: 'abcdefgh', expiresAt: 0 }),
    ],
  ])('that is %s opens nothing', async (_what, change) => {
    await signUp();
    const token = change(await mailedToken(jo));
    expect(await service.enrolment.readConfirmation(token)).toBeUndefined();
    expect(await service.enrolment.confirm(token)).toBe('gone');
    expect((await service.profile(jo))?.status).toBe('pending');
  });

  it('after a week is too old', async () => {
    await signUp();
    const token = await mailedToken(jo);
    service.after(7 * dayMinutes + 61);
    expect(await service.enrolment.confirm(token)).toBe('gone');
  });

  it('after STOP opens nothing: whoever left does not come back by an old mail', async () => {
    await service.text('JOIN jo@example.org');
    const token = await mailedToken(ana);
    await service.text('STOP');
    expect(await service.enrolment.confirm(token)).toBe('gone');
    expect((await service.profile())?.status).toBe('stopped');
  });
});

describe('a confirmation link after its mailbox left', () => {
  const confirmed = async (): Promise<string> => {
    await signUp();
    const token = await mailedToken(jo);
    await service.enrolment.confirm(token);
    service.after(5);
    return token;
  };

  it.each([
    ['by mail', () => service.mail('STOP')],
    ['by one click', () => service.enrolment.unsubscribe(unsubscribeToken(idOf(jo)))],
    ['at its provider', () => service.changes.stop(idOf(jo), 'complaint', 'provider')],
  ])('%s opens nothing, and a newer one does', async (_how, leave) => {
    const old = await confirmed();
    await leave();
    expect(await service.enrolment.readConfirmation(old)).toBeUndefined();
    expect(await service.enrolment.confirm(old)).toBe('gone');
    expect((await service.profile(jo))?.status).toBe('stopped');
    service.after(60);
    await signUp();
    expect(await service.enrolment.confirm(old)).toBe('gone');
    expect(await service.enrolment.confirm(await mailedToken(jo))).toBe('confirmed');
    expect((await service.profile(jo))?.status).toBe('active');
  });

  it('by text opens nothing', async () => {
    await service.text('JOIN jo@example.org');
    const token = await mailedToken(ana);
    await service.enrolment.confirm(token);
    await service.text('STOP');
    expect(await service.enrolment.confirm(token)).toBe('gone');
    expect((await service.profile())?.status).toBe('stopped');
  });

  it('opens nothing though it was mailed for a phone, if that was before', async () => {
    await confirmed();
    await service.mail('PAIN 3');
    await service.text('JOIN jo@example.org');
    const token = await mailedToken(ana);
    service.after(5);
    await service.mail('STOP');
    expect(await service.enrolment.readConfirmation(token)).toBeUndefined();
    expect(await service.enrolment.confirm(token)).toBe('gone');
    expect((await service.profile(jo))?.status).toBe('stopped');
  });

  it('is called off too when somebody who has left is asked back, and leaves again', async () => {
    await confirmed();
    await service.mail('STOP');
    await signUp();
    service.after(20);
    await signUp();
    const token = await mailedToken(jo);
    await service.enrolment.unsubscribe(unsubscribeToken(idOf(jo)));
    expect(await service.enrolment.confirm(token)).toBe('gone');
    expect(await service.profile(jo)).toMatchObject({ status: 'stopped', stopReason: 'opt-out' });
  });

  it('asked for twice is good in both mails', async () => {
    await signUp();
    const first = await mailedToken(jo);
    service.after(20);
    await signUp();
    expect(await service.enrolment.confirm(first)).toBe('confirmed');
  });

  it('pressed again later does not bring the tips back to the mailbox', async () => {
    await service.text('JOIN jo@example.org');
    const token = await mailedToken(ana);
    await service.enrolment.confirm(token);
    await service.text('SMS');
    expect(await service.enrolment.confirm(token)).toBe('confirmed');
    expect((await service.profile())?.tipsBy).toBe('sms');
  });
});

describe('what the owner of a mailbox is told before they press', () => {
  it('is which phone asked, and that it will read the diary that is there', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.mail('PAIN 3');
    await service.text('JOIN jo@example.org');
    expect(await service.enrolment.readConfirmation(await mailedToken(ana))).toEqual({
      asker: { kind: 'phone', ending: '01' },
      opensDiary: true,
    });
  });

  it('is which phone asked, where there is no diary yet', async () => {
    await service.text('JOIN jo@example.org');
    expect(await service.enrolment.readConfirmation(await mailedToken(ana))).toEqual({
      asker: { kind: 'phone', ending: '01' },
      opensDiary: false,
    });
  });

  it('is which mailbox asked, masked', async () => {
    await signUp('mal@evil.example');
    await service.enrolment.confirm(await mailedToken('mal@evil.example'));
    await service.mail('EMAIL jo@example.org', { from: 'mal@evil.example' });
    expect(await service.enrolment.readConfirmation(await mailedToken('mal@evil.example'))).toEqual({
      asker: { kind: 'mailbox', masked: 'm***@evil.example' },
      opensDiary: false,
    });
  });
});

describe('confirmation mails to one mailbox', () => {
  it('are three a day at most, however often the form asks', async () => {
    for (let index = 0; index < 20; index += 1) {
      await signUp();
      service.after(11);
    }
    expect(service.jobs).toHaveLength(3);
    service.after(dayMinutes);
    await signUp();
    expect(service.jobs).toHaveLength(4);
  });

  it('are three a day at most, however many phones ask, under whatever tag', async () => {
    for (let index = 10; index < 40; index += 1) {
      await service.text(`JOIN jo+${index % 4}@example.org`, { from: `+121255501${index}` });
    }
    expect(service.jobs).toHaveLength(3);
    await signUp();
    expect(service.jobs).toHaveLength(3);
    expect(service.logged).toContainEqual({
      event: 'confirmation-held-back',
      fields: { id: expect.any(String), reason: 'too-many-today' },
    });
  });

  it('are three a day at most, even asked for at one instant', async () => {
    const phones = Array.from({ length: 12 }, (_, index) => `+1212555${String(2000 + index)}`);
    await Promise.all(phones.map((from) => service.text('JOIN jo@example.org', { from })));
    expect(service.jobs.length).toBeGreaterThan(0);
    expect(service.jobs.length).toBeLessThanOrEqual(3);
  });

  it('count one text once, however often it is delivered', async () => {
    for (let index = 0; index < 5; index += 1) await service.text('JOIN jo@example.org', { id: 'again' });
    await service.text('EMAIL other@example.org');
    service.after(20);
    await service.text('EMAIL jo@example.org');
    expect(service.jobs.length).toBeGreaterThanOrEqual(3);
    const counted = (await contentsOf(table)).filter(({ SK }) => SK === 'REQUESTS');
    expect(counted.map(({ asked }) => Object.keys(Object(asked)).length).sort()).toEqual([1, 2]);
    expect(JSON.stringify(counted)).not.toContain('example.org');
  });
});

describe('a phone that names a mailbox', () => {
  it('nobody had: both are one person, on both channels', async () => {
    await service.text('JOIN jo@example.org');
    await service.enrolment.confirm(await mailedToken(ana));
    await service.text('PAIN 5');
    await service.mail('PAIN 3');
    expect((await service.scores(jo)).map(([, score]) => score)).toEqual([5, 3]);
    expect((await service.profile(jo))?.id).toBe(idOf(ana));
    expect(await service.profile()).toMatchObject({ tipsBy: 'email', mailbox: { address: jo } });
  });

  it('that was signed up and never confirmed takes it over', async () => {
    await signUp();
    await service.text('JOIN jo@example.org');
    expect(await service.enrolment.confirm(await mailedToken(ana))).toBe('confirmed');
    expect((await service.profile(jo))?.id).toBe(idOf(ana));
  });

  it('with a diary, and has none itself, joins the mailbox', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.mail('PAIN 3');
    await service.text('JOIN jo@example.org');
    expect(await service.enrolment.confirm(await mailedToken(ana))).toBe('confirmed');
    await service.text('PAIN 5');
    expect(await service.profile(ana)).toMatchObject({ id: idOf(jo), phone: { number: ana }, status: 'active' });
    expect((await service.scores(jo)).map(([, score]) => score)).toEqual([3, 5]);
  });

  it('with a diary, knows what the phone said before: delivered again it does nothing', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.mail('PAIN 3');
    await service.text('JOIN jo@example.org', { id: 'join' });
    await service.text('MORE', { id: 'more' });
    await service.enrolment.confirm(await mailedToken(ana));
    const profile = await service.profile(ana);
    expect(profile?.id).toBe(idOf(jo));
    await service.text('JOIN jo@example.org', { id: 'join' });
    await service.text('MORE', { id: 'more' });
    expect(await service.profile(ana)).toEqual(profile);
    expect(await service.scores(jo)).toHaveLength(1);
  });

  it('with a diary, does not finish again what the phone asked for last', async ({ table }) => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.mail('PAIN 3');
    await service.text('JOIN');
    await service.text('EMAIL jo@example.org', { id: 'email' });
    await service.enrolment.confirm(await mailedToken(ana));
    const before = await contentsOf(table);
    await service.text('EMAIL jo@example.org', { id: 'email' });
    expect(await contentsOf(table)).toEqual(before);
  });

  it('without a diary, and has one itself, becomes its mailbox', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.text('JOIN jo@example.org');
    await service.text('PAIN 5');
    expect(await service.enrolment.confirm(await mailedToken(ana))).toBe('confirmed');
    expect((await service.profile(jo))?.id).toBe(idOf(ana));
    expect((await service.scores(jo)).map(([, score]) => score)).toEqual([5]);
  });

  it('with a diary, as it has itself: nothing changes, the person is asked', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.mail('PAIN 3');
    await service.text('JOIN jo@example.org');
    await service.text('PAIN 5');
    expect(await service.enrolment.confirm(await mailedToken(ana))).toBe('both-have-diaries');
    expect((await service.scores(jo)).map(([, score]) => score)).toEqual([3]);
    expect((await service.scores(ana)).map(([, score]) => score)).toEqual([5]);
  });

  it('after a tip by text gets no second tip that day by mail', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.mail('PAIN 3');
    await service.text('JOIN jo@example.org');
    await service.text('TIP');
    await service.enrolment.confirm(await mailedToken(ana));
    expect((await service.profile(jo))?.lastTip).toMatchObject({ date: '2030-01-07', owner: 'reply' });
  });

  it('that is being deleted does not bring back what was deleted', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.mail('PAIN 3');
    await service.text('JOIN jo@example.org');
    const token = await mailedToken(ana);
    await service.mail('ERASE');
    await service.mail(`ERASE ${(await service.profile(jo))?.eraseWord?.word}`);
    expect(await service.enrolment.confirm(token)).toBe('gone');
    expect((await service.profile(jo))?.status).toBe('erasing');
  });

  it('instead of an earlier one: the earlier one is nobody’s any more', async () => {
    await service.text('JOIN jo@example.org');
    await service.enrolment.confirm(await mailedToken(ana));
    await service.text('EMAIL new@example.org');
    await service.enrolment.confirm(await mailedToken(ana));
    expect(await service.profile(jo)).toBeUndefined();
    await signUp();
    expect((await service.profile(jo))?.status).toBe('pending');
  });
});

describe('an unsubscribe link', () => {
  it.each([ana, jo])('of %s stops every channel, as often as it is pressed, for ever', async (address) => {
    await service.text('JOIN jo@example.org');
    await service.enrolment.confirm(await mailedToken(ana));
    const token = unsubscribeToken(idOf(address));
    service.after(3000 * dayMinutes);
    expect(await service.enrolment.canUnsubscribe(token)).toBe(true);
    expect((await service.profile())?.status).toBe('active');
    for (const _press of [1, 2]) expect(await service.enrolment.unsubscribe(token)).toBe(true);
    expect(await service.profile()).toMatchObject({ status: 'stopped', stopReason: 'opt-out' });
    const acts = (await contentsOf(table)).filter(({ act }) => act === 'withdrawn');
    expect(acts.map(({ where }) => where)).toEqual(['web']);
  });

  it('of an earlier enrolment still works, and of nobody does no harm', async () => {
    await service.text('JOIN');
    await service.text('wrong number');
    await service.text('JOIN');
    expect(await service.enrolment.unsubscribe(unsubscribeToken(idOf(ana)))).toBe(true);
    expect((await service.profile())?.status).toBe('stopped');
    expect(await service.enrolment.unsubscribe(unsubscribeToken(idOf('nobody@example.org')))).toBe(true);
  });

  it('that is forged does nothing', async () => {
    await service.text('JOIN');
    const token = unsubscribeToken(idOf(ana));
    const forged = `${token.slice(0, -2)}${token.endsWith('aa') ? 'bb' : 'aa'}`;
    expect(await service.enrolment.unsubscribe(forged)).toBe(false);
    expect((await service.profile())?.status).toBe('active');
  });
});
