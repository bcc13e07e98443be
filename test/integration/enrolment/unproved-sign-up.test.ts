import { describe, expect } from 'vitest';
import type { SignUpWish } from '../../../shared/domain/people/subscriber.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../../support/enrolment.ts';
import { ana, createService, jo, type Service } from '../../support/replies.ts';

let service: Service;
it.beforeEach(async ({ table }) => {
  service = createService(table);
});

const strangers: SignUpWish = { zone: 'Asia/Tokyo', time: '19:30', language: 'fr' };
const fillIn = (wish: SignUpWish = strangers, address = jo) => signUpOnPage(service, address, wish);
const tokenFor = (by: 'page' | 'reply', address = ana) => mailedTokenTo(service, address, by);

/** Ana texts, and gets her tips by mail. */
const joinWithMailbox = async (): Promise<void> => {
  await service.text(`JOIN ${jo}`);
  await service.enrolment.confirm(await tokenFor('reply'));
  service.after(1);
};

const without = (subscriber: Awaited<ReturnType<Service['profile']>>) => ({ ...subscriber, rev: 0, signUp: undefined });

describe('a form that a stranger fills in with somebody’s mailbox', () => {
  it.each([
    ['has left', 'STOP'],
    ['has turned to texts', 'SMS'],
    ['gets tips there', 'TIME 10:00'],
  ])('changes nothing of whom it is, who %s', async (_who, said) => {
    await joinWithMailbox();
    await service.text(said);
    const before = await service.profile();
    await fillIn();
    expect(without(await service.profile())).toEqual(without(before));
  });

  it('does not ring at 5:30 in the morning after START', async () => {
    await joinWithMailbox();
    await service.text('SMS');
    await service.text('STOP');
    await fillIn();
    await service.text('START');
    expect(await service.profile()).toMatchObject({ zone: 'America/New_York', time: '09:00', language: 'en' });
    expect(await service.answerTo('I want to die')).toContain('988');
  });

  it('leaves the link good that was mailed to the mailbox they named themselves', async () => {
    await joinWithMailbox();
    await service.text('EMAIL new@example.org');
    const own = await tokenFor('reply');
    service.after(20);
    await fillIn();
    expect((await service.profile())?.pendingMailbox?.address).toBe('new@example.org');
    expect(await service.enrolment.confirm(own)).toBe('confirmed');
    expect((await service.profile())?.mailbox?.address).toBe('new@example.org');
  });

  it('is taken at its word by the confirmation, and leaves what they asked for by text waiting', async () => {
    await joinWithMailbox();
    await service.text('EMAIL new@example.org');
    const own = await tokenFor('reply');
    await fillIn();
    expect(await service.enrolment.confirm(await tokenFor('page'))).toBe('confirmed');
    expect(await service.profile()).toMatchObject({ ...strangers, zoneSource: 'said', mailbox: { address: jo } });
    expect(await service.enrolment.confirm(own)).toBe('confirmed');
    expect((await service.profile())?.mailbox?.address).toBe('new@example.org');
  });

  it('is forgotten with STOP', async () => {
    await joinWithMailbox();
    await fillIn();
    const token = await tokenFor('page');
    await service.text('STOP');
    expect(await service.enrolment.confirm(token)).toBe('gone');
    expect((await service.profile())?.signUp).toBeUndefined();
  });

  it('that bounces takes nothing from them but itself', async () => {
    await joinWithMailbox();
    await service.text('EMAIL new@example.org');
    await fillIn();
    const id = (await service.profile())?.id ?? '';
    await service.changes.giveUpMailbox(id, 'bounce', 'page');
    expect(await service.profile()).toMatchObject({ status: 'active', pendingMailbox: { address: 'new@example.org' } });
    expect((await service.profile())?.signUp).toBeUndefined();
    await fillIn();
    service.after(20);
    await fillIn();
    await service.changes.giveUpMailbox(id, 'bounce', 'reply');
    expect(await service.profile()).toMatchObject({ status: 'active', signUp: { address: jo } });
    expect((await service.profile())?.pendingMailbox).toBeUndefined();
  });
});

describe('a form of somebody who has not confirmed yet, and a stranger’s after it', () => {
  const own: SignUpWish = { zone: 'Europe/Paris', time: '08:30', language: 'en' };

  it('each mail gives what it was mailed for', async () => {
    await fillIn(own);
    const first = await tokenFor('page', jo);
    service.after(20);
    await fillIn();
    const second = await tokenFor('page', jo);
    expect(second).not.toBe(first);
    expect(await service.enrolment.readConfirmation(second)).toEqual({ opensDiary: false, wish: strangers });
    expect(await service.enrolment.readConfirmation(first)).toEqual({ opensDiary: false, wish: own });
    expect(await service.enrolment.confirm(first)).toBe('confirmed');
    expect(await service.profile(jo)).toMatchObject({ ...own, country: 'FR', status: 'active' });
    // The other button is spent with it.
    expect(await service.enrolment.confirm(second)).toBe('gone');
    expect(await service.profile(jo)).toMatchObject(own);
  });

  it('a wish that was not mailed opens nothing', async () => {
    await fillIn(own);
    const token = await tokenFor('page', jo);
    await service.text('JOIN');
    const other = (await tokenFor('page', jo)).slice(0, 56);
    expect(await service.enrolment.confirm(other)).toBe('gone');
    expect(await service.enrolment.confirm(`${token}aa`)).toBe('gone');
  });

  it('JOIN by mail, in answer to it, confirms what was asked for last', async () => {
    await fillIn({ ...own, time: '10:00' });
    service.after(20);
    await fillIn(own);
    await service.mail('JOIN');
    expect(await service.profile(jo)).toMatchObject({ ...own, status: 'active', mailbox: { address: jo } });
  });
});

it('JOIN by mail of somebody who had left brings back what they had, not what the form says', async () => {
  await fillIn({ zone: 'Europe/Paris', time: '08:30', language: 'en' });
  await service.enrolment.confirm(await tokenFor('page', jo));
  await service.mail('STOP');
  await fillIn();
  await service.mail('JOIN');
  expect(await service.profile(jo)).toMatchObject({ zone: 'Europe/Paris', time: '08:30', language: 'en' });
});

it('what the page does not do is logged, without a word of the form', async () => {
  await fillIn();
  await fillIn();
  const id = (await service.profile(jo))?.id;
  expect(service.logged).toEqual([
    { event: 'sign-up-put-off', fields: { id, reason: 'asked-a-moment-ago', count: 1 } },
  ]);
});
