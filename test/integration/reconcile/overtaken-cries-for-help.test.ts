import { describe, expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { converse, wordOf } from './conversation.ts';
import { type Coach, createCoach } from './reconcile-set-up.ts';

let coach: Coach;
it.beforeEach(async ({ table }) => {
  coach = createCoach(table);
});

describe('a cry for help that something later has overtaken', () => {
  it.each([
    ['before an erasure', ['JOIN', '!I want to die'], []],
    ['before an erasure and a JOIN', ['JOIN', '!I want to die'], ['JOIN']],
    ['with a STOP that a JOIN came after', ['JOIN', 'STOP', '!STOP, I want to die', 'JOIN'], undefined],
  ] as const)('%s is answered once', async (_when, before, after) => {
    await converse(coach, ...before);
    if (after) {
      await converse(coach, 'ERASE');
      await converse(coach, `ERASE ${await wordOf(coach)}`);
      await coach.erase();
      await converse(coach, ...after);
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
    await converse(coach, ...before);
    await converse(coach, before[0] === 'JOIN' ? 'ERASE' : 'EFFACER');
    await converse(coach, `ERASE ${await wordOf(coach)}`);
    if (before[0] === 'JOIN') await coach.erase();
    await coach.tickTwice();
    expect(coach.words()).toEqual([expect.stringMatching(/Parlez à quelqu'un maintenant/)]);
  });
});
