import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { signToken } from '../../../shared/domain/people/token.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../../support/enrolment.ts';
import { ana, createService, jo, type Service } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';

let service: Service;
it.beforeEach(({ table }) => {
  service = createService(table);
});

const dayMinutes = 1440;
const signUp = (address = jo) => signUpOnPage(service, address);
const mailedToken = (address: string) => mailedTokenTo(service, address);
const unsubscribeToken = (id: string): string => service.links.unsubscribe(id).split('/').at(-1) ?? '';
const idOf = (address: string): string => pseudonymOf(pepper, address.includes('@') ? 'email' : 'sms', address);

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
