import type { PromptFacts } from '../../shared/domain/answering/prompt-words.ts';
import type { Channel, Subscriber, TipClaim } from '../../shared/domain/people/subscriber.ts';
import type { DeliveryStatus } from '../../shared/domain/tips/delivery-status.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';

/** What the provider's own records say about a message whose send was not answered. */
export type Evidence =
  | { readonly kind: 'taken'; readonly providerId: string; readonly status: DeliveryStatus }
  | { readonly kind: 'not-taken' }
  /** The provider keeps no list (SES): a receipt settles it, or nothing does. */
  | { readonly kind: 'none' };

/** One channel's way to send a tip and to find out whether one was sent. */
export interface TipSender {
  readonly channel: Channel;
  /** Never throws; one attempt. `facts`: what the diary says, where the message tells it. */
  send(subscriber: Subscriber, claim: TipClaim, facts?: PromptFacts): Promise<SendOutcome>;
  /** @throws if the provider could not be asked: nothing follows from that */
  lookUp(subscriber: Subscriber, claim: TipClaim): Promise<Evidence>;
}
