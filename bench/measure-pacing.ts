import type { Channel } from '../shared/domain/people/subscriber.ts';
import { runPacing } from '../test/simulation/load/run-pacing.ts';

/** Rates of docs/facts.md#a9 (Twilio, by kind of number) and B2 (SES), and whole groups for a minute or more at each. */
const rates: readonly (readonly [Channel, number, number])[] = [
  ['sms', 1, 600],
  ['sms', 3, 600],
  ['sms', 12, 1500],
  ['sms', 25, 3000],
  ['sms', 75, 6000],
  ['sms', 225, 18_000],
  ['email', 14, 1500],
  ['email', 200, 16_000],
];

/** Providers that allow less than the deployment was told. */
const slower: readonly (readonly [Channel, number, number, number])[] = [
  ['sms', 25, 12, 1500],
  ['email', 200, 100, 8000],
];

export type Pacing = Awaited<ReturnType<typeof runPacing>> & { readonly channel: Channel; readonly people: number };

/** How much of each provider's rate is used while tips are due, and how many calls it refuses; simulated, deterministic. */
export const measurePacing = async (): Promise<{
  readonly allowed: readonly Pacing[];
  readonly refused: readonly Pacing[];
}> => {
  const [allowed, refused]: [Pacing[], Pacing[]] = [[], []];
  for (const [channel, perSecond, people] of rates)
    allowed.push({ channel, ...(await runPacing({ channel, perSecond, people })) });
  for (const [channel, perSecond, limit, people] of slower)
    refused.push({ channel, ...(await runPacing({ channel, perSecond, allowed: limit, people })) });
  return { allowed, refused };
};
