import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createMemoryTable } from '../../simulation/store/memory-table.ts';
import { it } from '../../support/engine.ts';
import { pepper } from '../../support/subscribers.ts';
import { ana, type Coach, createCoach } from './reconcile-set-up.ts';

const bea = '+12125550102';
let table: Table;
let coach: Coach;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  coach = createCoach(table);
});

/** Texts a few seconds apart; those that begin with `!` are lost on the way. */
const converse = async (...texts: readonly string[]): Promise<void> => {
  for (const text of texts) {
    coach.pass(30);
    if (text.startsWith('!')) coach.lose(text.slice(1));
    else await coach.say(text);
  }
};

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
    await converse(...texts);
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
    await converse(...texts);
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
    await converse(...texts);
    await coach.tickTwice();
    await coach.tickTwice();
    expect(await coach.status()).toBe(status);
  });

  it.each([
    ['JOIN', '!PAIN 6', 'please stop texting me'],
    ['JOIN', '!PAIN 6', '!please stop texting me', 'STOP'],
    ['!JOIN', 'please stop texting me'],
  ])('%s, %s, %s: is not answered after the STOP', async (...texts) => {
    await converse(...texts);
    await coach.tickTwice();
    expect(coach.sent).toEqual([]);
  });

  it('is heard all the same when it is a cry for help', async () => {
    await converse('JOIN', '!I want to die', 'STOP');
    await coach.tickTwice();
    expect(coach.sent.map(({ body }) => body)).toEqual([expect.stringContaining('988')]);
  });

  it('JOIN does not undo an unsubscribe by link that came after it', async () => {
    await converse('JOIN', 'STOP', 'JOIN');
    await converse('STOP');
    coach.pass(30);
    coach.lose('JOIN');
    coach.pass(30);
    await coach.stores.consents.put(
      await idOfAna(),
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
    await converse('JOIN', 'PAIN 6', '!UNDO', 'UNDO', 'PAIN 3');
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual([3]);
  });

  it('FIX does not correct a score that came after it', async () => {
    await converse('JOIN', 'PAIN 6', '!FIX 5', 'PAIN 3');
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual([6, 3]);
  });

  it('does not bring back anything of somebody who was erased', async () => {
    await converse('JOIN', 'PAIN 6', '!PAIN 5', 'ERASE');
    await converse(`ERASE ${await wordOf()}`);
    expect(await coach.status()).toBe('erasing');
    await coach.erase();
    await coach.tickTwice();
    await coach.tickTwice();
    expect([await coach.status(), await coach.events(), coach.sent]).toEqual([undefined, [], []]);
  });

  it('is not added to the diary of somebody who was erased and joined again', async () => {
    await converse('JOIN', 'PAIN 6', 'ERASE');
    await converse(`ERASE ${await wordOf()}`);
    await coach.erase();
    await converse('JOIN', 'PAIN 2');
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual([2]);
    expect(coach.sent).toEqual([]);
  });
});

describe('what a phone said in a subscription of its own', () => {
  it('is not carried out anew once the phone is another name of a mailbox, however little its profile remembers', async () => {
    await converse('JOIN', 'TIME 8:00', 'MORE', 'ZONE Chicago');
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
    await converse('JOIN', 'ERASE');
    await converse(`ERASE ${await wordOf()}`, ...between);
    await coach.erase();
    await converse('JOIN');
    await coach.tickTwice();
  };

  it('is nobody’s and does not come into the new diary', async () => {
    await eraseAndJoin('!PAIN 4', '!FIX 3', '!slept badly');
    expect([await coach.scores(), await coach.events(), coach.sent]).toEqual([[], [], []]);
  });

  it('is nobody’s when the ERASE is so old that it is not looked at any more', async () => {
    await converse('JOIN', 'ERASE');
    await converse(`ERASE ${await wordOf()}`);
    await coach.erase();
    for (let tick = 0; tick < 3; tick += 1) await coach.tickTwice();
    await converse('!PAIN 4', '!slept badly', 'JOIN', '!PAIN 2');
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual([2]);
  });

  it('is a STOP all the same, if it is not clear that JOIN came after it', async () => {
    await converse('JOIN', 'ERASE');
    await converse(`ERASE ${await wordOf()}`);
    await coach.erase();
    await converse('JOIN', '!STOP');
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
    await converse(...texts);
    await coach.tickTwice();
    await coach.tickTwice();
    expect((await coach.scores()).map(([, score]) => score)).toEqual(scores);
  });
});

describe('a cry for help that something later has overtaken', () => {
  it.each([
    ['before an erasure', ['JOIN', '!I want to die'], []],
    ['before an erasure and a JOIN', ['JOIN', '!I want to die'], ['JOIN']],
    ['with a STOP that a JOIN came after', ['JOIN', 'STOP', '!STOP, I want to die', 'JOIN'], undefined],
  ] as const)('%s is answered once', async (_when, before, after) => {
    await converse(...before);
    if (after) {
      await converse('ERASE');
      await converse(`ERASE ${await wordOf()}`);
      await coach.erase();
      await converse(...after);
    }
    await coach.tickTwice();
    await coach.tickTwice();
    expect(coach.words()).toEqual([expect.stringContaining('988')]);
  });
});

describe('a cry for help in French that something later has overtaken', () => {
  it.each([
    ['of a French speaker', ['INSCRIPTION', '!I want to die']],
    ['of somebody who is no subscriber any more', ['JOIN', '!je veux mourir']],
  ] as const)('%s is answered in French', async (_who, before) => {
    await converse(...before);
    await converse(before[0] === 'JOIN' ? 'ERASE' : 'EFFACER');
    await converse(`ERASE ${await wordOf()}`);
    if (before[0] === 'JOIN') await coach.erase();
    await coach.tickTwice();
    expect(coach.words()).toEqual([expect.stringMatching(/Parlez à quelqu'un maintenant/)]);
  });
});

describe('a command whose webhook died halfway', () => {
  it('is finished: an erasure that was not queued is queued, until it is done', async () => {
    await converse('JOIN', 'ERASE');
    await converse(`ERASE ${await wordOf()}`);
    for (const run of [1, 2]) {
      coach.erasures.length = 0;
      coach.pass(120);
      await coach.run();
      expect([run, coach.erasures.length > 0, coach.sent]).toEqual([run, true, []]);
    }
  });

  it('is finished: a tip that was given has its outcome', async () => {
    await converse('JOIN');
    const { id } = await subscriberOfAna();
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          if (commandName === 'BatchExecuteStatementCommand' && dying) throw new Error('the machine died');
          return next(args);
        },
      { step: 'initialize', name: 'dying' },
    );
    let dying = true;
    await expect(coach.say('TIP')).rejects.toThrow('the machine died');
    dying = false;
    await coach.tickTwice();
    const date = (await subscriberOfAna()).lastTip?.date ?? '';
    expect((await coach.stores.tips.readStates([{ id, date }])).get(id)).toBe('accepted');
  });

  it('is carried out if it was lost whole: ERASE and its word', async () => {
    await converse('JOIN', '!ERASE');
    await coach.tickTwice();
    await converse(`!ERASE ${await wordOf()}`);
    await coach.tickTwice();
    expect([await coach.status(), coach.erasures.length > 0]).toEqual(['erasing', true]);
  });
});

describe('whatever webhooks fail', () => {
  const stories = fc.array(
    fc.record({
      score: fc.integer({ min: 0, max: 10 }),
      from: fc.constantFrom(ana, bea),
      isLost: fc.boolean(),
      wait: fc.integer({ min: 0, max: 200 }),
      ticks: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('every score stands in the diary once, and every lost one was answered once', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        coach = createCoach(createMemoryTable());
        // The first run of a deployment looks ten minutes back; from then on it knows how far it has got.
        await coach.run();
        for (const from of [ana, bea]) await coach.say('JOIN', from);
        for (const { score, from, isLost, wait, ticks } of story) {
          coach.pass(wait);
          if (isLost) coach.lose(`PAIN ${score}`, from);
          else await coach.say(`PAIN ${score}`, from);
          if (ticks) await coach.run();
        }
        await coach.tickTwice();
        for (const from of [ana, bea]) {
          const expected = story.filter((text) => text.from === from).map(({ score }) => score);
          const found = (await coach.scores(from)).map(([, score]) => score ?? -1);
          expect(found.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
        }
        expect(coach.sent).toHaveLength(story.filter(({ isLost }) => isLost).length);
      }),
      { numRuns: 60 },
    );
  });
});

const subscriberOfAna = async () => {
  const { subscriber } = await coach.person();
  if (!subscriber) throw new Error('Ana has joined');
  return subscriber;
};
const idOfAna = async (): Promise<string> => (await subscriberOfAna()).id;
const wordOf = async (): Promise<string> => (await subscriberOfAna()).eraseWord?.word ?? '';
