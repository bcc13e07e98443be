import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { it } from '../../support/engine.ts';
import { pepper } from '../../support/subscribers.ts';
import { converse, subscriberOfAna, wordOf } from './conversation.ts';
import { type Coach, createCoach } from './reconcile-set-up.ts';

let coach: Coach;
it.beforeEach(async ({ table }) => {
  coach = createCoach(table);
});

describe('a lost text that something later has overtaken', () => {
  it.each([
    [['JOIN', '!CLINIC YES'], 'yes'],
    [['JOIN', '!CLINIC YES', 'CLINIC NO'], 'no'],
    [['JOIN', '!CLINIC YES', '!CLINIC NO'], 'no'],
    [['JOIN', 'CLINIC YES', '!CLINIC NO'], 'no'],
    [['JOIN', 'CLINIC NO', '!CLINIC YES'], 'yes'],
    [['JOIN', '!CLINIC YES', 'STOP', 'JOIN'], undefined],
    [['JOIN', '!CLINIC YES', '!STOP', 'JOIN'], undefined],
  ] as const)('%s leaves the clinic with %s', async (texts, clinic) => {
    await converse(coach, ...texts);
    await coach.tickTwice();
    await coach.tickTwice();
    expect(await coach.clinic()).toBe(clinic);
  });

  it.each([
    [['JOIN', '!RESEARCH YES', 'RESEARCH NO'], 'no'],
    [['JOIN', '!RESEARCH YES', 'CLINIC NO'], 'yes'],
    [['JOIN', 'RESEARCH YES', '!RESEARCH NO'], 'no'],
    [['JOIN', '!RESEARCH YES', 'STOP', 'JOIN'], undefined],
  ] as const)('%s leaves research with %s', async (texts, research) => {
    await converse(coach, ...texts);
    await coach.tickTwice();
    await coach.tickTwice();
    expect(await coach.research()).toBe(research);
  });

  it.each([
    [['!JOIN', 'STOP'], undefined],
    [['JOIN', 'STOP', '!JOIN', 'STOP'], 'stopped'],
    [['JOIN', 'STOP', '!JOIN'], 'active'],
    [['JOIN', '!STOP', 'JOIN'], 'stopped'],
    [['JOIN', 'STOP', '!STOP', 'JOIN'], 'active'],
    [['JOIN', '!STOP', '!JOIN'], 'active'],
    [['JOIN', '!STOP', '!JOIN', '!STOP'], 'stopped'],
    [['!STOP', 'JOIN'], 'active'],
    [['STOP', 'JOIN'], 'active'],
  ] as const)('%s leaves the sender %s', async (texts, status) => {
    await converse(coach, ...texts);
    await coach.tickTwice();
    await coach.tickTwice();
    expect(await coach.status()).toBe(status);
  });

  it.each([
    ['JOIN', '!PAIN 6', 'please stop texting me'],
    ['JOIN', '!PAIN 6', '!please stop texting me', 'STOP'],
    ['!JOIN', 'please stop texting me'],
  ])('%s, %s, %s: is not answered after the STOP', async (...texts) => {
    await converse(coach, ...texts);
    await coach.tickTwice();
    expect(coach.sent).toEqual([]);
  });

  it('is heard all the same when it is a cry for help', async () => {
    await converse(coach, 'JOIN', '!I want to die', 'STOP');
    await coach.tickTwice();
    expect(coach.sent.map(({ body }) => body)).toEqual([expect.stringContaining('988')]);
  });

  it('JOIN does not undo an unsubscribe by link that came after it', async () => {
    await converse(coach, 'JOIN', 'STOP', 'JOIN');
    await converse(coach, 'STOP');
    coach.pass(30);
    coach.lose('JOIN');
    coach.pass(30);
    await coach.stores.consents.put(
      (await subscriberOfAna(coach)).id,
      {
        at: coach.clock.now(),
        act: 'withdrawn',
        version: '1',
        where: 'web',
      },
      undefined,
    );
    await coach.tickTwice();
    expect([await coach.status(), coach.sent]).toEqual(['stopped', []]);
  });

  it('UNDO does not take back a score that came after it', async () => {
    await converse(coach, 'JOIN', 'PAIN 6', '!UNDO', 'UNDO', 'PAIN 3');
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual([3]);
  });

  it('FIX does not correct a score that came after it', async () => {
    await converse(coach, 'JOIN', 'PAIN 6', '!FIX 5', 'PAIN 3');
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual([6, 3]);
  });

  it('does not bring back anything of somebody who was erased', async () => {
    await converse(coach, 'JOIN', 'PAIN 6', '!PAIN 5', 'ERASE');
    await converse(coach, `ERASE ${await wordOf(coach)}`);
    expect(await coach.status()).toBe('erasing');
    await coach.erase();
    await coach.tickTwice();
    await coach.tickTwice();
    expect([await coach.status(), await coach.events(), coach.sent]).toEqual([undefined, [], []]);
  });

  it('is not added to the diary of somebody who was erased and joined again', async () => {
    await converse(coach, 'JOIN', 'PAIN 6', 'ERASE');
    await converse(coach, `ERASE ${await wordOf(coach)}`);
    await coach.erase();
    await converse(coach, 'JOIN', 'PAIN 2');
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual([2]);
    expect(coach.sent).toEqual([]);
  });
});

describe('what a phone said in a subscription of its own', () => {
  it('is not carried out anew once the phone is another name of a mailbox, however little its profile remembers', async () => {
    await converse(coach, 'JOIN', 'TIME 8:00', 'MORE', 'ZONE Chicago');
    const { subscriber: phone } = await coach.person();
    if (!phone) throw new Error('expected somebody who joined');
    const id = pseudonymOf(pepper, 'email', 'ana@example.org');
    await coach.stores.subscribers.save(
      {
        ...phone,
        id,
        epoch: 'mailbox2',
        mailbox: { address: 'ana@example.org' },
        time: '09:00',
        zone: 'America/New_York',
        // A JOIN stands on no page: this is all that tells of it.
        commands: phone.commands.slice(0, 1),
      },
      undefined,
    );
    await coach.stores.subscribers.replaceByAlias(phone, id);
    await coach.tickTwice();
    expect((await coach.person()).subscriber).toMatchObject({ id, time: '09:00', zone: 'America/New_York' });
    expect([await coach.events(), coach.sent]).toEqual([[], []]);
  });
});

describe('what was said between ERASE and JOIN', () => {
  const eraseAndJoin = async (...between: readonly string[]) => {
    await converse(coach, 'JOIN', 'ERASE');
    await converse(coach, `ERASE ${await wordOf(coach)}`, ...between);
    await coach.erase();
    await converse(coach, 'JOIN');
    await coach.tickTwice();
  };

  it('is nobody’s and does not come into the new diary', async () => {
    await eraseAndJoin('!PAIN 4', '!FIX 3', '!slept badly');
    expect([await coach.scores(), await coach.events(), coach.sent]).toEqual([[], [], []]);
  });

  it('is nobody’s when the ERASE is so old that it is not looked at any more', async () => {
    await converse(coach, 'JOIN', 'ERASE');
    await converse(coach, `ERASE ${await wordOf(coach)}`);
    await coach.erase();
    for (let tick = 0; tick < 3; tick += 1) await coach.tickTwice();
    await converse(coach, '!PAIN 4', '!slept badly', 'JOIN', '!PAIN 2');
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual([2]);
  });

  it('is a STOP all the same, if it is not clear that JOIN came after it', async () => {
    await converse(coach, 'JOIN', 'ERASE');
    await converse(coach, `ERASE ${await wordOf(coach)}`);
    await coach.erase();
    await converse(coach, 'JOIN', '!STOP');
    await coach.tickTwice();
    expect(await coach.status()).toBe('stopped');
  });
});

describe('a lost text from before a JOIN', () => {
  it.each([
    ['is a stranger’s, as it would have been had its webhook worked', ['!PAIN 6', 'JOIN'], []],
    ['is their own if they have only come back', ['JOIN', '!PAIN 6', 'STOP', 'JOIN'], [6]],
    ['is their own if their JOIN was lost like it', ['!JOIN', '!PAIN 6'], [6]],
  ] as const)('%s', async (_what, texts, scores) => {
    await converse(coach, ...texts);
    await coach.tickTwice();
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual(scores);
  });
});
