import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createWorklistStore } from '../../../shared/store/worklist-store.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../../support/enrolment.ts';
import { ana, createService, jo, type Service, watchCalls } from '../../support/replies.ts';
import { aLife, confirmErasure, idOf, kept } from './erasure-set-up.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
});

describe('JOIN while everything is being deleted', () => {
  const joinAgain = async () => {
    service.after(1);
    await service.text('JOIN');
    await service.text('PAIN 2');
  };
  const expectAnew = async () => {
    expect(await service.profile()).toMatchObject({ status: 'active' });
    expect((await service.profile())?.mailbox).toBeUndefined();
    expect(await service.scores()).toEqual([['2030-01-07', 2]]);
    expect(await service.profile(jo)).toBeUndefined();
    const items = await kept(table);
    expect(items.filter((key) => key.includes('CONSENT#'))).toHaveLength(1);
    expect(items.filter((key) => key.includes('TIP#'))).toEqual([]);
    expect(items.filter((key) => key.includes('DAY#'))).toHaveLength(1);
  };

  it('before the deletion began: the new diary stays, the old one goes, its mailbox is nobody’s', async () => {
    await aLife(service);
    await confirmErasure(service);
    await joinAgain();
    await service.runErasures();
    await expectAnew();
    await service.runErasures();
    await expectAnew();
  });

  it('deletes the old one though whoever heard the ERASE died before it could queue that', async () => {
    await aLife(service);
    await confirmErasure(service);
    service.erasures.splice(0);
    await joinAgain();
    await service.runErasures();
    await expectAnew();
  });

  it('between the deletion and the sweep', async () => {
    await aLife(service);
    await confirmErasure(service);
    await service.runErasures();
    await joinAgain();
    service.after(15);
    await service.runErasures();
    await expectAnew();
  });

  /** What an ERASE that is heard late leaves behind it: consents and outcomes that are younger than its text. */
  const liveOn = async () => {
    const before = await service.profile();
    if (!before) throw new Error('Ana is there');
    const { id, epoch } = before;
    service.after(5);
    const at = service.clock.now();
    await service.stores.consents.put(id, { at, act: 'clinic-given', version: '1', where: 'sms' }, epoch);
    await service.stores.tips.record([{ id, date: '2030-01-08', state: 'skipped', reason: 'dose', at, epoch }]);
  };

  it.each(['before the deletion began', 'between the deletion and the sweep'])(
    'of an ERASE that was heard late, %s: nothing of the old enrolment stays, however young it is',
    async (when) => {
      await aLife(service);
      await confirmErasure(service);
      await liveOn();
      if (when.startsWith('between')) await service.runErasures();
      await joinAgain();
      await service.runErasures();
      await expectAnew();
      await service.runErasures();
      await expectAnew();
    },
  );

  it('a tip of the new enrolment takes the place of the old one’s on that day, and stays', async () => {
    await aLife(service);
    await confirmErasure(service);
    await liveOn();
    await joinAgain();
    const { id, epoch } = (await service.profile()) ?? {};
    const at = service.clock.now();
    await service.stores.tips.record([{ id: id ?? '', date: '2030-01-08', state: 'accepted', at, epoch: epoch ?? '' }]);
    await service.runErasures();
    await service.runErasures();
    expect((await kept(table)).filter((key) => key.includes('TIP#'))).toEqual([`SUB#${id} TIP#2030-01-08`]);
  });

  it('a job whose ERASE never came to be deletes nothing', async () => {
    await aLife(service);
    const { id, epoch } = (await service.profile()) ?? {};
    const before = await kept(table);
    service.erasures.push({ kind: 'erase', id: id ?? '', epoch });
    await service.runErasures();
    await service.runErasures();
    expect(await kept(table)).toEqual(before);
  });

  it('takes what was stored before items named their enrolment by its age, as it always did', async () => {
    await aLife(service);
    const { id, epoch } = (await service.profile()) ?? {};
    const at = service.clock.now();
    await service.stores.consents.put(id ?? '', { at, act: 'clinic-given', version: '1', where: 'sms' }, undefined);
    await confirmErasure(service);
    await joinAgain();
    service.erasures.splice(0, 2, { kind: 'erase', id: id ?? '' });
    await service.runErasures();
    await expectAnew();
    expect(service.erasures).toEqual([{ kind: 'sweep', id }]);
    expect((await service.profile())?.epoch).not.toBe(epoch);
  });

  it('between the reading and the deleting keeps the proof of its consent', async () => {
    await aLife(service);
    await confirmErasure(service);
    service.after(1);
    // The function reads the profile, then JOIN is stored, then the function deletes.
    let joined = false;
    table.client.middlewareStack.add(
      (next) => async (args) => {
        const found = await next(args);
        if (!joined) {
          joined = true;
          await service.text('JOIN');
        }
        return found;
      },
      { step: 'initialize', name: 'joinInBetween' },
    );
    await service.runErasures();
    expect(joined).toBe(true);
    await service.text('PAIN 2');
    await service.runErasures();
    await expectAnew();
  });

  it('from a phone that joins a mailbox before the sweep keeps the proof of its consent, and what it said', async () => {
    await signUpOnPage(service, jo);
    await service.enrolment.confirm(await mailedTokenTo(service, jo));
    await service.mail('PAIN 3');
    await service.text('JOIN');
    await service.text('TIP');
    service.after(1);
    await confirmErasure(service);
    service.after(1);
    await service.runErasures();
    for (const words of ['JOIN', 'HELP', 'EMAIL jo@example.org']) await service.text(words);
    const ofPhone = async () => (await kept(table)).filter((key) => key.startsWith(`SUB#${idOf(ana)} `));
    const before = await ofPhone();
    expect(await service.enrolment.confirm(await mailedTokenTo(service, ana))).toBe('confirmed');
    expect((await service.profile())?.id).toBe(idOf(jo));
    await service.runErasures();
    expect(await ofPhone()).toEqual(before);
    expect(before.filter((key) => key.includes(' CONSENT#'))).toHaveLength(1);
    expect(before.filter((key) => key.includes(' DAY#'))).toHaveLength(1);
  });

  describe('from a phone whose subscription stands under a mailbox’s name', () => {
    const eraseJoined = async () => {
      await signUpOnPage(service, jo);
      await service.enrolment.confirm(await mailedTokenTo(service, jo));
      await service.mail('PAIN 3');
      await service.text('JOIN');
      await service.text('EMAIL jo@example.org');
      await service.enrolment.confirm(await mailedTokenTo(service, ana));
      await service.text('TIP');
      expect((await service.profile())?.id).toBe(idOf(jo));
      service.after(1);
      await confirmErasure(service);
      service.after(1);
    };

    it.each(['before the deletion began', 'between the deletion and the sweep', 'though nobody queued the deletion'])(
      '%s: they are found by their number, and their STOP is heard',
      async (when) => {
        await eraseJoined();
        if (when.startsWith('between')) await service.runErasures();
        if (when.startsWith('though')) service.erasures.splice(0);
        await service.text('JOIN');
        await service.text('PAIN 2');
        for (const _job of ['erase', 'sweep']) await service.runErasures();
        expect(await service.profile()).toMatchObject({ id: idOf(ana), status: 'active', phone: { number: ana } });
        expect(await service.profile(jo)).toBeUndefined();
        const items = (await kept(table)).filter((key) => key.startsWith('SUB#'));
        expect(items.every((key) => key.startsWith(`SUB#${idOf(ana)} `))).toBe(true);
        expect(items.filter((key) => key.includes(' CONSENT#'))).toHaveLength(1);
        expect(items.filter((key) => key.includes(' DAY#'))).toHaveLength(1);
        await service.text('STOP');
        expect((await service.profile())?.status).toBe('stopped');
      },
    );

    it('gets no second tip that day, though the process died before it could store them', async () => {
      await eraseJoined();
      const calls = watchCalls(table);
      calls.crashAt(1, 'after');
      await service.text('JOIN', { id: 'join' }).catch(() => undefined);
      calls.callOff();
      await service.text('JOIN', { id: 'join' });
      expect((await service.profile())?.lastTip).toMatchObject({ date: '2030-01-07' });
    });

    it('keeps what the clinic is told of them since', async () => {
      await eraseJoined();
      await service.text('JOIN');
      await createWorklistStore(table).put({ id: idOf(ana), at: service.clock.now(), kind: 'today' }, 'r#later');
      await service.runErasures();
      expect((await kept(table)).filter((key) => key.startsWith('WORKLIST'))).toHaveLength(1);
    });
  });

  it('a mailbox that was erased can sign up again', async () => {
    await aLife(service);
    await confirmErasure(service);
    await service.runErasures();
    await service.enrolment.signUpByEmail({
      address: jo,
      language: 'en',
      zone: 'Europe/London',
      time: '09:00',
      consent: { version: '1', where: 'web', at: service.clock.now() },
    });
    expect((await service.profile(jo))?.status).toBe('pending');
  });
});
