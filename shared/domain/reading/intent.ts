import type { Language } from '../people/subscriber.ts';
import type { LocalTime } from '../time/local-time.ts';
import type { Dose } from '../tips/dose.ts';

/**
 * What a reply asks for, once read. `unclear` and `score-in-doubt`: something was meant that must not be guessed at; the
 * text is kept as a note.
 */
export type Intent =
  /** `time`, `language`: as they stand behind the word; never beside a mailbox. `code`: of a clinic's card. */
  | {
      readonly kind: 'join';
      readonly email?: string;
      readonly time?: LocalTime;
      readonly language?: Language;
      readonly code?: string;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'score'; readonly score: number; readonly note?: string }
  /** `isScoreByItself`: where there is no score of today to correct, it is one ("plutôt 4"). */
  | { readonly kind: 'fix'; readonly score: number; readonly isScoreByItself?: true }
  | { readonly kind: 'yesterday'; readonly score: number; readonly note?: string }
  /** A number that may be a score: asked about by its value, with what stands around it for the note and the day it is of. */
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
  /** The whole programme once more. */
  | { readonly kind: 'again' }
  /** How many tips a week. */
  | { readonly kind: 'dose'; readonly dose: Dose }
  /** What the last tip was to them: more like it, again later, nothing like it. */
  | { readonly kind: 'rate'; readonly as: 'helped' | 'later' | 'unwanted' }
  /** What they want to be able to do, in their own words; without words they ask what it was. */
  | { readonly kind: 'goal'; readonly words?: string }
  /** What the weekly question is to be about; without words they ask what it is. */
  | { readonly kind: 'activity'; readonly words?: string }
  | { readonly kind: 'goal-progress'; readonly as: 'done' | 'not-yet' | 'change' }
  | { readonly kind: 'time'; readonly time: LocalTime }
  | { readonly kind: 'zone'; readonly place: string }
  | { readonly kind: 'pause'; readonly days: number }
  | { readonly kind: 'resume' }
  | { readonly kind: 'email'; readonly address: string }
  | { readonly kind: 'sms' }
  | { readonly kind: 'language'; readonly language: Language }
  /** Whether the clinic may read what they write; without an answer they ask how that stands. */
  | { readonly kind: 'clinic'; readonly agreed?: boolean }
  /** Whether their scores may be given out for research; without an answer they ask how that stands. */
  | { readonly kind: 'research'; readonly agreed?: boolean }
  /** They want to be called. */
  | { readonly kind: 'call-me' }
  | { readonly kind: 'export' }
  | { readonly kind: 'share' }
  | { readonly kind: 'unshare' }
  | { readonly kind: 'erase'; readonly word?: string }
  | { readonly kind: 'unclear'; readonly about: 'score' | 'time' | 'zone' | 'pause' | 'email' | 'language' }
  /**
   * Asks in words for what one command does, but not plainly enough to do it: the answer names the command. `isGuess`: by
   * likeness to other texts, so that the words are a note of the day as well.
   */
  | { readonly kind: 'suggest'; readonly command: SuggestedCommand; readonly isGuess?: true }
  /** Says something to us that has an answer of its own. */
  | { readonly kind: 'talk'; readonly about: TalkAbout; readonly isGuess?: true }
  /** No words at all: an empty text, or a picture alone. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'note' };

/**
 * What a reply calls for. `crisis`: words of suicide or self-harm. `violence`: hurt or threatened by somebody at home.
 * `now`: get help now. `today`: get checked the same day (docs/facts.md#d3, docs/facts.md#d4).
 */
export type SafetyFlag = 'crisis' | 'violence' | 'now' | 'today';
/** Commands that an answer may name where their wish is only guessed at. */
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

/** `carrier`: a word by itself that Twilio answers too (docs/facts.md#a8). `ours`: everyday wording only we can catch. */
export interface OptOut {
  readonly by: 'carrier' | 'ours';
  readonly wrongNumber: boolean;
}
