import { localDateTime } from '../../shared/domain/time/zone-clock.ts';

/** A zone where it is noon or soon after: workers on the real clock keep to the sending window. */
export const noonZone = (now: number): string => {
  const zone = Intl.supportedValuesOf('timeZone').find((name) => localDateTime(name, now).time.startsWith('12:'));
  if (!zone) throw new RangeError('it is noon nowhere');
  return zone;
};
