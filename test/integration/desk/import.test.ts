import { describe, expect } from 'vitest';
import type { ListedRow } from '../../../shared/use-cases/desk/invite-people.ts';
import { deskOver, sam } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { Crash, contentsOf, createService, type Service, watchCalls } from '../../support/replies.ts';

const row = (line: number, address: string, more = {}): ListedRow => ({
  line,
  fields: {
    address,
    language: 'en',
    zone: 'New York',
    consentWhen: '2029-12-01',
    consentHow: 'paper form',
    consentWording: 'I agree to get one tip a day',
    ...more,
  },
});
const jo = row(2, 'jo@example.org');

type Desk = ReturnType<typeof deskOver>;
const run = async (desk: Desk, rows: readonly ListedRow[], doIt = true) => {
  const fates: string[] = [];
  for await (const { fate } of desk.importList(sam, rows, { doIt })) fates.push(fate.kind);
  return fates;
};
const mailsOf = ({ jobs }: Service) => jobs.filter(({ kind }) => kind === 'confirmation').length;

describe('a clinic’s list', () => {
  it('is only tried without --do: nothing is written or sent', async ({ table }) => {
    const service = createService(table);
    const desk = deskOver(table, service);
    expect(await run(desk, [jo, row(3, '+12125550101')], false)).toEqual(['invite', 'number']);
    expect(mailsOf(service)).toBe(0);
    expect((await contentsOf(table)).map(({ PK }) => String(PK).slice(0, 5))).toEqual(['AUDIT']);
  });

  it('invites each mailbox once, with the proof of its consent, and texts no number', async ({ table }) => {
    const service = createService(table);
    const desk = deskOver(table, service);
    const rows = [jo, row(3, '+12125550101'), row(4, 'JO@example.org'), row(5, 'ann@example.org', { consentHow: '' })];
    expect(await run(desk, rows)).toEqual(['invited', 'number', 'same-as', 'no-proof']);
    expect(mailsOf(service)).toBe(1);
    expect(await service.profile('jo@example.org')).toMatchObject({
      status: 'pending',
      signUp: { zone: 'America/New_York' },
    });
    expect((await contentsOf(table)).filter(({ act }) => act === 'given')).toMatchObject([
      { where: 'desk', version: 'I agree to get one tip a day', how: '2029-12-01: paper form' },
    ]);
    // What the mail tells them of it.
    expect((await contentsOf(table)).filter(({ SK }) => String(SK).startsWith('ASKED#'))).toMatchObject([
      { agreed: { on: '2029-12-01', how: 'paper form' } },
    ]);
    expect(await run(desk, rows)).toEqual(['asked', 'number', 'same-as', 'no-proof']);
    service.after(11);
    expect(await run(desk, rows)).toEqual(['asked', 'number', 'same-as', 'no-proof']);
    expect(mailsOf(service)).toBe(1);
  });

  it('invites nobody by a code that never was or has ended', async ({ table }) => {
    const service = createService(table);
    const desk = deskOver(table, service);
    const rows = [row(2, 'jo@example.org', { code: 'NOPE1' }), row(3, 'ann@example.org')];
    expect(await run(desk, rows, false)).toEqual(['no-such-code', 'invite']);
    expect(await run(desk, rows)).toEqual(['no-such-code', 'invited']);
    expect(mailsOf(service)).toBe(1);
  });

  it('invites nobody again whose mail came to nothing, or who had everything deleted', async ({ table }) => {
    const service = createService(table);
    const desk = deskOver(table, service);
    await run(desk, [jo]);
    await desk.erase(sam, 'jo@example.org');
    expect(await run(desk, [jo])).toEqual(['erasing']);
    await service.runErasures();
    expect(await service.profile('jo@example.org')).toBeUndefined();
    expect(await run(desk, [jo, row(3, 'j.o+tips@example.org')])).toEqual(['invited-before', 'invited']);
    expect(await run(desk, [row(3, 'jo+tips@example.org')])).toEqual(['invited-before']);
    expect(mailsOf(service)).toBe(2);
  });

  it('leaves alone who is with us, who has left, and whom mail does not reach', async ({ table }) => {
    const service = createService(table);
    const desk = deskOver(table, service, 'nobody', { suppressed: ['gone@example.org'] });
    await service.text('JOIN jo@example.org');
    await run(desk, [row(2, 'left@example.org')]);
    await desk.stop(sam, 'left@example.org');
    expect(await run(desk, [row(2, 'left@example.org'), row(3, 'Gone@example.org')])).toEqual([
      'stopped',
      'suppressed',
    ]);
    expect(mailsOf(service)).toBe(2);
  });

  it('keeps this hour’s and this month’s caps, and goes on where it stopped', async ({ table }) => {
    const service = createService(table);
    const desk = deskOver(table, service);
    const many = Array.from({ length: 53 }, (_, at) => row(at + 2, `person${at}@example.org`));
    const first = await run(desk, many);
    expect([first.filter((fate) => fate === 'invited').length, first.slice(-3)]).toEqual([
      50,
      ['waits', 'waits', 'waits'],
    ]);
    service.after(60);
    expect((await run(desk, many)).filter((fate) => fate === 'invited').length).toBe(3);
    expect(mailsOf(service)).toBe(53);
    const capped = deskOver(table, service, 'nobody', { emailsAMonth: 0 });
    expect(await run(capped, [row(2, 'last@example.org')])).toEqual(['waits']);
  });

  it('sends nothing twice wherever it is killed, and all that it surely did not send', async ({ table }) => {
    const { crashAt, callOff } = watchCalls(table);
    const service = createService(table);
    const desk = deskOver(table, service);
    // Whoever starts with a guard's line and ends with the last write of a row.
    for (let write = 1; write < 20; write += 1) {
      for (const when of ['before', 'after'] as const) {
        const person = row(2, `p${write}${when}@example.org`);
        const before = mailsOf(service);
        crashAt(write, when);
        await run(desk, [person]).catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
        const wasWhole = callOff();
        service.after(61);
        const [again = ''] = await run(desk, [person]);
        const sent = mailsOf(service) - before;
        expect(sent, `${when} write ${write}`).toBeLessThanOrEqual(1);
        if (again !== 'in-doubt') expect(sent, `${when} write ${write}: ${again}`).toBe(1);
        if (wasWhole) return;
      }
    }
    expect.unreachable();
  });

  it('that dies between the request and the queue is in doubt from then on, and told so', async ({ table }) => {
    const service = createService(table);
    const dying = deskOver(table, service, 'nobody', {
      beforeQueue: () => {
        throw new Crash();
      },
    });
    await expect(run(dying, [jo])).rejects.toBeInstanceOf(Crash);
    const desk = deskOver(table, service);
    expect(await run(desk, [jo])).toEqual(['busy']);
    service.after(11);
    expect(await run(desk, [jo])).toEqual(['in-doubt']);
    expect(mailsOf(service)).toBe(0);
  });

  it('stands in the audit trail without an address, and nothing is logged of it', async ({ table }) => {
    const service = createService(table);
    const desk = deskOver(table, service);
    await run(desk, [jo]);
    const outside = (await contentsOf(table)).filter(({ PK }) => !String(PK).startsWith('SUB#'));
    expect(outside.length).toBeGreaterThan(2);
    expect(JSON.stringify([outside, service.logged, service.jobs])).not.toContain('example.org');
    expect(outside).toContainEqual(expect.objectContaining({ operation: 'import', who: 'sam' }));
  });
});
