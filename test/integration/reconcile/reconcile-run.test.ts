import { describe, expect } from 'vitest';
import { TextsLeftError } from '../../../functions/reconcile-inbound/reconcile-inbound.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { TwilioLookupFailed } from '../../../shared/providers/twilio/messages-api.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { pepper } from '../../support/subscribers.ts';
import { ana, type Coach, createCoachOfMember } from './reconcile-set-up.ts';

const bea = '+12125550102';
const minute = 60_000;
let table: Table;
let coach: Coach;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  coach = await createCoachOfMember(table);
});

describe('the run', () => {
  it('twice at the same moment stores once and answers once', async () => {
    coach.lose('PAIN 6');
    coach.pass(120);
    await Promise.all([coach.run(), coach.run()]);
    expect([(await coach.events()).length, coach.sent.length]).toEqual([1, 1]);
  });

  it('that dies between storing and answering loses the answer, not the text', async () => {
    coach.lose('PAIN 6');
    const died = coach.dieSending();
    coach.pass(120);
    void coach.run();
    await died;
    await coach.tickTwice();
    expect([await coach.scores(), coach.sent]).toEqual([[['2030-01-07', 6]], []]);
  });

  it('that dies before storing leaves the text, and its sender’s later ones, to the next', async () => {
    const lost = coach.lose('PAIN 6');
    coach.pass(1);
    coach.lose('FIX 5');
    coach.lose('PAIN 3', bea);
    coach.pass(120);
    let dying = true;
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          // Ana's: both senders are handled at a time, and either may be first.
          const isAnas = JSON.stringify(args.input).includes(pseudonymOf(pepper, 'sms', ana));
          if (!dying || !isAnas || commandName !== 'UpdateItemCommand') return next(args);
          dying = false;
          throw new Error('throttled');
        },
      { step: 'initialize', name: 'dying' },
    );
    await expect(coach.run()).rejects.toThrow(new TextsLeftError(1, 0));
    expect(await coach.watermark()).toBe(lost.dateCreated - 1);
    coach.pass(300);
    await coach.run();
    expect(await coach.scores()).toEqual([['2030-01-07', 5]]);
    expect(coach.sent).toHaveLength(3);
  });

  it('finds a lost text after Twilio’s list was out for an hour', async () => {
    coach.lose('PAIN 6');
    const before = await coach.watermark();
    coach.twilio.isDown = true;
    for (let tick = 0; tick < 12; tick += 1) {
      coach.pass(300);
      await expect(coach.run()).rejects.toThrow(TwilioLookupFailed);
    }
    expect(await coach.watermark()).toBe(before);
    coach.twilio.isDown = false;
    await coach.run();
    expect([await coach.scores(), coach.sent.length]).toEqual([[['2030-01-07', 6]], 1]);
    expect(await coach.watermark()).toBe(coach.clock.now() - minute);
  });

  it.each([
    ['throttled', 3],
    ['not-accepted', 3],
    ['in-doubt', 1],
    ['refused', 1],
  ] as const)('tries an answer that was %s %i times in all', async (kind, times) => {
    coach.twilio.answers.push(...Array.from({ length: 3 }, () => kind));
    coach.lose('PAIN 6');
    coach.pass(120);
    await coach.run();
    expect(coach.sent).toHaveLength(times);
    expect(coach.logged).toContain('answer-not-sent');
  });
});
