import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { createDueStore } from '../../../shared/store/due-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { contentsOf } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';
import type { Restorable } from './restore-set-up.ts';

export const idOf = (address: string): string => pseudonymOf(pepper, address.includes('@') ? 'email' : 'sms', address);

/** Eight people, by their numbers. */
export const [ann, bob, cay, dee, eve, fay, gus, hal] = [
  '+12125552000',
  '+12125552001',
  '+12125552002',
  '+12125552003',
  '+12125552004',
  '+12125552005',
  '+12125552006',
  '+12125552007',
] as const;

/** They text, a minute apart. */
export const say = async (world: Restorable, from: string, ...bodies: readonly string[]): Promise<void> => {
  for (const body of bodies) {
    world.service.after(1);
    await world.service.text(body, { from, id: `${from} ${body} ${world.service.clock.now()}` });
  }
};
const eraseAll = async (world: Restorable, from: string): Promise<void> => {
  await say(world, from, 'ERASE');
  await say(world, from, `ERASE ${(await world.service.profile(from))?.eraseWord?.word}`);
  await world.service.runErasures();
  await world.service.runErasures();
};
/** How each of some stands. */
export const statuses = async (world: Restorable, ...who: readonly string[]) =>
  Promise.all(who.map(async (one) => (await world.service.profile(one))?.status ?? 'nobody'));

/** Who could get a tip at any hour of the next two days: what the scheduler finds, and no reason against it. */
export const whoMayGetTips = async (world: Restorable, table: Table): Promise<readonly string[]> => {
  const due = createDueStore(table);
  const found = new Set<string>();
  for (const item of await contentsOf(table)) {
    if (item['SK'] !== 'PROFILE' || typeof item['due'] !== 'string') continue;
    for await (const page of due.findDue(String(item['zone']), item['due'].slice(0, 5)))
      for (const { id } of page) found.add(id);
  }
  const may: string[] = [];
  for (const id of found) {
    const subscriber = await world.service.stores.persons.readSubscriber(id);
    if (subscriber?.status === 'active') may.push(id);
  }
  return may.toSorted();
};

/** Eight lives: what they had said when the backup was made … */
export const livesBefore = async (world: Restorable): Promise<void> => {
  for (const who of [ann, bob, cay, dee, eve, fay, gus]) await say(world, who, 'JOIN', 'PAIN 6 a note');
  await say(world, cay, 'STOP');
  await say(world, gus, 'CLINIC YES');
};
/** … and what they said since. */
export const livesSince = async (world: Restorable): Promise<void> => {
  world.service.after(60);
  await say(world, bob, 'STOP');
  await say(world, cay, 'START');
  await eraseAll(world, dee);
  await eraseAll(world, eve);
  await say(world, eve, 'JOIN', 'PAIN 2');
  await say(world, fay, 'STOP', 'START', 'STOP', 'START');
  await say(world, gus, 'CLINIC NO');
  await say(world, hal, 'JOIN');
};
