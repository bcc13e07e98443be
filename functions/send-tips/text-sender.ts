import { renderMessage } from '../../shared/domain/answering/message.ts';
import { isPromptText, type PromptFacts, wordsOfPrompt } from '../../shared/domain/answering/prompt-words.ts';
import {
  type Language,
  languages,
  possibleZones,
  type Subscriber,
  type TipClaim,
} from '../../shared/domain/people/subscriber.ts';
import { windowClosesIn } from '../../shared/domain/time/sending-window.ts';
import { statusOfTwilio } from '../../shared/domain/tips/delivery-status.ts';
import { dayMessageKind } from '../../shared/domain/tips/prompt.ts';
import type { Texts } from '../../shared/domain/tips/texts.ts';
import { statusCallbackUrl } from '../../shared/providers/receipts.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import type { OutgoingText, TwilioMessages } from '../../shared/providers/twilio/messages-api.ts';
import type { TipSender } from './tip-sender.ts';

export interface TextSenderDeps {
  readonly twilio: TwilioMessages;
  readonly smsNumber: string;
  readonly messagingServiceSid: string | undefined;
  readonly publicBaseUrl: string;
  readonly textsFor: (language: Language) => Promise<Texts>;
}

/** The outcome for a subscriber without a phone. Nobody on this channel is without one. */
const noPhone: SendOutcome = { kind: 'refused', code: 'no-phone' };

/**
 * How long Twilio may hold a text at most, in seconds: 4 h, and never past the sending window, so that a backlog never
 * texts at night (docs/facts.md#a5).
 */
const longestSeconds = 4 * 3600;
/** The shortest time to deliver in, in seconds, for a text of the window's last minute. */
const shortestSeconds = 60;

const validitySeconds = (subscriber: Subscriber, at: number): number => {
  const left = Math.floor(windowClosesIn(possibleZones(subscriber), at) / 1000);
  return Math.max(shortestSeconds, Math.min(longestSeconds, left));
};

/** How much Twilio's clock may differ from ours, in ms; older texts of the same words are weeks away. */
const clockSkewMs = 2 * 60_000;

/** Sends tips, what comes in place of one, and the one offer, as text messages through Twilio. */
export const createTextSender = (deps: TextSenderDeps) => {
  const bodyOf = async (language: Language, claim: TipClaim, facts: PromptFacts = {}): Promise<string> => {
    const texts = await deps.textsFor(language);
    if (claim.prompt) return wordsOfPrompt(texts.messages, language, claim.prompt, facts);
    const tip = texts.tips.find(({ id }) => id === claim.tip);
    return renderMessage(texts.messages, 'tip', { tip: tip?.sms ?? '' });
  };

  /** Makes the test of whether a text is the claimed one, in that language. */
  const wasSaid = async (language: Language, claim: TipClaim): Promise<(text: string) => boolean> => {
    const { prompt } = claim;
    const { messages } = await deps.textsFor(language);
    if (prompt) return (text) => isPromptText(messages, prompt, text);
    const body = await bodyOf(language, claim);
    return (text) => text === body;
  };

  const textTo = (
    subscriber: Subscriber,
    body: string,
    { date, at, kind }: { readonly date: string; readonly at: number; readonly kind: string },
  ): OutgoingText | undefined =>
    subscriber.phone && {
      to: subscriber.phone.number,
      ...(deps.messagingServiceSid ? { messagingServiceSid: deps.messagingServiceSid } : { from: deps.smsNumber }),
      body,
      statusCallback: statusCallbackUrl(deps.publicBaseUrl, { id: subscriber.id, date, kind }),
      validityPeriodSeconds: validitySeconds(subscriber, at),
    };

  const sender: TipSender = {
    channel: 'sms',
    send: async (subscriber, claim, facts) => {
      const body = await bodyOf(subscriber.language, claim, facts);
      const text = textTo(subscriber, body, {
        date: claim.date,
        at: claim.claimedAt,
        kind: dayMessageKind(claim.prompt),
      });
      return text ? deps.twilio.send(text) : noPhone;
    },
    lookUp: async (subscriber, claim) => {
      if (!subscriber.phone) return { kind: 'not-taken' };
      const { number } = subscriber.phone;
      // A Messaging Service may have sent the tip by RCS; Twilio's list may then write the number as that channel's
      // (docs/facts.md#g).
      const addresses = deps.messagingServiceSid ? [number, `rcs:${number}`] : [number];
      const since = claim.claimedAt - clockSkewMs;
      const lists = await Promise.all(addresses.map((to) => deps.twilio.findSince({ to, since })));
      // In every language, because theirs may have changed since the tip was sent.
      const said = await Promise.all(languages.map((language) => wasSaid(language, claim)));
      // Under message redaction (docs/facts.md#c5) the list has no bodies: then any text of ours since the claim counts
      // as the tip.
      const found = lists.flat().find((text) => text.body === '' || said.some((says) => says(text.body)));
      if (!found) return { kind: 'not-taken' };
      return { kind: 'taken', providerId: found.sid, status: statusOfTwilio(found.status) ?? 'accepted' };
    },
  };

  return {
    sender,
    /** Offers tips by text to somebody whose mailbox was not confirmed within a day. */
    offer: async (subscriber: Subscriber, date: string, at: number): Promise<SendOutcome> => {
      const { messages } = await deps.textsFor(subscriber.language);
      const body = renderMessage(messages, 'textOffer', {});
      const text = textTo(subscriber, body, { date, at, kind: 'alert' });
      return text ? deps.twilio.send(text) : noPhone;
    },
  };
};
