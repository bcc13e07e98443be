import type { PromptFacts } from '../../shared/domain/answering/prompt-words.ts';
import type { Channel, Subscriber, TipClaim } from '../../shared/domain/people/subscriber.ts';
import type { DeliveryStatus } from '../../shared/domain/tips/delivery-status.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';

/** What the provider's records say about a message whose send got no answer. */
export type Evidence =
  | { readonly kind: 'taken'; readonly providerId: string; readonly status: DeliveryStatus }
  | { readonly kind: 'not-taken' }
  /** The provider keeps no list (SES): only a receipt can settle it. */
  | { readonly kind: 'none' };

/** One channel's way to send a tip and to find out whether one was sent. */
export interface TipSender {
  readonly channel: Channel;
  /** Makes one attempt, and never throws. `facts` is what the diary says, where the message tells it. */
  send(subscriber: Subscriber, claim: TipClaim, facts?: PromptFacts): Promise<SendOutcome>;
  /**
   * Looks a claimed tip up in the provider's records.
   * @throws if the provider could not be asked, from which nothing follows about the tip
   */
  lookUp(subscriber: Subscriber, claim: TipClaim): Promise<Evidence>;
}
