import { read as readZoneTable } from '../../content/compiled/zones.js';
import { setZoneTable } from '../../shared/domain/time/zone-data.ts';
import { setWorldLaw } from './local-clock.ts';

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Runs a world when no other is under way in this thread, which has one table of time zones as a process of a function
 * has: worlds with different laws cannot share it. The table is the compiled one again when the world is over.
 */
export const inTurn = <T>(runWorld: () => Promise<T>): Promise<T> => {
  const turn = lastTurn.then(runWorld).finally(() => {
    setWorldLaw(undefined);
    setZoneTable(readZoneTable());
  });
  lastTurn = turn.catch(() => {});
  return turn;
};
