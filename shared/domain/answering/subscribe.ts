import { consentWording } from '../people/consent.ts';
import { askMailbox, isSameMailbox } from '../people/pending-mailbox.ts';
import { withWish } from '../people/sign-up.ts';
import { firstRev, type Phone, possibleZones, type Subscriber } from '../people/subscriber.ts';
import { guessZones } from '../people/zone-guess.ts';
import type { Intent } from '../reading/intent.ts';
import { earliestAllowedTime } from '../time/sending-window.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { courseInto } from '../tips/choose-tip.ts';
import { begunAgain } from '../tips/course.ts';
import { begunBy, type TipProgramme } from '../tips/tip-programme.ts';
import { changeMailbox } from './change-channel.ts';
import {
  type AnswerContext,
  afterCommand,
  answerOnly,
  type Conversation,
  changeProfile,
  converse,
  type Decision,
  type Draws,
  eventOf,
  type IncomingReply,
  keyOf,
  say,
} from './conversation.ts';
import { withCode, withOffer } from './join-code.ts';
import { defaultLanguage } from './language.ts';
import { slotFor } from './move-tip.ts';
import { paceInWords } from './pace-in-words.ts';
import { phoneIsInDoubt } from './phone-ownership.ts';
import { announceSchedule } from './schedule-answers.ts';

/** When tips come unless they say otherwise. */
const defaultTime = '09:00';

/**
 * How many reply keys the next enrolment of a number keeps, so that a late redelivery does not end up in the new diary.
 */
const keptKeys = 10;

/** The consent that a reply gives or withdraws, with the wording of its language. */
export const consentOf = (incoming: IncomingReply, { language }: AnswerContext, act: 'given' | 'withdrawn') => ({
  at: incoming.receivedAt,
  act,
  version: consentWording(language),
  where: incoming.channel,
  message: keyOf(incoming),
});

/** What JOIN carries: a mailbox, or the hour, the language and the code that a page or a card puts after the word. */
type Join = Omit<Extract<Intent, { kind: 'join' }>, 'kind'>;

/** The hour that was named with JOIN, if one was. */
const namedTime = (subscriber: Subscriber, { time }: Join, now: number): Pick<Subscriber, 'time'> => ({
  time: time ? slotFor(possibleZones(subscriber), time, now) : subscriber.time,
});

/** The programme that the code of a newcomer's card has them begin with; undefined: the one that everybody begins with. */
const programmeOfCode = ({ code }: IncomingReply, { programme: first }: AnswerContext): TipProgramme | undefined =>
  begunBy(code?.cohort ?? {}, first);

/** How far they have come in it. */
const courseBegun = (
  begun: TipProgramme | undefined,
  { programme: first }: AnswerContext,
): Pick<Subscriber, 'course'> => (begun ? { course: courseInto({ position: 0 }, begun, first) } : {});

/** A new enrolment of a phone. The last tip is kept, so that the phone never gets two on one day, whoever holds it. */
const subscriberFromPhone = ({ id, lastTip }: Newcomer, incoming: IncomingReply, draws: Draws): Subscriber => {
  const { zones, country } = guessZones(incoming.address, incoming.country);
  const phone: Phone = { number: incoming.address };
  return {
    id,
    epoch: draws.epoch,
    rev: firstRev(incoming.receivedAt),
    status: 'active',
    phone,
    tipsBy: 'sms',
    // What they say themselves overrides what their card was made for.
    language: incoming.reply.language ?? incoming.code?.cohort?.language ?? defaultLanguage,
    country,
    zone: zones[0],
    zoneSource: 'guess',
    zoneCandidates: zones,
    time: earliestAllowedTime(zones, incoming.code?.cohort?.time ?? defaultTime, incoming.receivedAt),
    joinedAt: incoming.receivedAt,
    ...(lastTip ? { lastTip } : {}),
    silence: { since: localDateTime(zones[0], incoming.receivedAt).date },
    position: 0,
    commands: [],
  };
};

/**
 * The profile of somebody who wants tips at a mailbox. None comes before it has confirmed, even if it had confirmed to
 * an earlier enrolment.
 */
const withMailbox = (
  { mailbox: _earlier, ...subscriber }: Subscriber,
  address: string,
  incoming: IncomingReply,
): Subscriber => ({
  ...subscriber,
  tipsBy: 'email',
  pendingMailbox: askMailbox(subscriber, address, incoming.receivedAt, keyOf(incoming)),
});

/**
 * The rest of a JOIN with a mailbox: the mail, and the event, which is written last and so proves that the mail was
 * queued.
 */
const askToConfirm = (conversation: Conversation): Pick<Decision, 'job' | 'event'> => ({
  job: 'confirm',
  event: eventOf(conversation, { kind: 'command' }),
});

/** The mailboxes of a subscription, except one that stays. */
const otherMailboxes = ({ mailbox, pendingMailbox }: Subscriber, stays?: string): readonly string[] =>
  [mailbox, pendingMailbox].flatMap((box) => (box && !isSameMailbox(stays, box.address) ? [box.address] : []));

/** A phone that begins a subscription; `lastTip` is the last tip of an earlier one. */
type Newcomer = Pick<Subscriber, 'id' | 'lastTip'>;

/** The mailbox at which JOIN asks for tips; undefined where no mail is sent. */
const mailboxIn = ({ email }: Join, { onlyChannel }: AnswerContext): string | undefined =>
  onlyChannel === 'sms' ? undefined : email;

/** What a deployment that sends only texts tells somebody who named a mailbox. */
const noMailHere = ({ email }: Join, context: AnswerContext): readonly string[] =>
  email && context.onlyChannel === 'sms' ? [say(context, 'onlyByText', {})] : [];

/** JOIN from a phone that has no subscription: begins one. */
export const joinByPhone = (
  newcomer: Newcomer,
  incoming: IncomingReply,
  join: Join,
  context: AnswerContext,
  draws: Draws,
): Decision => {
  const email = mailboxIn(join, context);
  const guessed = subscriberFromPhone(newcomer, incoming, draws);
  const begun = programmeOfCode(incoming, context);
  const fresh = { ...guessed, ...namedTime(guessed, join, incoming.receivedAt), ...courseBegun(begun, context) };
  const asked = email ? withMailbox(fresh, email, incoming) : fresh;
  const conversation = converse(incoming, asked, [], context, draws);
  const { changes, words } = announceSchedule(context, asked, incoming.receivedAt);
  const decision: Decision = {
    answers: [
      [
        email ? say(context, 'welcomeMailbox', { pace: paceInWords(context, asked) }) : say(context, 'welcome', words),
        ...(context.readers ? [say(context, 'welcomeReaders', context.readers)] : []),
      ].join(' '),
      ...noMailHere(join, context),
    ],
    next: afterCommand(conversation, changes),
    consent: consentOf(incoming, context, 'given'),
    ...(email ? askToConfirm(conversation) : {}),
  };
  // A new enrolment is in no cohort yet, whatever the earlier one was in.
  const { memberOf: _before, ...anew } = incoming;
  return withCode(decision, context, anew, begun);
};

/**
 * JOIN from a number that may have a new owner: begins a new diary, under a new epoch. The keys of earlier replies are
 * kept, so that a redelivery is not taken for a new reply.
 */
const joinAnew = ({ incoming, context, draws, subscriber, diary }: Conversation, join: Join): Decision => {
  const { next, ...decision } = joinByPhone(subscriber, incoming, join, context, draws);
  if (!next) return decision;
  const onPages = diary.audit.map(({ event }) => event.key);
  // The keys of older commands come first and so are dropped first: a late redelivery is more likely one of a younger
  // reply.
  const seen = [...subscriber.commands.filter((key) => !onPages.includes(key)), ...onPages, ...next.commands];
  return {
    ...decision,
    next: {
      ...next,
      rev: subscriber.rev,
      commands: seen.slice(-keptKeys),
    },
    freedMailboxes: otherMailboxes(subscriber),
  };
};

/** JOIN while the earlier subscription is being deleted: begins one that the deletion spares. */
export const joinWhileErasing = (
  subscriber: Subscriber,
  incoming: IncomingReply,
  join: Join,
  context: AnswerContext,
  draws: Draws,
): Decision => {
  const { next, ...decision } = joinByPhone(subscriber, incoming, join, context, draws);
  return {
    ...decision,
    ...(next ? { next: { ...next, rev: subscriber.rev } } : {}),
    freedMailboxes: otherMailboxes(subscriber),
  };
};

/**
 * The profile of somebody who comes back, with tips by the channel on which they said so: consent by mail is no consent
 * to texts.
 */
const comingBackBy = (incoming: IncomingReply, subscriber: Subscriber): Subscriber => {
  const { pendingMailbox, signUp, ...settled } = subscriber;
  if (incoming.channel === 'sms') return { ...subscriber, phone: { number: incoming.address }, tipsBy: 'sms' };
  const { phone, ...mailOnly } = settled;
  const mailbox = subscriber.mailbox ?? { address: incoming.address };
  const keepsPhone = phone !== undefined && !phoneIsInDoubt(subscriber);
  const back: Subscriber = { ...mailOnly, ...(keepsPhone ? { phone } : {}), mailbox, tipsBy: 'email' };
  // JOIN as an answer to the confirmation mail confirms the mailbox. Somebody new gets what the sign-up page asked for;
  // somebody who was here before keeps their own settings.
  return signUp && subscriber.status === 'pending' ? withWish(back, signUp, true) : back;
};

/** JOIN of somebody who already gets tips: sets the hour and the language named with it, if any. */
const joinedAlready = (conversation: Conversation, join: Join): Decision => {
  const { incoming, context, subscriber } = conversation;
  const wanted = {
    language: join.language ?? subscriber.language,
    ...namedTime(subscriber, join, incoming.receivedAt),
  };
  // After the summary, JOIN asks to begin again.
  const again = subscriber.course?.ended ? { course: begunAgain(subscriber.course, context.programme) } : {};
  const { changes, words } = announceSchedule(context, { ...subscriber, ...wanted, ...again }, incoming.receivedAt);
  const answer = say(context, 'alreadyJoined', words);
  const isSame = wanted.time === subscriber.time && wanted.language === subscriber.language && !again.course;
  const answers = [answer, ...noMailHere(join, context)];
  return isSame
    ? answerOnly(conversation, ...answers)
    : changeProfile(conversation, { ...changes, ...wanted, ...again }, ...answers);
};

/**
 * JOIN or START of a known subscriber: goes on where it stopped, or begins anew if the number may be another person's.
 */
export const joinAgain = (conversation: Conversation, join: Join, silent: boolean): Decision => {
  const { incoming, context, subscriber } = conversation;
  const email = mailboxIn(join, context);
  if (incoming.channel === 'sms' && (phoneIsInDoubt(subscriber) || silent)) return joinAnew(conversation, join);
  if (subscriber.status === 'active')
    return withOffer(
      withCode(email ? changeMailbox(conversation, email) : joinedAlready(conversation, join), context, incoming),
      conversation,
    );
  const { stopReason: _past, pausedUntil: _pause, ...kept } = comingBackBy(incoming, subscriber);
  const language = incoming.reply.language ?? kept.language;
  const { time } = namedTime(kept, join, incoming.receivedAt);
  const silence = { since: localDateTime(kept.zone, incoming.receivedAt).date };
  // Who answers the confirmation mail by JOIN is new; who was here before goes on where they were.
  const begun = subscriber.status === 'pending' ? programmeOfCode(incoming, context) : undefined;
  const base: Subscriber = {
    ...kept,
    ...(kept.course ? { course: begunAgain(kept.course, context.programme) } : {}),
    ...courseBegun(begun, context),
    status: 'active',
    language,
    time,
    joinedAt: incoming.receivedAt,
    silence,
  };
  const again = email ? withMailbox(base, email, incoming) : base;
  const { changes, words } = announceSchedule(context, again, incoming.receivedAt);
  const decision: Decision = {
    answers: [
      email
        ? say(context, 'welcomeMailbox', { pace: paceInWords(context, again) })
        : say(context, 'welcomeBack', words),
      ...noMailHere(join, context),
    ],
    next: afterCommand({ ...conversation, subscriber: again }, changes),
    consent: consentOf(incoming, context, 'given'),
    ...(email ? { ...askToConfirm(conversation), freedMailboxes: otherMailboxes(base, email) } : {}),
  };
  return begun
    ? withCode(decision, context, incoming, begun)
    : withOffer(withCode(decision, context, incoming), { ...conversation, subscriber: again });
};
