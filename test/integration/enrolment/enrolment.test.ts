import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../../support/enrolment.ts';
import { contentsOf, createService, jo, type Service } from '../../support/replies.ts';
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
