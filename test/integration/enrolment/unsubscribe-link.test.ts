import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo } from '../../support/enrolment.ts';
import { ana, contentsOf, createService, jo, type Service } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
});

const dayMinutes = 1440;
const mailedToken = (address: string) => mailedTokenTo(service, address);
const unsubscribeToken = (id: string): string => service.links.unsubscribe(id).split('/').at(-1) ?? '';
const idOf = (address: string): string => pseudonymOf(pepper, address.includes('@') ? 'email' : 'sms', address);

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
