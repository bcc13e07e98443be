import type { ReadingClinic } from '../../shared/domain/desk/red-flag-readers.ts';

/** A clinic that looks at red flags: on weekdays from 9 to 17 in New York, at first the front desk. */
export const readingClinic: ReadingClinic = {
  clinic: 'Elm Street Physio',
  zone: 'America/New_York',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  contacts: ['front desk', 'duty physio'],
};
