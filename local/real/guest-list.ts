import { createHash } from 'node:crypto';
import type { Journal } from '../journal.ts';

/** Who may be written to, over all channels: whoever came first, as many as were said. */
export interface GuestList {
  /** Whether an address is one of them; a new one becomes one while there is room. */
  admits(address: string): boolean;
}

/** The list outlives a restart; it holds no address, only what tells one from another. */
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
