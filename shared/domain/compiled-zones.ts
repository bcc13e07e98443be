import { read } from '../../content/compiled/zones.js';
import { lazily } from './lazily.ts';
import type { Stretch } from './zone-changes.ts';
import { blockIn, isUpToDate } from './zone-table.ts';

const table = lazily(read);

/**
 * One block of a zone without asking Intl, whose first answer takes 12 ms: it reads all that a locale has to say about
 * dates. Undefined where the table does not reach, and where this runtime knows newer rules than it was made from.
 */
export const compiledBlock = (zone: string, index: number): readonly Stretch[] | undefined =>
  isUpToDate(table(), process.versions['tz']) ? blockIn(table(), zone, index) : undefined;
