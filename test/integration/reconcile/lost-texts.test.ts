import { describe, expect } from 'vitest';
import { TextsLeftError } from '../../../functions/reconcile-inbound/reconcile-inbound.ts';
import { TwilioLookupFailed } from '../../../shared/providers/twilio/messages-api.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { ana, type Coach, createCoachOfMember } from './reconcile-set-up.ts';

const bea = '+12125550102';
const minute = 60_000;
let table: Table;
let coach: Coach;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  coach = await createCoachOfMember(table);
});

describe('a text whose webhook failed', () => {
  it('is stored and answered once, within two ticks', async () => {
    coach.pass(270);
    coach.lose('PAIN 6');
    coach.pass(30);
    await coach.run();
    expect(await coach.scores()).toEqual([]);
    coach.pass(300);
    await coach.run();
    expect(await coach.scores()).toEqual([['2030-01-07', 6]]);
    expect(coach.words()).toEqual([expect.stringContaining('6')]);
    expect(coach.sent[0]).toMatchObject({ to: ana, from: '+15550001111' });
    expect(coach.sent[0]?.statusCallback).toContain('kind=answer');
    await coach.tickTwice();
    expect([await coach.scores(), coach.sent.length]).toEqual([[['2030-01-07', 6]], 1]);
  });

  it('is handled after the one before it, which was lost too', async () => {
    coach.lose('JOIN', bea);
    coach.pass(1);
    coach.lose('PAIN 7', bea);
    await coach.tickTwice();
    expect([await coach.status(bea), await coach.scores(bea)]).toEqual(['active', [['2030-01-07', 7]]]);
    expect(coach.words()).toEqual([expect.stringContaining('STOP'), expect.stringContaining('7')]);
  });

  it('keeps its place among the texts of one second', async () => {
    coach.lose('PAIN 7');
    coach.lose('FIX 5');
    coach.lose('PAIN 3', bea);
    await coach.tickTwice();
    expect(await coach.scores()).toEqual([['2030-01-07', 5]]);
  });

  it('leaves, if it was STOP, and is not answered twice: Twilio has', async () => {
    coach.lose('STOP');
    await coach.tickTwice();
    expect([await coach.status(), coach.sent]).toEqual(['stopped', []]);
  });

  it('leaves, if it was STOP in other words, and is told so once', async () => {
    coach.lose('please stop texting me');
    await coach.tickTwice();
    await coach.tickTwice();
    expect([await coach.status(), coach.sent.length]).toEqual(['stopped', 1]);
  });

  it('is logged for the day on which it was sent', async () => {
    // Two minutes to midnight in New York.
    coach.clock.set('2030-01-08T04:58:00Z');
    coach.lose('PAIN 8');
    await coach.tickTwice();
    expect(await coach.scores()).toEqual([['2030-01-07', 8]]);
  });

  it('is answered at once by the safety answer, whatever the hour', async () => {
    coach.clock.set('2030-01-08T03:00:00Z');
    coach.lose('I want to die');
    coach.twilio.isDown = true;
    coach.pass(2 * 3600);
    await expect(coach.run()).rejects.toThrow(TwilioLookupFailed);
    coach.twilio.isDown = false;
    await coach.tickTwice();
    expect(coach.words()).toEqual([expect.stringContaining('988')]);
  });

  it('is not answered at night when it is hours old', async () => {
    coach.clock.set('2030-01-08T03:00:00Z');
    coach.lose('PAIN 4');
    coach.pass(2 * 3600);
    await coach.run();
    expect([await coach.scores(), coach.sent]).toEqual([[['2030-01-07', 4]], []]);
    expect(coach.logged).toContain('answer-held-back');
  });

  it('is not handled any more when it is a day old', async () => {
    coach.lose('PAIN 4');
    coach.pass(24 * 3600 + 1);
    await coach.run();
    expect([await coach.scores(), coach.sent]).toEqual([[], []]);
    expect(coach.logged).toContain('texts-unchecked');
  });

  it.each([
    ['a short code', '12345'],
    ['a name', 'BANK'],
  ])('is ignored if it is from %s', async (_, from) => {
    coach.lose('JOIN', from);
    await coach.tickTwice();
    expect(coach.sent).toEqual([]);
  });

  it('is ignored if it was only a picture, and counted as lost if it was redacted', async () => {
    coach.list(ana, '', 'MM');
    await coach.tickTwice();
    coach.list(ana, '');
    coach.lose('PAIN 2');
    coach.pass(120);
    await expect(coach.run()).rejects.toThrow(new TextsLeftError(0, 1));
    expect(await coach.scores()).toEqual([['2030-01-07', 2]]);
    expect(await coach.watermark()).toBe(coach.clock.now() - minute);
  });
});

describe('a text whose webhook died before the mail it asks for was queued', () => {
  /** All tries of its webhook die there, and nothing but the text itself is lost by it. */
  const dies = async (body: string, from: string): Promise<void> => {
    coach.faults.beforeQueue = () => {
      throw new Error('the queue does not answer');
    };
    await expect(coach.say(body, from)).rejects.toThrow('the queue');
    coach.faults.beforeQueue = () => {};
  };

  it.each([
    ['JOIN jo@example.org', [], []],
    ['JOIN jo@example.org', ['JOIN', 'STOP'], []],
    ['JOIN jo@example.org', ['JOIN', 'wrong number'], []],
    ['JOIN jo@example.org', [], ['PAIN 5', 'TIME 10:00']],
    ['EMAIL jo@example.org', ['JOIN'], []],
    ['EMAIL jo@example.org', ['JOIN'], ['PAIN 5', 'TIME 10:00']],
  ])('queues it once, within two ticks: %s after %j, before %j', async (body, before, after) => {
    for (const earlier of before) await coach.say(earlier, bea);
    await dies(body, bea);
    for (const later of after) {
      coach.pass(1);
      await coach.say(later, bea);
    }
    await coach.tickTwice();
    await coach.tickTwice();
    expect([coach.jobs.length, coach.sent]).toEqual([1, []]);
    expect((await coach.person(bea)).subscriber?.pendingMailbox?.address).toBe('jo@example.org');
  });

  it('queues nothing if its sender has left meanwhile', async () => {
    await coach.say('JOIN', bea);
    await dies('EMAIL jo@example.org', bea);
    coach.pass(1);
    await coach.say('STOP', bea);
    await coach.tickTwice();
    expect(coach.jobs).toEqual([]);
  });
});

describe('a text whose webhook worked', () => {
  it.each(['PAIN 6', 'PAUSE 3', 'JOIN', 'HELP', 'my back is fine, thanks', 'STOP', 'JOIN jo@example.org'])(
    'is not carried out again: %s',
    async (body) => {
      await coach.say(body);
      const before = [await coach.person(), coach.jobs.length];
      await coach.tickTwice();
      await coach.tickTwice();
      const after = [await coach.person(), coach.jobs.length];
      expect(after).toEqual(before);
      expect(coach.sent).toEqual([]);
    },
  );

  it('is not carried out again when its sender was a stranger then', async () => {
    await coach.say('hello?', bea);
    coach.pass(1);
    await coach.say('JOIN', bea);
    await coach.tickTwice();
    expect([await coach.events(bea), coach.sent]).toEqual([[], []]);
  });

  it('and is at it right now is stored once', async () => {
    const text = coach.lose('PAIN 6');
    coach.pass(120);
    await Promise.all([coach.deliver(text), coach.run()]);
    expect(await coach.events()).toHaveLength(1);
  });

  it('while it is looked for is not answered a second time', async () => {
    const text = coach.lose('PAIN 6');
    coach.pass(120);
    let queries = 0;
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          queries += commandName === 'QueryCommand' ? 1 : 0;
          // The third is handleReply's own: the sender, and what they said as a stranger, have been read by then.
          if (commandName === 'QueryCommand' && queries === 3) await coach.deliver(text);
          return next(args);
        },
      { step: 'initialize' },
    );
    await coach.run();
    expect([(await coach.events()).length, coach.sent]).toEqual([1, []]);
  });

  it('costs one Query a sender, beside the watermark', async () => {
    for (const body of ['PAIN 6', 'PAIN 5', 'HELP']) await coach.say(body);
    await coach.say('JOIN', bea);
    coach.pass(900);
    const calls: string[] = [];
    table.client.middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) => {
          calls.push(commandName);
          return next(args);
        },
      { step: 'initialize' },
    );
    await coach.run();
    expect(calls.sort()).toEqual(['GetItemCommand', 'PutItemCommand', 'QueryCommand', 'QueryCommand']);
  });
});
