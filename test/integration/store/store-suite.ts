import { describe } from 'vitest';
import { describeClaims } from './claim-suite.ts';
import { describeDiary } from './diary-suite.ts';
import { describeProfiles } from './profile-suite.ts';
import type { NewTable } from './store-set-up.ts';

interface Engine {
  /** Whether it says what a call cost. */
  readonly counts?: boolean;
  /** Whether it knows PartiQL, by which claims are made and outcomes recorded. */
  readonly partiql?: boolean;
}

/**
 * What every engine that the stores run on is held to; `newTable` gives each test a table of its own. What an engine
 * cannot do is not asked of it.
 */
export const describeStores = (
  engine: string,
  newTable: NewTable,
  { counts = true, partiql = true }: Engine = {},
): void => {
  describe(`over ${engine},`, () => {
    describeProfiles(newTable, counts);
    describeDiary(newTable);
    if (partiql) describeClaims(newTable);
  });
};
