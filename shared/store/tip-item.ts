import type { TriedDay } from '../domain/tips/failing-address.ts';
import { rankOfTip, type TipOutcome, type TipState } from '../domain/tips/tip-outcome.ts';
import { readOutcome, readWholeOutcome } from '../schemas/stored-items.ts';
import { definedOnly } from './defined-only.ts';
import { idOfKey, subscriberKey, tipKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';

/** The item of a tip's outcome. `rank` makes the order of states comparable in a condition. */
export const outcomeItem = ({ id, date, ...outcome }: TipOutcome): Record<string, unknown> => ({
  PK: subscriberKey(id),
  SK: tipKey(date),
  ...outcome,
  rank: rankOfTip(outcome.state),
});

/**
 * The state a tip's item is in.
 * @throws CorruptItemError
 */
export const stateOfItem = (item: unknown): TipState => parsedItem('TIP', readOutcome(item)).state;

/**
 * What a tip's item tells about a run of failures.
 * @throws CorruptItemError
 */
export const triedDayOfItem = (item: unknown): TriedDay => parsedItem('TIP', readOutcome(item));

/**
 * All that a tip's item tells.
 * @throws CorruptItemError
 */
export const tipOutcomeOfItem = (item: Readonly<Record<string, unknown>>): TipOutcome => ({
  id: idOfKey(String(item['PK'])),
  date: String(item['SK']).slice(tipKey('').length),
  ...definedOnly(parsedItem('TIP', readWholeOutcome(item))),
});
