import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../../support/enrolment.ts';
import { ana, contentsOf, createService, jo, type Service, watchCalls } from '../../support/replies.ts';
import { aLife, confirmErasure, idOf, kept } from './erasure-set-up.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
});

describe('ERASE', () => {
  it('asks for a word, and that word deletes everything, aliases too', async () => {
    await aLife(service);
    expect(await confirmErasure(service)).toMatch(/being deleted/);
    expect((await service.profile())?.status).toBe('erasing');
    expect(await service.answerTo('DIARY')).not.toMatch(/\/diary\//);
    const epoch = (await service.profile())?.epoch;
    expect(service.erasures).toEqual([{ kind: 'erase', id: idOf(ana), epoch, at: service.clock.now() }]);
    await service.runErasures();
    expect(await kept(table)).toEqual(['ZONES ZONES']);
    expect(service.erasures).toMatchObject([{ kind: 'sweep', id: idOf(ana), epoch, names: [idOf(jo)] }]);
  });

  it.each([
    ['wrong', async () => 'XXXX', 0],
    ['expired', async () => (await service.profile())?.eraseWord?.word ?? '', 16],
    ['given by nobody', async () => 'K7QX', 0],
  ])('with a word that is %s deletes nothing', async (what, word, minutes) => {
    await aLife(service);
    if (what !== 'given by nobody') await service.text('ERASE');
    const said = await word();
    service.after(minutes);
    expect(await service.answerTo(`ERASE ${said}`)).toMatch(/nothing was deleted/);
    expect((await service.profile())?.status).toBe('active');
    expect(service.erasures).toEqual([]);
  });

  it.each(['a phone that joined a mailbox', 'a mailbox that became a phone’s'])(
    'of two subscriptions that became one deletes what stands under the other name: %s',
    async (which) => {
      await signUpOnPage(service, jo);
      await service.enrolment.confirm(await mailedTokenTo(service, jo));
      if (which.startsWith('a phone')) await service.mail('PAIN 3');
      else await service.mail('HELP');
      await service.text('JOIN');
      await service.text('TIP');
      await service.text('EMAIL jo@example.org');
      expect(await service.enrolment.confirm(await mailedTokenTo(service, ana))).toBe('confirmed');
      const { id } = (await service.profile()) ?? {};
      expect(id).toBe(idOf(which.startsWith('a phone') ? jo : ana));
      service.after(1);
      await service.mail('ERASE');
      await service.mail(`ERASE ${(await service.profile())?.eraseWord?.word}`);
      await service.runErasures();
      await service.runErasures();
      expect((await kept(table)).filter((key) => key.startsWith('SUB#'))).toEqual([]);
    },
  );

  it('works after STOP, and by mail, and with "STOP" in the same text', async () => {
    await aLife(service);
    await service.text('STOP');
    await service.mail('ERASE');
    const word = (await service.profile())?.eraseWord?.word;
    expect((await service.mail(`ERASE ${word}`)).join()).toMatch(/being deleted/);
    await service.runErasures();
    expect(await kept(table)).toEqual(['ZONES ZONES']);
  });

  it('delivered again while it is at work queues the job once more; afterwards it does nothing', async () => {
    await aLife(service);
    await service.text('ERASE');
    const body = `ERASE ${(await service.profile())?.eraseWord?.word}`;
    for (const _time of [1, 2]) expect(await service.answerTo(body, { id: 'erase' })).toMatch(/being deleted/);
    expect(service.erasures).toHaveLength(2);
    await service.runErasures();
    await service.runErasures();
    expect(await kept(table)).toEqual(['ZONES ZONES']);
    expect(await service.answerTo(body, { id: 'erase' })).toMatch(/no subscription/);
    expect((await kept(table)).filter((key) => key.includes('PROFILE'))).toEqual([]);
  });

  it.each(['PAIN 9', 'STOP', 'TIME 10:00', 'hello'])('%s in the meantime stores nothing', async (body) => {
    await aLife(service);
    await confirmErasure(service);
    const before = await contentsOf(table);
    await service.text(body);
    expect(await contentsOf(table)).toEqual(before);
  });

  it('that dies at any write is finished by the next try', async ({ freshTable }) => {
    for (let write = 1; write <= 5; write += 1) {
      table = await freshTable();
      service = createService(table);
      await aLife(service);
      await confirmErasure(service);
      const [job] = service.erasures;
      const calls = watchCalls(table);
      calls.crashAt(write, 'after');
      await service.runErasures();
      calls.callOff();
      if (job) service.erasures.push(job);
      await service.runErasures();
      expect(await kept(table)).toEqual(['ZONES ZONES']);
    }
  });
});

describe('an alias whose writer died half-way', () => {
  const confirmAndDie = async () => {
    await service.text('JOIN');
    service.after(1);
    await service.text(`EMAIL ${jo}`);
    const waiting = await service.profile();
    if (!waiting) throw new Error('Ana has joined');
    const token = await mailedTokenTo(service, ana);
    const calls = watchCalls(table);
    // The profile names the alias, then the alias is written, then the consent.
    calls.crashAt(2, 'after');
    await expect(service.enrolment.confirm(token)).rejects.toThrow();
    expect((await contentsOf(table)).filter(({ alias }) => alias === waiting.id)).toHaveLength(1);
  };

  it('goes with ERASE, though STOP had forgotten the mailbox', async () => {
    await confirmAndDie();
    await service.text('STOP');
    await confirmErasure(service);
    await service.runErasures();
    expect(await kept(table)).toEqual(['ZONES ZONES']);
  });

  it('does not lead to the next owner of the number', async () => {
    await confirmAndDie();
    await service.text('wrong number');
    await service.text('JOIN');
    await service.text('PAIN 6');
    expect(await service.profile(jo)).toBeUndefined();
  });

  it('of somebody who is gone keeps nobody from joining again', async () => {
    await service.stores.subscribers.putAlias(idOf(ana), idOf(jo));
    await service.text('JOIN');
    expect((await service.profile())?.status).toBe('active');
  });
});
