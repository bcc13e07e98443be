import { askForBlock, blockMs, offsetFormat, type Stretch } from '../shared/domain/zone-changes.ts';
import { partsOf, type ZoneTable } from '../shared/domain/zone-table.ts';

/** The year that a diary looks back, and as long as a deployment may go without a new one before it asks Intl again. */
const blocksBefore = 1;
const blocksAfter = 2;
const minuteMs = 60_000;

const inMinutes = (ms: number): number => {
  if (ms % minuteMs !== 0) throw new RangeError('a clock that does not change at a whole minute has no place here');
  return ms / minuteMs;
};

const clockOf = (zone: string, firstBlock: number, lastBlock: number): Omit<ZoneTable['groups'][number], 'zones'> => {
  const format = offsetFormat(zone);
  const stretches: Stretch[] = [];
  for (let index = firstBlock; index <= lastBlock; index += 1) {
    for (const stretch of askForBlock(format, index)) {
      if (stretch.offsetMs !== stretches.at(-1)?.offsetMs) stretches.push(stretch);
    }
  }
  const [first, ...changes] = stretches;
  return {
    offset: inMinutes(first?.offsetMs ?? 0),
    changes: changes.map(({ start, offsetMs }) => [inMinutes(start), inMinutes(offsetMs)]),
  };
};

/** The clocks of every zone around a day (`YYYY-MM-DD`), as this runtime's Intl tells them. */
export const compileZoneTable = (today: string): ZoneTable => {
  const block = Math.floor(Date.parse(today) / blockMs);
  const firstBlock = block - blocksBefore;
  const lastBlock = block + blocksAfter;
  const groups = new Map<string, { zones: Record<string, string> } & ReturnType<typeof clockOf>>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const clock = clockOf(zone, firstBlock, lastBlock);
    const key = JSON.stringify(clock);
    const group = groups.get(key) ?? { zones: {}, ...clock };
    const { region, name } = partsOf(zone);
    const others = group.zones[region];
    group.zones[region] = others === undefined ? name : `${others} ${name}`;
    groups.set(key, group);
  }
  return { version: process.versions['tz'] ?? '', firstBlock, lastBlock, groups: [...groups.values()] };
};
