import type { Places } from '../domain/places/places.ts';
import { once } from '../platform/once.ts';

/**
 * Loads the places of the world when somebody first names one: a cold start reads neither them nor what looks for them.
 */
export const loadPlaces: () => Promise<Places> = once(async () => {
  const [{ read }, { createPlaces }] = await Promise.all([
    import('../../content/compiled/places.js'),
    import('../domain/places/places.ts'),
  ]);
  return createPlaces(read());
});
