import type { Language } from '../people/subscriber.ts';
import type { LocalTime } from '../time/local-time.ts';
import type { Dose } from '../tips/dose.ts';

/**
 * What a reply asks for. With `unclear` and `score-in-doubt` something was meant that must not be guessed, so the text is
 * kept as a note.
 */
export type Intent =
  /**
   * `time` and `language` are the wishes that stand behind JOIN; they never come with a mailbox. `code` is from a clinic's
   * card.
   */
  | {
      readonly kind: 'join';
      readonly email?: string;
      readonly time?: LocalTime;
      readonly language?: Language;
      readonly code?: string;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'score'; readonly score: number; readonly note?: string }
  /** `isScoreByItself`: if today has no score to correct, the text gives one ("plutôt 4"). */
  | { readonly kind: 'fix'; readonly score: number; readonly isScoreByItself?: true }
  | { readonly kind: 'yesterday'; readonly score: number; readonly note?: string }
  /** A number that may be a score. The question names its value and its day; the words around it become the note. */
  | {
      readonly kind: 'score-in-doubt';
      readonly score: number;
      readonly note?: string;
      readonly day: 'today' | 'yesterday';
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'diary' }
  | { readonly kind: 'more' }
  | { readonly kind: 'tip' }
  /** Starts the whole programme once more. */
  | { readonly kind: 'again' }
  /** Sets how many tips come in a week. */
  | { readonly kind: 'dose'; readonly dose: Dose }
  /** What the last tip was to them: one that helped, one for later, or of a topic they do not want. */
  | { readonly kind: 'rate'; readonly as: 'helped' | 'later' | 'unwanted' }
  /** Sets what they want to be able to do, in their own words. Without words they ask what it was. */
  | { readonly kind: 'goal'; readonly words?: string }
  /** Sets what the weekly question is about. Without words they ask what it is. */
  | { readonly kind: 'activity'; readonly words?: string }
  | { readonly kind: 'goal-progress'; readonly as: 'done' | 'not-yet' | 'change' }
  | { readonly kind: 'time'; readonly time: LocalTime }
  | { readonly kind: 'zone'; readonly place: string }
  | { readonly kind: 'pause'; readonly days: number }
  | { readonly kind: 'resume' }
  | { readonly kind: 'email'; readonly address: string }
  | { readonly kind: 'sms' }
  | { readonly kind: 'language'; readonly language: Language }
  /** Lets the clinic read what they write, or not. Without an answer they ask how that stands. */
  | { readonly kind: 'clinic'; readonly agreed?: boolean }
  /** Lets their scores be given out for research, or not. Without an answer they ask how that stands. */
  | { readonly kind: 'research'; readonly agreed?: boolean }
  /** The person wants the clinic to call. */
  | { readonly kind: 'call-me' }
  | { readonly kind: 'export' }
  | { readonly kind: 'share' }
  | { readonly kind: 'unshare' }
  | { readonly kind: 'erase'; readonly word?: string }
  | { readonly kind: 'unclear'; readonly about: 'score' | 'time' | 'zone' | 'pause' | 'email' | 'language' }
  /**
   * Asks for what one command does, but not plainly enough to carry it out; the answer names the command. `isGuess`: a
   * model took it so by likeness to other texts, and the words are kept as a note of the day as well.
   */
  | {
      readonly kind: 'suggest';
      readonly command: SuggestedCommand;
      readonly isGuess?: true;
      /** What is possible is said as well: of which days there are, or how many messages at most. */
      readonly of?: 'days' | 'pace';
    }
  /** Says something to us that has an answer of its own. */
  | { readonly kind: 'talk'; readonly about: TalkAbout; readonly isGuess?: true }
  /** A text without words: empty, or a picture alone. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'note' };

/**
 * How urgent a reply is. `crisis`: words of suicide or self-harm. `violence`: somebody at home hurts or threatens the
 * person. `now`: get help now. `today`: get checked the same day (docs/facts.md#d3, docs/facts.md#d4).
 */
export type SafetyFlag = 'crisis' | 'violence' | 'now' | 'today';
/** The commands that an answer may name where the wish for one is only guessed at. */
export const suggestedCommands = [
  'time',
  'pause',
  'less',
  'zone',
  'email',
  'sms',
  'diary',
  'more',
  'tip',
  'undo',
  'resume',
  'erase',
  'export',
  'join',
] as const;
/** One of those commands. */
export type SuggestedCommand = (typeof suggestedCommands)[number];

/** What people say to us that has an answer of its own. */
export const talkTopics = [
  'thanks',
  'good-news',
  'bad-day',
  'courtesy',
  'who',
  'bot',
  'cost',
  'privacy',
  'medicine',
  'doctor',
  'exercise',
  'language',
  'invite',
  'greeting',
  'puzzled',
] as const;
/** One of those topics. */
export type TalkAbout = (typeof talkTopics)[number];

/**
 * `carrier`: the text is a single word to which Twilio reacts as well (docs/facts.md#a8). `ours`: a wording that Twilio
 * does not know.
 */
export interface OptOut {
  readonly by: 'carrier' | 'ours';
  readonly wrongNumber: boolean;
}

/** Wishes that were read from a whole text, in which nothing else stands: an hour, how many messages, on which days. */
export const isWishedPlainly = (intent: Intent): boolean =>
  intent.kind === 'suggest' && intent.isGuess !== true && (intent.command === 'time' || intent.of !== undefined);
