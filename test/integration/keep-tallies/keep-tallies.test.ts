import { describe, expect } from 'vitest';
import { createKeepTallies } from '../../../functions/keep-tallies/keep-tallies.ts';
import { UnreadableTipChangeError } from '../../../functions/keep-tallies/read-tip-change.ts';
import { pictureOf } from '../../../shared/domain/desk/todays-picture.ts';
import type { TipOutcome } from '../../../shared/domain/tips/tip-outcome.ts';
import { createTallyStore } from '../../../shared/store/tally-store.ts';
import { createTipStore } from '../../../shared/store/tip-store.ts';
import { it as overEngine } from '../../support/engine.ts';
import { contentsOf } from '../../support/replies.ts';
import { batchOf, keepTalliesOf } from '../../support/tip-stream.ts';

const it = overEngine.extend('counted', async ({ table, endpoint }) => {
  const stream = await keepTalliesOf(table, endpoint);
  const tallies = createTallyStore(table);
  return {
    ...stream,
    table,
    tips: createTipStore(table),
    picture: async () => pictureOf(date, await tallies.read(date)),
  };
});

const date = '2030-01-07';
const at = Date.now();
/** The engine's own clock is this machine's: a day of ours would be too long ago, or to come, which is counted all the same. */
const outcome = (id: string, rest: Pick<TipOutcome, 'state'> & Partial<TipOutcome>): TipOutcome => ({
  id,
  date,
  at,
  channel: 'sms',
  ...rest,
});
const sent = ['ana', 'bo', 'cy'].map((id) => outcome(id, { state: 'accepted' }));

describe('the tallies of a day', () => {
  it('follow what becomes of each tip, to its end', async ({ counted }) => {
    const { tips, follow, picture } = counted;
    await tips.record([...sent, outcome('di', { state: 'skipped', reason: 'paused' })]);
    await follow();
    expect(await picture()).toMatchObject({ decided: 4, outcomes: { accepted: 3 }, withoutTip: { paused: 1 } });
    await tips.moveForward(outcome('ana', { state: 'delivered' }));
    await tips.moveForward(outcome('bo', { state: 'undelivered', code: '30003' }));
    await tips.moveForward(outcome('di', { state: 'accepted' }));
    await follow();
    expect(await picture()).toEqual({
      date,
      decided: 4,
      missed: 1,
      outcomes: { accepted: 2, delivered: 1, undelivered: 1 },
      withoutTip: {},
    });
  });

  it('are the same however often, in whichever parts, a shard is told again', async ({ counted }) => {
    const { tips, changes, keep, picture } = counted;
    await tips.record(sent);
    await tips.moveForward(outcome('ana', { state: 'delivered' }));
    await tips.moveForward(outcome('bo', { state: 'failed' }));
    const all = await changes();
    expect(all).toHaveLength(5);
    // Cut off after the third, told whole, by its half, by its end, from before what is known.
    for (const [from, to] of [
      [0, 3],
      [0, 5],
      [0, 2],
      [3, 5],
      [4, 5],
      [0, 5],
    ] as const)
      await keep(batchOf(all.slice(from, to)));
    expect(await picture()).toMatchObject({ decided: 3, outcomes: { accepted: 1, delivered: 1, failed: 1 } });
  });

  it('add up what several shards tell, each by its own count', async ({ counted }) => {
    const { tips, changes, keep, picture, table } = counted;
    await tips.record(sent);
    const [first, ...others] = await changes();
    if (!first) throw new Error('nothing was told');
    for (const batch of [batchOf([first], 'shardId-1'), batchOf(others, 'shardId-2'), batchOf([first], 'shardId-1')])
      await keep(batch);
    expect((await picture()).decided).toBe(3);
    const items = (await contentsOf(table)).filter(({ PK }) => PK === `TALLY#${date}`);
    expect(items.map(({ SK }) => SK)).toEqual(['shardId-1', 'shardId-2']);
    // Whose tips these are stands in none.
    expect(JSON.stringify(items)).not.toMatch(/ana|bo|cy/);
  });

  it('count a batch of one day by one write, and nothing of it if it is told again', async ({ counted }) => {
    const { tips, changes, table } = counted;
    await tips.record(sent);
    const told: string[] = [];
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (input) => {
          told.push(String(commandName));
          return next(input);
        },
      { step: 'initialize', name: 'told' },
    );
    const keep = createKeepTallies({ log: () => {}, tallies: createTallyStore(table) });
    const all = await changes();
    told.length = 0;
    await keep(batchOf(all));
    expect(told).toEqual(['UpdateItemCommand']);
    await keep(batchOf(all));
    expect(told).toEqual(['UpdateItemCommand', 'UpdateItemCommand', 'GetItemCommand']);
  });

  it('take back whoever is erased', async ({ counted }) => {
    const { tips, follow, picture, table } = counted;
    await tips.record(sent);
    await follow();
    const { DeleteCommand } = await import('@aws-sdk/lib-dynamodb');
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { PK: 'SUB#bo', SK: `TIP#${date}` } }));
    await follow();
    expect(await picture()).toMatchObject({ decided: 2, outcomes: { accepted: 2 } });
  });

  it('leave alone what is no tip, and what is long past', async ({ counted }) => {
    const { tips, changes, keep, table } = counted;
    await tips.record([outcome('ana', { state: 'accepted', date: '2020-01-07' })]);
    const records = await changes();
    expect(await keep(batchOf(records))).toEqual({ state: {} });
    expect(await keep({ shardId: 'shardId-1', state: {}, isFinalInvokeForWindow: true })).toEqual({ state: {} });
    expect((await contentsOf(table)).filter(({ PK }) => String(PK).startsWith('TALLY#'))).toEqual([]);
  });

  it('stop at what they cannot read, naming no value', async ({ counted }) => {
    const { tips, changes, keep } = counted;
    await tips.record(sent);
    const [first] = await changes();
    const broken = structuredClone(first);
    if (broken?.dynamodb?.NewImage) broken.dynamodb.NewImage['state'] = { S: 'lost in a wheelbarrow' };
    const failing = expect(keep(batchOf(broken ? [broken] : []))).rejects;
    await failing.toThrow(UnreadableTipChangeError);
    await expect(keep(batchOf(broken ? [broken] : []))).rejects.not.toThrow(/wheelbarrow/);
    await expect(keep({ Records: first ? [first] : [] })).rejects.toThrow(/shardId/);
  });
});
