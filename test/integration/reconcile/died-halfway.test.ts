import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createMemoryTable } from '../../simulation/store/memory-table.ts';
import { it } from '../../support/engine.ts';
import { converse, subscriberOfAna, wordOf } from './conversation.ts';
import { ana, type Coach, createCoach } from './reconcile-set-up.ts';

const bea = '+12125550102';
let table: Table;
let coach: Coach;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  coach = createCoach(table);
});

describe('a command whose webhook died halfway', () => {
  it('is finished: an erasure that was not queued is queued, until it is done', async () => {
    await converse(coach, 'JOIN', 'ERASE');
    await converse(coach, `ERASE ${await wordOf(coach)}`);
    for (const run of [1, 2]) {
      coach.erasures.length = 0;
      coach.pass(120);
      await coach.run();
      expect([run, coach.erasures.length > 0, coach.sent]).toEqual([run, true, []]);
    }
  });

  it('is finished: a tip that was given has its outcome', async () => {
    await converse(coach, 'JOIN');
    const { id } = await subscriberOfAna(coach);
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
    const date = (await subscriberOfAna(coach)).lastTip?.date ?? '';
    expect((await coach.stores.tips.readStates([{ id, date }])).get(id)).toBe('accepted');
  });

  it('is carried out if it was lost whole: ERASE and its word', async () => {
    await converse(coach, 'JOIN', '!ERASE');
    await coach.tickTwice();
    await converse(coach, `!ERASE ${await wordOf(coach)}`);
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
