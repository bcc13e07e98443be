import type { ProfileView } from './profile-view.ts';
import type { Item } from './store/expression.ts';

/** A reply that a write has added to a day's item, and the words that it came in. */
export interface WrittenReply {
  /** As it is stored, field by field. */
  readonly event: Readonly<Record<string, unknown>>;
  /** Undefined where the world does not know them. */
  readonly words: string | undefined;
}

/** Anybody may write from a number that the subscription has given up: nothing but an opt-out is carried out. */
const isTheirs = (c: unknown, { phone }: ProfileView): boolean => c !== 'sms' || phone !== undefined;

/** The replies of an enrolled person that a write of a day's item has added; none of another enrolment's, or from a number given up. */
export const repliesWritten = (
  sortKey: string,
  before: Item | undefined,
  after: Item | undefined,
  view: ProfileView | undefined,
  wordsOf: (key: string) => string | undefined,
): readonly WrittenReply[] => {
  if (!after || view?.status !== 'active' || !sortKey.endsWith(view.epoch)) return [];
  return Object.entries(after)
    .filter(([key]) => key.startsWith('r#') && before?.[key] === undefined)
    .map(([key, stored]) => ({ event: { ...Object(stored) }, words: wordsOf(key) }))
    .filter(({ event }) => isTheirs(event['c'], view));
};
