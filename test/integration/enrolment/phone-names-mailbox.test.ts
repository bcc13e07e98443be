import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { TipClaim } from '../../../shared/domain/people/subscriber.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createSubscriberStore } from '../../../shared/store/subscriber-store.ts';
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

const signUp = (address = jo) => signUpOnPage(service, address);
const mailedToken = (address: string) => mailedTokenTo(service, address);
const idOf = (address: string): string => pseudonymOf(pepper, address.includes('@') ? 'email' : 'sms', address);

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

  it('with a diary, does not carry out again the one thing that the phone ever asked for', async ({ table }) => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    await service.mail('PAIN 3');
    await service.text('JOIN jo@example.org', { id: 'join' });
    await service.enrolment.confirm(await mailedToken(ana));
    const before = await contentsOf(table);
    await service.text('JOIN jo@example.org', { id: 'join' });
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

  it('of somebody who was asked about their week by mail may answer that, and is not asked again', async () => {
    await signUp();
    await service.enrolment.confirm(await mailedToken(jo));
    const mailbox = await service.profile(jo);
    if (!mailbox) throw new Error('signed up just now');
    const weekly: TipClaim = {
      date: '2030-01-06',
      tip: '',
      prompt: 'weekly',
      owner: 'mail-1',
      claimedAt: 1,
      state: 'claimed',
      channel: 'email',
    };
    const asked = { ...mailbox, course: { marks: 'g', asked: weekly.date }, position: 1, lastTip: weekly };
    await createSubscriberStore(table).save(asked, mailbox);
    await service.text('JOIN jo@example.org');
    await service.enrolment.confirm(await mailedToken(ana));
    const joined = await service.profile(jo);
    expect(joined).toMatchObject({ id: idOf(ana), course: { marks: '', asked: '2030-01-06' }, lastTip: weekly });
    expect((await service.mail('ALWAYS')).join()).toMatch(/week/);
    const { events } = await service.stores.persons.readAnyone(idOf(ana), service.clock.now());
    expect(events).toContainEqual(expect.objectContaining({ kind: 'function', date: '2030-01-06' }));
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
