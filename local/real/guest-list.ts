import { createHash } from 'node:crypto';
import type { Journal } from '../journal.ts';

/** The people who may be written to, over all channels: the first to come, up to a set number. */
export interface GuestList {
  /** Whether an address is on the list; a new one is added while there is room. */
  admits(address: string): boolean;
}

/** A list that outlasts restarts; it holds fingerprints, no addresses. */
export const createGuestList = (most: number, journal: Journal<true>): GuestList => {
  const guests = new Set(journal.kept.keys());
  return {
    admits: (address) => {
      const name = createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
      if (guests.has(name)) return true;
      if (guests.size >= most) return false;
      guests.add(name);
      journal.put(name, true);
      return true;
    },
  };
};
