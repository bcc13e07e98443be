import { consentVersion } from '../consent.ts';
import { earliestAllowedTime } from '../sending-window.ts';
import type { Phone, Subscriber, SubscriberId } from '../subscriber.ts';
import { guessZones } from '../zone-guess.ts';
import {
  afterCommand,
  answerOnly,
  type Conversation,
  changeProfile,
  type Decision,
  type Draws,
  type IncomingReply,
  keyOf,
  type Programme,
  say,
} from './conversation.ts';
import { announceSchedule } from './schedule-answers.ts';

/** When tips come unless they say otherwise. */
const defaultTime = '09:00';

/** Stop reasons after which the number may be somebody else's: JOIN then begins a new diary. */
const newPersonAfter = new Set(['wrong-number', 'unreachable']);

const consentOf = (incoming: IncomingReply, act: 'given' | 'withdrawn') => ({
  at: incoming.receivedAt,
  act,
  version: consentVersion,
  where: incoming.channel,
  message: keyOf(incoming),
});

const subscriberFromPhone = (id: SubscriberId, incoming: IncomingReply, draws: Draws): Subscriber => {
  const { zones, country } = guessZones(incoming.address, incoming.country);
  const phone: Phone = { number: incoming.address };
  return {
    id,
    epoch: draws.epoch,
    rev: 0,
    status: 'active',
    phone,
    tipsBy: 'sms',
    language: 'en',
    country,
    zone: zones[0],
    zoneSource: 'guess',
    zoneCandidates: zones,
    time: earliestAllowedTime(zones, defaultTime, incoming.receivedAt),
    joinedAt: incoming.receivedAt,
    position: 0,
    commands: [],
  };
};

const withMailbox = (subscriber: Subscriber, address: string, now: number): Subscriber => ({
  ...subscriber,
  tipsBy: 'email',
  pendingMailbox: { address, askedAt: now },
});

/** JOIN from a phone that has no subscription: begins one. */
export const joinByPhone = (
  id: SubscriberId,
  incoming: IncomingReply,
  email: string | undefined,
  programme: Programme,
  draws: Draws,
): Decision => {
  const fresh = subscriberFromPhone(id, incoming, draws);
  const subscriber = email ? withMailbox(fresh, email, incoming.receivedAt) : fresh;
  const { changes, words } = announceSchedule(programme, subscriber, incoming.receivedAt);
  return {
    answers: [email ? say(programme, 'welcomeMailbox', {}) : say(programme, 'welcome', words)],
    next: afterCommand({ incoming, subscriber }, changes),
    consent: consentOf(incoming, 'given'),
    ...(email ? { job: 'confirm' as const } : {}),
  };
};

/** JOIN or START of somebody we know: begins again where it stopped, or anew if the number may be another person's. */
export const joinAgain = (conversation: Conversation, email: string | undefined, silent: boolean): Decision => {
  const { incoming, programme, draws, subscriber } = conversation;
  if (subscriber.status !== 'stopped' && subscriber.status !== 'pending') {
    if (email) return changeMailbox(conversation, email);
    const { words } = announceSchedule(programme, subscriber, incoming.receivedAt);
    return answerOnly(conversation, say(programme, 'alreadyJoined', words));
  }
  const stranger = newPersonAfter.has(subscriber.stopReason ?? '') || silent;
  if (stranger && incoming.channel === 'sms') {
    const anew = joinByPhone(subscriber.id, incoming, email, programme, draws);
    return anew.next ? { ...anew, next: { ...anew.next, rev: subscriber.rev } } : anew;
  }
  const { stopReason: _past, pausedUntil: _pause, ...kept } = subscriber;
  // START by text is consent to texts: tips come that way even if mails bounced.
  const phone = incoming.channel === 'sms' ? { phone: { number: incoming.address }, tipsBy: 'sms' as const } : {};
  const base: Subscriber = { ...kept, ...phone, status: 'active', joinedAt: incoming.receivedAt };
  const again = email ? withMailbox(base, email, incoming.receivedAt) : base;
  const { changes, words } = announceSchedule(programme, again, incoming.receivedAt);
  return {
    answers: [email ? say(programme, 'welcomeMailbox', {}) : say(programme, 'welcomeBack', words)],
    next: afterCommand({ incoming, subscriber: again }, changes),
    consent: consentOf(incoming, 'given'),
    ...(email ? { job: 'confirm' as const } : {}),
  };
};

/** EMAIL jo@example.org: tips go there once that mailbox has confirmed. */
export const changeMailbox = (conversation: Conversation, address: string): Decision => {
  const { incoming, programme, subscriber } = conversation;
  if (subscriber.mailbox?.address.toLowerCase() === address.toLowerCase()) {
    return subscriber.tipsBy === 'email'
      ? answerOnly(conversation, say(programme, 'emailTaken', {}))
      : changeProfile(conversation, { tipsBy: 'email' }, say(programme, 'emailTaken', {}));
  }
  // Tips keep coming where they came until the new mailbox has confirmed: only then does `tipsBy` change.
  const pendingMailbox = { address, askedAt: incoming.receivedAt };
  return {
    ...changeProfile(conversation, { pendingMailbox }, say(programme, 'emailAsked', {})),
    job: 'confirm',
  };
};

/** SMS: tips come by text. */
export const tipsByText = (conversation: Conversation): Decision => {
  const { incoming, programme, subscriber } = conversation;
  if (!subscriber.phone) {
    return answerOnly(conversation, say(programme, 'emailNeedsPhone', { number: programme.smsNumber }));
  }
  const next: Subscriber = { ...subscriber, tipsBy: 'sms' };
  const { changes, words } = announceSchedule(programme, next, incoming.receivedAt);
  return changeProfile(
    conversation,
    { ...changes, tipsBy: 'sms' },
    say(programme, 'tipsByText', { time: words.time, first: words.first }),
  );
};

/** STOP in any wording: at once, on every channel. A word that Twilio answers itself gets no second answer from us. */
export const optOut = (conversation: Conversation, carrierAnswers: boolean): Decision => {
  const { incoming, programme } = conversation;
  const wrongNumber = incoming.reply.optOut?.wrongNumber ?? false;
  const confirmation = say(programme, wrongNumber ? 'wrongNumber' : 'stopped', {});
  const silent = carrierAnswers && incoming.channel === 'sms' && incoming.reply.optOut?.by === 'carrier';
  return {
    answers: silent ? [] : [confirmation],
    next: afterCommand(conversation, { status: 'stopped', stopReason: wrongNumber ? 'wrong-number' : 'opt-out' }),
    consent: consentOf(incoming, 'withdrawn'),
  };
};
