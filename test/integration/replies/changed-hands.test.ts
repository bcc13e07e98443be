import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { ana, createService, jo, type Service } from '../../support/replies.ts';
import { aSubscriber, pepper } from '../../support/subscribers.ts';

const dayMinutes = 1440;
let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
});

describe('a number that may have changed hands', () => {
  const theOwnerBefore = async () => {
    await service.text('JOIN');
    await service.text('PAIN 6 my old secret');
    const { epoch } = (await service.profile()) ?? {};
    return epoch;
  };

  const unreachable = () => service.changes.stop(pseudonymOf(pepper, 'sms', ana), 'unreachable', 'provider');

  it.each([
    ['"wrong number"', async () => service.text('wrong number')],
    ['"wrong number" and then STOP', async () => [await service.text('wrong number'), await service.text('STOP')]],
    ['error 30005', unreachable],
    ['90 silent days', async () => service.after(91 * dayMinutes)],
    ['90 silent days after STOP', async () => [await service.text('STOP'), service.after(91 * dayMinutes)]],
  ])('begins a new diary with JOIN after %s', async (_why, happens) => {
    const epoch = await theOwnerBefore();
    await happens();
    service.after(1);
    expect(await service.answerTo('JOIN')).toMatch(/welcome\./);
    const after = await service.profile();
    expect(after?.status).toBe('active');
    expect(after?.epoch).not.toBe(epoch);
    expect(await service.scores()).toEqual([]);
  });

  it.each(['wrong number', '30005'])('reads nothing of the diary before it joins (%s)', async (why) => {
    await theOwnerBefore();
    if (why === '30005') await unreachable();
    else await service.text(why);
    for (const body of ['DIARY', 'EXPORT', 'MORE', 'PAIN 3'])
      expect(await service.answerTo(body)).not.toMatch(/https?:/);
    expect(await service.scores()).toEqual([['2030-01-07', 6]]);
  });

  it('hears a redelivery of what its last owner wrote, however many commands came before the fortnight', async () => {
    await service.text('JOIN');
    for (let command = 0; command < 10; command += 1) await service.text(`TIME ${8 + command}:00`);
    service.after(20 * dayMinutes);
    await service.text('PAIN 7', { id: 'the last' });
    await unreachable();
    await service.text('JOIN');
    await service.text('PAIN 7', { id: 'the last' });
    expect(await service.scores()).toEqual([]);
  });

  it('gets no second tip on the day of the one it had', async () => {
    await service.text('JOIN');
    await service.text('TIP');
    await service.text('wrong number');
    await service.text('JOIN');
    expect(await service.answerTo('TIME 11:00')).toMatch(/the next one tomorrow/);
  });

  it('is parted from the mailbox that was another name of it', async () => {
    const old = aSubscriber({ mailbox: { address: jo }, tipsBy: 'email' });
    await service.stores.subscribers.save(old, undefined);
    await service.stores.subscribers.putAlias(pseudonymOf(pepper, 'email', jo), old.id);
    await service.text('wrong number');
    await service.text('JOIN');
    await service.text('PAIN 9');
    expect(await service.profile(jo)).toBeUndefined();
    expect((await service.mail('DIARY')).join()).not.toMatch(/\/diary\//);
  });

  it('is parted from the subscription of a mailbox that it was another name of', async () => {
    const id = pseudonymOf(pepper, 'email', jo);
    const owner = aSubscriber({ id, mailbox: { address: jo }, tipsBy: 'email', joinedAt: service.clock.now() });
    await service.stores.subscribers.save(owner, undefined);
    await service.stores.subscribers.putAlias(pseudonymOf(pepper, 'sms', ana), id);
    await service.mail('PAIN 2');
    await service.text('wrong number');
    await service.text('JOIN');
    expect(await service.profile(ana)).toMatchObject({ status: 'active', phone: { number: ana } });
    expect(await service.scores(ana)).toEqual([]);
    const mailOwner = await service.profile(jo);
    expect(mailOwner?.phone).toBeUndefined();
    expect(await service.scores(jo)).toEqual([['2030-01-07', 2]]);
  });

  it('is not texted, and reads nothing, when the mailbox goes on by itself', async () => {
    const old = aSubscriber({ mailbox: { address: jo }, joinedAt: service.clock.now() });
    await service.stores.subscribers.save(old, undefined);
    await service.stores.subscribers.putAlias(pseudonymOf(pepper, 'email', jo), old.id);
    await service.text('wrong number');
    await service.mail('JOIN');
    await service.mail('PAIN 4');
    expect(await service.profile(jo)).toMatchObject({ status: 'active', tipsBy: 'email' });
    for (const body of ['DIARY', 'PAIN 9', 'SMS']) await service.text(body);
    expect(await service.answerTo('DIARY')).not.toMatch(/\/diary\//);
    expect((await service.mail('SMS')).join()).toMatch(/text JOIN from your phone/);
    expect(await service.scores(jo)).toEqual([['2030-01-07', 4]]);
  });
});
