import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { createClaimStore } from '../../../shared/store/claim-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createWorklistStore } from '../../../shared/store/worklist-store.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../../support/enrolment.ts';
import { ana, contentsOf, createService, jo, type Service, watchCalls } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
});

const idOf = (address: string): string => pseudonymOf(pepper, address.includes('@') ? 'email' : 'sms', address);

/** Ana, with a mailbox of hers, a diary, a tip and a mailbox that has not confirmed. */
const aLife = async () => {
  await service.text('JOIN');
  const profile = await service.profile();
  if (!profile) throw new Error('Ana has joined');
  await service.stores.subscribers.save({ ...profile, mailbox: { address: jo } }, profile);
  await service.stores.subscribers.putAlias(idOf(jo), profile.id);
  for (const body of ['PAIN 6 at work', 'YDAY 4', 'TIP', 'EMAIL later@example.org']) {
    service.after(1);
    await service.text(body);
  }
  service.after(1);
};
const confirmErasure = async () => {
  await service.text('ERASE');
  return service.answerTo(`erase ${(await service.profile())?.eraseWord?.word.toLowerCase()}`);
};
/**
 * All but what names nobody and vanishes by itself: the count of confirmation mails to a mailbox, which outlasts whoever
 * asks again and again, and the last tip of an address, for two days.
 */
const kept = async () =>
  (await contentsOf(table))
    .filter(({ SK, ttl }) => (SK !== 'REQUESTS' && SK !== 'LASTTIP') || ttl === undefined)
    .map(({ PK, SK }) => `${PK} ${SK}`);

describe('ERASE', () => {
  it('asks for a word, and that word deletes everything, aliases too', async () => {
    await aLife();
    expect(await confirmErasure()).toMatch(/being deleted/);
    expect((await service.profile())?.status).toBe('erasing');
    expect(await service.answerTo('DIARY')).not.toMatch(/\/diary\//);
    const epoch = (await service.profile())?.epoch;
    expect(service.erasures).toEqual([{ kind: 'erase', id: idOf(ana), epoch, at: service.clock.now() }]);
    await service.runErasures();
    expect(await kept()).toEqual(['ZONES ZONES']);
    expect(service.erasures).toMatchObject([{ kind: 'sweep', id: idOf(ana), epoch, names: [idOf(jo)] }]);
  });

  it.each([
    ['wrong', async () => 'XXXX', 0],
    ['expired', async () => (await service.profile())?.eraseWord?.word ?? '', 16],
    ['given by nobody', async () => 'K7QX', 0],
  ])('with a word that is %s deletes nothing', async (what, word, minutes) => {
    await aLife();
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
      expect((await kept()).filter((key) => key.startsWith('SUB#'))).toEqual([]);
    },
  );

  it('works after STOP, and by mail, and with "STOP" in the same text', async () => {
    await aLife();
    await service.text('STOP');
    await service.mail('ERASE');
    const word = (await service.profile())?.eraseWord?.word;
    expect((await service.mail(`ERASE ${word}`)).join()).toMatch(/being deleted/);
    await service.runErasures();
    expect(await kept()).toEqual(['ZONES ZONES']);
  });

  it('delivered again while it is at work queues the job once more; afterwards it does nothing', async () => {
    await aLife();
    await service.text('ERASE');
    const body = `ERASE ${(await service.profile())?.eraseWord?.word}`;
    for (const _time of [1, 2]) expect(await service.answerTo(body, { id: 'erase' })).toMatch(/being deleted/);
    expect(service.erasures).toHaveLength(2);
    await service.runErasures();
    await service.runErasures();
    expect(await kept()).toEqual(['ZONES ZONES']);
    expect(await service.answerTo(body, { id: 'erase' })).toMatch(/no subscription/);
    expect((await kept()).filter((key) => key.includes('PROFILE'))).toEqual([]);
  });

  it.each(['PAIN 9', 'STOP', 'TIME 10:00', 'hello'])('%s in the meantime stores nothing', async (body) => {
    await aLife();
    await confirmErasure();
    const before = await contentsOf(table);
    await service.text(body);
    expect(await contentsOf(table)).toEqual(before);
  });

  it('that dies at any write is finished by the next try', async ({ freshTable }) => {
    for (let write = 1; write <= 5; write += 1) {
      table = await freshTable();
      service = createService(table);
      await aLife();
      await confirmErasure();
      const [job] = service.erasures;
      const calls = watchCalls(table);
      calls.crashAt(write, 'after');
      await service.runErasures();
      calls.callOff();
      if (job) service.erasures.push(job);
      await service.runErasures();
      expect(await kept()).toEqual(['ZONES ZONES']);
    }
  });
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
    const items = await kept();
    expect(items.filter((key) => key.includes('CONSENT#'))).toHaveLength(1);
    expect(items.filter((key) => key.includes('TIP#'))).toEqual([]);
    expect(items.filter((key) => key.includes('DAY#'))).toHaveLength(1);
  };

  it('before the deletion began: the new diary stays, the old one goes, its mailbox is nobody’s', async () => {
    await aLife();
    await confirmErasure();
    await joinAgain();
    await service.runErasures();
    await expectAnew();
    await service.runErasures();
    await expectAnew();
  });

  it('deletes the old one though whoever heard the ERASE died before it could queue that', async () => {
    await aLife();
    await confirmErasure();
    service.erasures.splice(0);
    await joinAgain();
    await service.runErasures();
    await expectAnew();
  });

  it('between the deletion and the sweep', async () => {
    await aLife();
    await confirmErasure();
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
      await aLife();
      await confirmErasure();
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
    await aLife();
    await confirmErasure();
    await liveOn();
    await joinAgain();
    const { id, epoch } = (await service.profile()) ?? {};
    const at = service.clock.now();
    await service.stores.tips.record([{ id: id ?? '', date: '2030-01-08', state: 'accepted', at, epoch: epoch ?? '' }]);
    await service.runErasures();
    await service.runErasures();
    expect((await kept()).filter((key) => key.includes('TIP#'))).toEqual([`SUB#${id} TIP#2030-01-08`]);
  });

  it('a job whose ERASE never came to be deletes nothing', async () => {
    await aLife();
    const { id, epoch } = (await service.profile()) ?? {};
    const before = await kept();
    service.erasures.push({ kind: 'erase', id: id ?? '', epoch });
    await service.runErasures();
    await service.runErasures();
    expect(await kept()).toEqual(before);
  });

  it('takes what was stored before items named their enrolment by its age, as it always did', async () => {
    await aLife();
    const { id, epoch } = (await service.profile()) ?? {};
    const at = service.clock.now();
    await service.stores.consents.put(id ?? '', { at, act: 'clinic-given', version: '1', where: 'sms' }, undefined);
    await confirmErasure();
    await joinAgain();
    service.erasures.splice(0, 2, { kind: 'erase', id: id ?? '' });
    await service.runErasures();
    await expectAnew();
    expect(service.erasures).toEqual([{ kind: 'sweep', id }]);
    expect((await service.profile())?.epoch).not.toBe(epoch);
  });

  it('between the reading and the deleting keeps the proof of its consent', async () => {
    await aLife();
    await confirmErasure();
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
    await confirmErasure();
    service.after(1);
    await service.runErasures();
    for (const words of ['JOIN', 'HELP', 'EMAIL jo@example.org']) await service.text(words);
    const ofPhone = async () => (await kept()).filter((key) => key.startsWith(`SUB#${idOf(ana)} `));
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
      await confirmErasure();
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
        const items = (await kept()).filter((key) => key.startsWith('SUB#'));
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
      expect((await kept()).filter((key) => key.startsWith('WORKLIST'))).toHaveLength(1);
    });
  });

  it('a mailbox that was erased can sign up again', async () => {
    await aLife();
    await confirmErasure();
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

describe('the last tip of an address outlasts ERASE', () => {
  const monday = { date: '2030-01-07' };
  const eraseAll = async () => {
    await confirmErasure();
    await service.runErasures();
    await service.runErasures();
  };

  it('for two days, and nothing else of it does', async () => {
    await aLife();
    await eraseAll();
    const items = (await contentsOf(table)).filter(({ SK }) => SK === 'LASTTIP');
    expect(items.map(({ PK }) => PK).sort()).toEqual([idOf(ana), idOf(jo)].map((id) => `SUB#${id}`).sort());
    for (const { PK, ttl, ...rest } of items) {
      expect(ttl).toBeLessThanOrEqual(service.clock.now() / 1000 + 2 * 86_400);
      expect(Object.keys(rest).sort()).toEqual(['SK', 'a', 'c', 'd', 'o', 't']);
    }
  });

  it.each([
    ['by text', () => service.text('JOIN'), ana],
    ['while the deletion is under way', () => service.text('JOIN'), ana],
  ])('so that who joins again %s gets no second tip that day', async (how, join, address) => {
    await aLife();
    if (how.startsWith('while')) await confirmErasure();
    else await eraseAll();
    service.after(1);
    await join();
    expect((await service.profile(address))?.lastTip).toMatchObject(monday);
    expect(await service.answerTo('TIME 7pm')).toMatch(/tomorrow/i);
  });

  it('so does a mailbox that signs up again', async () => {
    await aLife();
    await eraseAll();
    const consent = { version: '1', where: 'web' as const, at: service.clock.now() };
    await service.enrolment.signUpByEmail({
      address: jo,
      language: 'en',
      zone: 'Europe/London',
      time: '09:00',
      consent,
    });
    expect((await service.profile(jo))?.lastTip).toMatchObject(monday);
  });

  it('but not for somebody whose last tip is days ago', async () => {
    await aLife();
    service.after(3 * 24 * 60);
    await eraseAll();
    expect((await contentsOf(table)).map(({ SK }) => SK)).not.toContain('LASTTIP');
  });

  it('and no revision of the earlier life comes again, so that what was decided then fails', async () => {
    await aLife();
    const before = await service.profile();
    if (!before) throw new Error('Ana has joined');
    await eraseAll();
    service.after(1);
    await service.text('JOIN');
    const claim = {
      date: '2030-01-08',
      tip: 'a',
      owner: 'then',
      claimedAt: 0,
      state: 'claimed',
      channel: 'sms',
    } as const;
    for (let write = 0; write < 20; write += 1) {
      const results = await createClaimStore(table).claim([
        { subscriber: before, claim, position: 1, course: { marks: 'g' }, silence: { since: '2030-01-07' } },
      ]);
      expect(results).toEqual(['conflict']);
      await service.text(`TIME ${8 + (write % 10)}:00`, { id: `time ${write}` });
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
    await confirmErasure();
    await service.runErasures();
    expect(await kept()).toEqual(['ZONES ZONES']);
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
