import type { ReadersInWords } from '../desk/readers-in-words.ts';
import type { RedFlagKind } from '../desk/red-flag-kind.ts';
import type { DiaryChannel, DiaryEvent } from '../diary/diary.ts';
import { type DiaryFold, foldDiary } from '../diary/fold-diary.ts';
import type { Cohort, GivenCode, Membership } from '../people/cohort.ts';
import type { Consent } from '../people/consent.ts';
import { replyKey } from '../people/pseudonym.ts';
import type { Channel, Language, Subscriber, SubscriberId } from '../people/subscriber.ts';
import type { Places } from '../places/places.ts';
import type { SafetyFlag } from '../reading/intent.ts';
import type { ParsedReply } from '../reading/parsed-reply.ts';
import type { SafetyAnswerKind } from '../reading/safety/safety-answer.ts';
import { dayMs } from '../time/durations.ts';
import type { LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import type { Texts } from '../tips/texts.ts';
import type { TipOutcome } from '../tips/tip-outcome.ts';
import type { TipProgramme } from '../tips/tip-programme.ts';
import type { VisitShare } from '../visit/visit-share.ts';
import { type MessageKey, type MessageValues, renderMessage, wordingsAnOccasion } from './message.ts';

/**
 * How a reply's sender is known. `address`: by the number or mailbox it came from. `token`: only by the reply address
 * it was sent to, which anybody to whom a tip was forwarded has as well.
 */
export type Proof = 'address' | 'token';

/** A reply as it came in and was read, with its sender. */
export interface IncomingReply {
  readonly channel: DiaryChannel;
  /** The phone number or mailbox it came from; empty on the web, where a link says who it is. */
  readonly address: string;
  readonly messageId: string;
  readonly proof: Proof;
  readonly receivedAt: number;
  readonly reply: ParsedReply;
  /** Whether it is only a tapback or an emoji under a message of ours: it has no words, and gets no answer. */
  readonly isReaction?: boolean;
  /** The number's country according to the provider, ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** The code they join with, and what it stands for. */
  readonly code?: GivenCode;
  /** The cohort they are in, read only where the answer depends on it. */
  readonly memberOf?: Membership;
}

/** What answers are made from: the words of one language, and what the deployment adds to them. */
export interface AnswerContext {
  readonly language: Language;
  /** Their local date, which chooses one of several wordings, so that a redelivered reply gets the same one. */
  readonly date?: LocalDate;
  readonly texts: Texts;
  /** Which tip comes when. */
  readonly programme: TipProgramme;
  readonly contact: string;
  /** The number to text; undefined where there are no texts. */
  readonly smsNumber?: string | undefined;
  /** The only channel of a deployment that has one. */
  readonly onlyChannel?: Channel | undefined;
  readonly publicBaseUrl: string;
  /** Who looks at red flags, and when, in words; undefined if nobody does. */
  readonly readers?: ReadersInWords;
  /** The fixed answer to a red flag, or to what may be one, with the numbers of that country (ISO 3166-1 alpha-2). */
  readonly safetyAnswer: (flag: SafetyAnswerKind, country: string) => string;
  /** The places of the world, loaded for a reply that names one (decide-in-language.ts). */
  readonly places?: Places;
  /** Makes a private link to a page of this person; `name` is the epoch, or, for a visit, the share's name. */
  readonly link: (page: 'diary' | 'visit', id: SubscriberId, name: string, now: number) => string;
}

/** Random values a decision may use, drawn before it so that it stays a function of its arguments. */
export interface Draws {
  readonly epoch: string;
  readonly eraseWord: string;
}

/** What answers are about, where that is not what the reply says or asks for. */
export type AnswersAbout =
  /** A question of ours that the reply answers: they are given even if Twilio has answered the word by itself. */
  | { readonly kind: 'question' }
  /** A red flag: the reply's own, or one that an answer to the check of signs confirms. */
  | { readonly kind: 'red-flag'; readonly flag: SafetyFlag }
  /** The reply itself, and where to turn beside it, for the despair or violence that only a model suspects. */
  | { readonly kind: 'suspicion' }
  /** Nothing: they are held back because the answers of the day are used up. */
  | { readonly kind: 'held-back' };

/**
 * What is to be done about a reply: what is answered, and what is written, each at most once and each for itself. Nothing has
 * been done yet: the use case writes first, then answers.
 */
export interface Decision {
  readonly answers: readonly string[];
  readonly about?: AnswersAbout;
  /** The profile to write, on condition that the stored one is unchanged since it was read. */
  readonly next?: Subscriber;
  readonly event?: DiaryEvent;
  readonly consent?: Consent;
  /** The cohort that they are put into. */
  readonly cohort?: Cohort;
  /** A tip that is given with the answer. */
  readonly outcome?: TipOutcome;
  /** What is to be queued: a mail that asks a mailbox to confirm, or the erasure. */
  readonly job?: 'confirm' | 'erase';
  /** A share to begin, or `end` if all shares end. */
  readonly visit?: { readonly share: VisitShare } | 'end';
  /** What the clinic is told of: the red flag, a pain that has become worse, or a wish to be called. */
  readonly alert?: RedFlagKind;
  /** Mailboxes that are no longer this person's, and stop being aliases of this subscription. */
  readonly freedMailboxes?: readonly string[];
}

/** Everything a decision about a subscriber's reply is made from. */
export interface Conversation {
  readonly incoming: IncomingReply;
  readonly subscriber: Subscriber;
  readonly diary: DiaryFold;
  /** The local date at the subscriber's place. */
  readonly today: LocalDate;
  readonly context: AnswerContext;
  readonly draws: Draws;
}

/** The key under which a reply is stored: the same for every delivery of one message. */
export const keyOf = (incoming: Pick<IncomingReply, 'channel' | 'messageId'>): string =>
  replyKey(incoming.channel, incoming.messageId);

/** A conversation with a subscriber at this moment. */
export const converse = (
  incoming: IncomingReply,
  subscriber: Subscriber,
  events: readonly DiaryEvent[],
  context: AnswerContext,
  draws: Draws,
): Conversation => ({
  incoming,
  subscriber,
  diary: foldDiary(events),
  today: localDateTime(subscriber.zone, incoming.receivedAt).date,
  context: { ...context, date: localDateTime(subscriber.zone, incoming.receivedAt).date },
  draws,
});

/** The index of a date's wording: a different one on each of three days. */
const wordingOn = (date: LocalDate): number => (Date.parse(date) / dayMs) % wordingsAnOccasion;

/** Words one answer in the context's language. */
export const say = <Key extends MessageKey>(context: AnswerContext, key: Key, values: MessageValues<Key>): string =>
  renderMessage(context.texts.messages, key, values, context.date === undefined ? 0 : wordingOn(context.date));

/** Makes a diary event from this reply. */
export const eventOf = (
  conversation: Pick<Conversation, 'incoming' | 'diary' | 'today'>,
  event: Pick<DiaryEvent, 'kind'> &
    Partial<Pick<DiaryEvent, 'date' | 'score' | 'note' | 'of' | 'reach' | 'minutes' | 'progress' | 'asks'>>,
): DiaryEvent => ({
  key: keyOf(conversation.incoming),
  date: conversation.today,
  at: conversation.incoming.receivedAt,
  // The clock gives the number, so that the order holds for the whole diary although only forty days of it were read;
  // if two are equal, it is one more than the last.
  seq: Math.max(conversation.diary.nextSeq, conversation.incoming.receivedAt),
  channel: conversation.incoming.channel,
  ...event,
});

/** How many command message ids a profile remembers. */
export const rememberedCommands = 10;

/**
 * The last ten commands with a new one. Commands stored on a page are dropped first, because the page recognises them
 * too: ten changes of time must not push out a JOIN, which is stored nowhere else.
 */
const remember = (commands: readonly string[], key: string, onPages: ReadonlySet<string>): readonly string[] => {
  const kept = [...commands.filter((command) => command !== key), key];
  while (kept.length > rememberedCommands) {
    const recognised = kept.findIndex((command) => command !== key && onPages.has(command));
    kept.splice(Math.max(0, recognised), 1);
  }
  return kept;
};

/** The profile after a command: changed, and remembering the message so that its redelivery does nothing. */
export const afterCommand = (
  { incoming, subscriber, diary }: Pick<Conversation, 'incoming' | 'subscriber' | 'diary'>,
  changes: Partial<Subscriber>,
): Subscriber => ({
  ...subscriber,
  ...changes,
  commands: remember(subscriber.commands, keyOf(incoming), new Set(diary.audit.map(({ event }) => event.key))),
});

/**
 * The decision of a command that only answers. It is stored on the page, so that the answers of a day can be counted.
 */
export const answerOnly = (conversation: Conversation, ...answers: readonly string[]): Decision => ({
  answers,
  event: eventOf(conversation, { kind: 'command' }),
});

/** The decision of a command that changes the profile. */
export const changeProfile = (
  conversation: Conversation,
  changes: Partial<Subscriber>,
  ...answers: readonly string[]
): Decision => ({ ...answerOnly(conversation, ...answers), next: afterCommand(conversation, changes) });
