import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect } from 'vitest';
import type { Operation } from '../../../shared/domain/desk/authorise.ts';
import { createAuditStore } from '../../../shared/store/audit-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { deskOver, drLee, sam } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { ana, createService, watchCalls } from '../../support/replies.ts';

const monday = '2030-01-07';
const noon = Date.parse(`${monday}T12:00:00.123Z`);

/** What was done, in the order in which the trail tells it. */
const toldBy = async (table: Table): Promise<readonly string[]> =>
  (await createAuditStore(table).readDay(monday)).map(({ operation }) => operation);

describe('acts within one thousandth of a second', () => {
  it('are told in the order in which they were done', async ({ table }) => {
    const audit = createAuditStore(table);
    const done: readonly Operation[] = ['find', 'show', 'explain', 'pause', 'resume', 'move', 'stop', 'erase'];
    // Random bytes fall as they like: here each is below the one before.
    for (const [index, operation] of done.entries())
      await audit.append({ at: noon, actor: sam, operation }, `${9 - index}fffff`);
    expect(await toldBy(table)).toEqual(done);
  });

  it('are none of them lost, though two colleagues draw the same random bytes', async ({ table }) => {
    const audit = createAuditStore(table);
    await audit.append({ at: noon, actor: sam, operation: 'worklist' }, 'a1');
    await audit.append({ at: noon, actor: drLee, operation: 'worklist' }, 'a1');
    await audit.append({ at: noon, actor: sam, operation: 'pause' }, 'a1');
    expect((await audit.readDay(monday)).map(({ who, operation }) => `${who} ${operation}`)).toEqual([
      'sam worklist',
      'dr-lee worklist',
      'sam pause',
    ]);
  });

  it('are none of them lost when many are done at once', async ({ table }) => {
    const audit = createAuditStore(table);
    const colleagues = Array.from({ length: 30 }, (_, index) => `colleague-${String(index).padStart(2, '0')}`);
    await Promise.all(
      colleagues.map((name) => audit.append({ at: noon, actor: { ...sam, name }, operation: 'worklist' }, name)),
    );
    const trail = await audit.readDay(monday);
    expect(trail.map(({ who }) => who).sort()).toEqual(colleagues);
  });

  it('are told once, though the answer to a write was lost and the write repeated', async ({ table }) => {
    const audit = createAuditStore(table);
    const line = { at: noon, actor: sam, operation: 'stop' } as const;
    await audit.append(line, 'a1');
    await audit.append(line, 'a1');
    expect(await toldBy(table)).toEqual(['stop']);
  });

  it('stand behind a line of an earlier version, which ended in random letters', async ({ table }) => {
    const instant = new Date(noon).toISOString();
    const former = { PK: `AUDIT#${monday}`, SK: `${instant}#f00ba4f00ba4`, at: noon, who: 'sam', role: 'staff' };
    await table.client.send(new PutCommand({ TableName: table.name, Item: { ...former, operation: 'find' } }));
    const audit = createAuditStore(table);
    for (const [nonce, operation] of [
      ['b2', 'pause'],
      ['a1', 'stop'],
    ] as const)
      await audit.append({ at: noon, actor: sam, operation }, nonce);
    expect(await toldBy(table)).toEqual(['find', 'pause', 'stop']);
  });
});

describe('the trail of a service whose clock stands, as npm start has it', () => {
  it('tells what two colleagues did in turn, in turn', async ({ table }) => {
    const service = createService(table);
    await service.text('JOIN');
    // Two processes: each draws its own random bytes.
    const desk = deskOver(table, service);
    const other = deskOver(table, service);
    await desk.find(sam, ana);
    await other.pause(drLee, ana, 3);
    await desk.resume(sam, ana);
    await other.stop(drLee, ana);
    expect((await desk.readAudit(drLee, monday)).map(({ who, operation }) => `${who} ${operation}`)).toEqual([
      'sam find',
      'dr-lee pause',
      'sam resume',
      'dr-lee stop',
      'dr-lee read-audit',
    ]);
  });

  it('costs more than one write only whoever comes second', async ({ table }) => {
    const audit = createAuditStore(table);
    const watched = watchCalls(table);
    await audit.append({ at: noon, actor: sam, operation: 'find' }, 'a1');
    expect(watched.take()).toEqual(['PutItem']);
    for (const nonce of ['b2', 'c3', 'd4']) {
      await audit.append({ at: noon, actor: sam, operation: 'find' }, nonce);
      expect(watched.take()).toEqual(['PutItem', 'Query', 'PutItem']);
    }
  });
});
