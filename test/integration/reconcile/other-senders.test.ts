import { describe, expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { ana, type Coach, createCoachOfMember } from './reconcile-set-up.ts';

let coach: Coach;
it.beforeEach(async ({ table }) => {
  coach = await createCoachOfMember(table);
});

describe('a text by RCS whose webhook failed', () => {
  it('is that phone’s: stored, and answered to the number, which has RCS or not', async () => {
    coach.lose('PAIN 6', `rcs:${ana}`);
    await coach.tickTwice();
    expect(await coach.scores()).toEqual([['2030-01-07', 6]]);
    expect(coach.sent).toMatchObject([{ to: ana, body: expect.stringContaining('6') }]);
  });

  it('stands in order with what was texted by SMS', async () => {
    coach.lose('PAIN 6', `rcs:${ana}`);
    coach.pass(1);
    coach.lose('FIX 4');
    coach.pass(1);
    coach.lose('STOP', `rcs:${ana}`);
    await coach.tickTwice();
    expect([await coach.scores(), await coach.status()]).toEqual([[['2030-01-07', 4]], 'stopped']);
  });

  it('that cries for help is answered', async () => {
    coach.lose('I want to die', `rcs:${ana}`);
    await coach.tickTwice();
    expect(coach.words()).toEqual([expect.stringContaining('988')]);
  });
});

it('texts of nobody are counted by reason, each by one run', async () => {
  for (const from of ['36180', '36181', 'CLINIC', 'messenger:1234567890']) coach.lose('PAIN 6', from);
  await coach.tickTwice();
  await coach.tickTwice();
  expect(coach.dropped).toEqual([
    { channel: 'sms', reason: 'short-code', count: 2 },
    { channel: 'sms', reason: 'name', count: 1 },
    { channel: 'sms', reason: 'other-channel', count: 1 },
  ]);
  expect(coach.sent).toEqual([]);
});
