import { describe, expect } from 'vitest';
import { networkOf } from '../../../shared/domain/people/network.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { signUpOnPage } from '../../support/enrolment.ts';
import { contentsOf, createService, jo, type Service } from '../../support/replies.ts';

let table: Table;
let service: Service;

it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
});

const signUp = (address: string, source = '203.0.113.7') => signUpOnPage(service, address, {}, source);
const nextHour = Date.parse('2030-01-07T13:00:00Z');

describe('the sign-up page, used against somebody', () => {
  it('sends three mails a day to one Gmail mailbox, however it is spelled', async () => {
    const spellings = [
      'anna.smith@gmail.com',
      'a.nnasmith@gmail.com',
      'an.nasmith@gmail.com',
      'ann.asmith@gmail.com',
      'annas.mith@gmail.com',
      'a.n.n.a.s.m.i.t.h@gmail.com',
      'ANNASMITH@GMAIL.com',
      'annasmith@googlemail.com',
      'anna.smith+news@googlemail.com',
      'annasmith+1@gmail.com',
    ];
    for (const address of spellings) expect((await signUp(address)).kind).toBe('asked');
    expect(service.jobs).toHaveLength(3);
  });

  it('takes dots for what they are elsewhere, and plus tags for one mailbox', async () => {
    for (const address of ['anna.smith@example.org', 'annasmith@example.org', 'an.nasmith@example.org']) {
      await signUp(address);
      await signUp(address.replace('@', '+tag@'));
    }
    expect(service.jobs).toHaveLength(6);
  });

  it('sends 20 mails an hour from one network, says when to try again, and goes on then', async () => {
    const answers = [];
    for (let n = 0; n < 60; n += 1) answers.push(await signUp(`person${n}@example.org`, `203.0.113.${n}`));
    expect(service.jobs).toHaveLength(20);
    expect(answers.at(-1)).toEqual({ kind: 'full', until: nextHour });
    expect((await signUp(jo, '198.51.100.1')).kind).toBe('asked');
    service.clock.set('2030-01-07T13:00:00Z');
    expect((await signUp('late@example.org')).kind).toBe('asked');
    expect(service.jobs).toHaveLength(22);
  });

  it('sends 100 mails an hour in all, whatever networks they are asked from', async () => {
    for (let n = 0; n < 130; n += 1) await signUp(`person${n}@example.org`, `203.0.${n}.7`);
    expect(service.jobs).toHaveLength(100);
    expect(await signUp(jo, '2001:db8::1')).toEqual({ kind: 'full', until: nextHour });
  });

  it('lets a flood at one mailbox use up nothing but that mailbox’s day', async () => {
    for (let n = 0; n < 19; n += 1) await signUp(`annasmith+${n}@gmail.com`);
    expect((await signUp(jo)).kind).toBe('asked');
    expect(service.jobs).toHaveLength(4);
  });

  it('keeps no network: a hash, which expires within a day', async () => {
    await signUp(jo, '203.0.113.7');
    const counts = (await contentsOf(table)).filter(({ PK }) => String(PK).startsWith('LIMIT#'));
    expect(counts).toHaveLength(2);
    expect(JSON.stringify(counts)).not.toContain('203.0');
    for (const { ttl } of counts) expect(Number(ttl) * 1000 - service.clock.now()).toBeLessThanOrEqual(86_400_000);
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2::3', '2001:db8:1::/48'],
    ['2001:0DB8:0001:ffff:1:2:3:4', '2001:db8:1::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['nonsense', 'unknown'],
    ['1::2::3', 'unknown'],
    ['', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
