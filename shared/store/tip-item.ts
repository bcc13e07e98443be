import * as z from 'zod/mini';
import { lazily } from '../domain/lazily.ts';
import { rankOfTip, type TipOutcome } from '../domain/tip-outcome.ts';
import { subscriberKey, tipKey } from './keys.ts';
import { CorruptItemError } from './subscriber-item.ts';

const schema = lazily(() =>
  z.object({
    state: z.enum(['accepted', 'sent', 'delivered', 'undelivered', 'failed', 'skipped', 'unknown']),
    at: z.number(),
  }),
);

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
export const stateOfItem = (item: unknown): z.infer<ReturnType<typeof schema>>['state'] => {
  const parsed = schema().safeParse(item);
  if (!parsed.success)
    throw new CorruptItemError(
      'TIP',
      parsed.error.issues.map((issue) => issue.path[0] ?? '?'),
    );
  return parsed.data.state;
};
