import type { SubscriberId } from '../../shared/domain/people/subscriber.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import { statusCallbackUrl } from '../../shared/providers/receipts.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import type { OutgoingText, TwilioMessages } from '../../shared/providers/twilio/messages-api.ts';

export interface SendAnswersDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly twilio: Pick<TwilioMessages, 'send'>;
  readonly smsNumber: string;
  readonly messagingServiceSid: string | undefined;
  readonly publicBaseUrl: string;
}

/** How long Twilio may hold an answer, in seconds: one that comes an hour later only puzzles. */
const validityPeriodSeconds = 3600;
/** How often an answer is tried that Twilio certainly did not take; the pause doubles from a second. */
const tries = 3;
const firstPauseMs = 1000;

const wasNotTaken = (outcome: SendOutcome): boolean => outcome.kind === 'throttled' || outcome.kind === 'not-accepted';

/**
 * Sends answers as texts of their own, because the webhook that they belong to is over. When in doubt, none is sent
 * twice.
 */
export const createSendAnswers = (deps: SendAnswersDeps) => {
  const { clock, log, twilio } = deps;

  const send = async (text: OutgoingText): Promise<SendOutcome> => {
    let outcome = await twilio.send(text);
    for (let tried = 1; tried < tries && wasNotTaken(outcome); tried += 1) {
      await clock.sleep(firstPauseMs * 2 ** (tried - 1));
      outcome = await twilio.send(text);
    }
    return outcome;
  };

  return async (to: string, id: SubscriberId, answers: readonly string[]): Promise<void> => {
    const date = new Date(clock.now()).toISOString().slice(0, 10);
    for (const body of answers) {
      const outcome = await send({
        to,
        ...(deps.messagingServiceSid ? { messagingServiceSid: deps.messagingServiceSid } : { from: deps.smsNumber }),
        body,
        statusCallback: statusCallbackUrl(deps.publicBaseUrl, { id, date, kind: 'answer' }),
        validityPeriodSeconds,
      });
      if (outcome.kind !== 'accepted')
        log('error', 'answer-not-sent', { id, code: outcome.code, reason: outcome.kind });
    }
  };
};

/** Sends as a text what the webhook would have answered. */
export type SendAnswers = ReturnType<typeof createSendAnswers>;
