import type { TipSender } from '../../../functions/send-tips/tip-sender.ts';
import type { Channel } from '../../../shared/domain/people/subscriber.ts';
import { classifySes, classifyTwilio } from '../../../shared/domain/tips/provider-errors.ts';
import type { Clock } from '../../../shared/platform/clock.ts';
import { indexOfId } from './subscribers.ts';

interface ProviderOptions {
  readonly clock: Clock;
  readonly channel: Channel;
  /** Messages a second. */
  readonly perSecond: number;
  /** How many may come at once after a pause. */
  readonly burst: number;
  /** How long the next answer takes. */
  readonly latencyMs: () => number;
  /** The people who may get messages. */
  readonly people: number;
}

const refusals = {
  sms: classifyTwilio(20429, 429),
  email: classifySes('TooManyRequestsException', 429, 'Maximum sending rate exceeded.'),
} as const;

/** A provider that takes so many messages a second, a token bucket, and refuses the rest as Twilio or SES does. */
export const createProvider = ({ clock, channel, perSecond, burst, latencyMs, people }: ProviderOptions) => {
  const taken = new Uint8Array(people);
  let messages = 0;
  let tokens = burst;
  let filledAt = clock.now();
  let firstAt = 0;
  let lastAt = 0;
  let throttled = 0;
  let oldestClaimMs = 0;

  const take = (): boolean => {
    const now = clock.now();
    tokens = Math.min(burst, tokens + ((now - filledAt) * perSecond) / 1000);
    filledAt = now;
    // Rounding errors of a sum of fractions stay below this.
    if (tokens < 1 - 1e-9) return false;
    tokens -= 1;
    return true;
  };

  const sender: TipSender = {
    channel,
    send: async ({ id }, claim) => {
      const now = clock.now();
      const accepted = take();
      oldestClaimMs = Math.max(oldestClaimMs, now - claim.claimedAt);
      if (accepted) {
        if (messages === 0) firstAt = now;
        lastAt = now;
        messages += 1;
        const index = indexOfId(id);
        taken[index] = (taken[index] ?? 0) + 1;
      } else throttled += 1;
      await clock.sleep(latencyMs());
      return accepted ? { kind: 'accepted', providerId: `SM${String(messages).padStart(32, '0')}` } : refusals[channel];
    },
    lookUp: async ({ id }) => {
      await clock.sleep(latencyMs());
      return taken[indexOfId(id)] ? { kind: 'taken', providerId: 'SM', status: 'accepted' } : { kind: 'not-taken' };
    },
  };

  return {
    sender,
    report: () => {
      const reached = taken.reduce((sum, times) => sum + (times > 0 ? 1 : 0), 0);
      return {
        people: reached,
        doubled: messages - reached,
        throttled,
        /** The part of the provider's rate that was used between the first message and the last. */
        used: (messages - 1) / ((perSecond * (lastAt - firstAt)) / 1000),
        seconds: (lastAt - firstAt) / 1000,
        /** The longest time from a claim to its call. */
        oldestClaimMs,
      };
    },
  };
};
