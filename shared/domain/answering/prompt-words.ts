import type { WeekSummary } from '../diary/diary-statistics.ts';
import { notations } from '../diary/notation.ts';
import type { Language } from '../people/subscriber.ts';
import type { ProgrammeSummary } from '../tips/programme-summary.ts';
import type { Prompt } from '../tips/prompt.ts';
import type { ToldWeek } from '../tips/weekly.ts';
import { activityInText, goalInText } from './goal-in-text.ts';
import { type MessageKey, renderMessage } from './message.ts';

type Messages = Readonly<Record<MessageKey, string>>;

/** What a prompt tells from the diary: of the whole programme, or of the week that it is about. */
export interface PromptFacts {
  readonly summary?: ProgrammeSummary;
  readonly week?: ToldWeek;
  /** The goal they have, in their words. */
  readonly goal?: string;
  /** The activity of their own that the weekly message asks about. */
  readonly activity?: string;
  /** The words of other programmes that may be chosen after the summary, besides going on with the same one. */
  readonly others?: readonly string[];
  /** What the weekly message asks, where it is not how often they walked as far as they wanted (tip-programme.ts). */
  readonly asks?: 'minutes';
}

/** The words of other programmes, each after a comma, as they continue a list of choices. */
export const listOthers = (words: readonly string[]): string => words.map((word) => `, ${word}`).join('');

const summaryWords = (messages: Messages, language: Language, { summary, others: words = [] }: PromptFacts): string => {
  const others = listOthers(words);
  if (!summary?.means) return renderMessage(messages, 'summaryBare', { others });
  const { number } = notations[language];
  const [first, last] = [number(summary.means.first), number(summary.means.last)];
  return renderMessage(messages, 'summary', { days: String(summary.days), first, last, others });
};

const walkWords = (messages: Messages, language: Language, week: WeekSummary | undefined): string =>
  week?.mean === undefined
    ? renderMessage(messages, 'weeklyWalkBare', {})
    : renderMessage(messages, 'weeklyWalk', {
        days: String(week.daysReported),
        mean: notations[language].number(week.mean),
      });

const ownWords = (messages: Messages, language: Language, week: WeekSummary | undefined, words: string): string => {
  const activity = activityInText(words);
  if (week?.mean === undefined) return renderMessage(messages, 'weeklyOwnBare', { activity });
  const { number } = notations[language];
  const told = { days: String(week.daysReported), mean: number(week.mean), activity };
  if (week.change === undefined) return renderMessage(messages, 'weeklyOwn', told);
  if (week.change === 0) return renderMessage(messages, 'weeklyOwnSame', told);
  const key = week.change > 0 ? 'weeklyOwnUp' : 'weeklyOwnDown';
  return renderMessage(messages, key, { ...told, points: number(Math.abs(week.change)) });
};

const weekWords = (
  messages: Messages,
  language: Language,
  { week: told, goal: words, activity, asks }: PromptFacts,
): string => {
  const week: WeekSummary | undefined = told?.summary;
  if (asks === 'minutes') return walkWords(messages, language, week);
  if (activity !== undefined) return ownWords(messages, language, week, activity);
  const goal = words === undefined ? undefined : { goal: goalInText(words) };
  if (week?.mean === undefined)
    return goal ? renderMessage(messages, 'weeklyGoalBare', goal) : renderMessage(messages, 'weeklyBare', {});
  const { number } = notations[language];
  const figures = { days: String(week.daysReported), mean: number(week.mean) };
  if (goal) return renderMessage(messages, 'weeklyGoal', { ...figures, ...goal });
  if (week.change === undefined) return renderMessage(messages, 'weeklyMean', figures);
  if (week.change === 0) return renderMessage(messages, 'weeklySame', figures);
  const key = week.change > 0 ? 'weeklyUp' : 'weeklyDown';
  return renderMessage(messages, key, { ...figures, points: number(Math.abs(week.change)) });
};

/** The text of what comes in place of a tip. */
export const wordsOfPrompt = (messages: Messages, language: Language, prompt: Prompt, facts: PromptFacts): string => {
  if (prompt === 'summary') return summaryWords(messages, language, facts);
  if (prompt === 'weekly') return weekWords(messages, language, facts);
  return renderMessage(messages, prompt, {});
};

const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{(?:goal|activity|others)\}/g, '.*')
      .replace(/\{\w+\}/g, '[^ ]*')}$`,
  );

const keysOf = (prompt: Prompt): readonly MessageKey[] => {
  if (prompt === 'summary') return ['summary', 'summaryBare'];
  if (prompt === 'weekly')
    return [
      'weeklyUp',
      'weeklyDown',
      'weeklySame',
      'weeklyMean',
      'weeklyBare',
      'weeklyGoal',
      'weeklyGoalBare',
      'weeklyWalk',
      'weeklyWalkBare',
      'weeklyOwn',
      'weeklyOwnUp',
      'weeklyOwnDown',
      'weeklyOwnSame',
      'weeklyOwnBare',
    ];
  return [prompt];
};

/** Whether a sent text is this prompt, whatever numbers are in it: the diary may have grown since. */
export const isPromptText = (messages: Messages, prompt: Prompt, text: string): boolean =>
  keysOf(prompt).some((key) => patternOf(messages[key]).test(text));
