import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { contentsOf, createService, isWrite, watchCalls } from '../../support/replies.ts';
import { commands, withoutCount } from './told-twice.ts';

let table: Table;
let freshTable: () => Promise<Table>;
it.beforeEach(async ({ table: fresh, freshTable: make }) => {
  table = fresh;
  freshTable = make;
});

describe('a machine that dies at any write', () => {
  const told = ['PAIN 2', 'TIME 10:00'];
  const stories = new Map<string, Promise<readonly Record<string, unknown>[]>>();
  /** What a table holds after some texts; each story is told once. */
  const after = (bodies: readonly string[]): Promise<readonly Record<string, unknown>[]> => {
    const key = bodies.join();
    const tell = async () => {
      const world = await freshTable();
      const service = createService(world);
      for (const body of bodies) await service.text(body);
      return contentsOf(world);
    };
    const story = stories.get(key) ?? tell();
    stories.set(key, story);
    return story;
  };
  const play = async (bodies: readonly string[], body: string, crash?: { write: number; when: 'before' | 'after' }) => {
    const world = await freshTable();
    for (const Item of await after(bodies)) await world.client.send(new PutCommand({ TableName: world.name, Item }));
    const service = createService(world);
    service.after(1);
    const calls = watchCalls(world);
    if (crash) calls.crashAt(crash.write, crash.when);
    const died = await service.text(body, { id: 'it' }).then(
      () => false,
      () => true,
    );
    calls.callOff();
    const writes = calls.take().filter(isWrite).length;
    if (died) await service.text(body, { id: 'it' });
    return {
      ...{ died, writes, jobs: service.jobs, erasures: service.erasures },
      contents: withoutCount(await contentsOf(world)),
    };
  };

  it.each([
    ...commands.filter((body) => body !== 'JOIN jo@example.org').map((body) => [body, ['JOIN', ...told]] as const),
    ['JOIN', []] as const,
    ['JOIN jo@example.org', []] as const,
    ['JOIN', ['JOIN', ...told, 'STOP']] as const,
    ['JOIN jo@example.org', ['JOIN', ...told, 'STOP']] as const,
    ['JOIN', ['JOIN', ...told, 'wrong number']] as const,
  ])('%s after %j: delivered again, all ends as if nothing had happened', async (body, before) => {
    const undisturbed = await play(before, body);
    expect(undisturbed.writes).toBeLessThan(8);
    for (let write = 1; write <= undisturbed.writes; write += 1) {
      for (const when of ['before', 'after'] as const) {
        const { died, contents, jobs, erasures } = await play(before, body, { write, when });
        expect(died).toBe(true);
        expect(contents).toEqual(undisturbed.contents);
        expect([jobs.length > 0, erasures]).toEqual([undisturbed.jobs.length > 0, undisturbed.erasures]);
      }
    }
  });

  it.each([
    ['EMAIL jo@example.org', []],
    ['ERASE word', ['ERASE']],
  ])('between the profile and the queue (%s) queues the job when the message comes again', async (body, before) => {
    const service = createService(table);
    await service.text('JOIN');
    for (const earlier of before) await service.text(earlier);
    const said = body.replace('word', (await service.profile())?.eraseWord?.word ?? '');
    service.faults.beforeQueue = () => {
      service.faults.beforeQueue = () => {};
      throw new Error('the queue does not answer');
    };
    await expect(service.text(said, { id: 'it' })).rejects.toThrow('the queue');
    expect([service.jobs, service.erasures]).toEqual([[], []]);
    await service.text(said, { id: 'it' });
    expect([...service.jobs, ...service.erasures]).toHaveLength(1);
  });
});
