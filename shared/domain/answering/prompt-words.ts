import { notations } from '../diary/notation.ts';
import type { Language } from '../people/subscriber.ts';
import type { ProgrammeSummary } from '../tips/programme-summary.ts';
import type { Prompt } from '../tips/prompt.ts';
import { type MessageKey, renderMessage } from './message.ts';

type Messages = Readonly<Record<MessageKey, string>>;

/** The words that come in place of a tip. `summary`: of the diary, where the programme is over. */
export const wordsOfPrompt = (
  messages: Messages,
  language: Language,
  prompt: Prompt,
  summary: ProgrammeSummary | undefined,
): string => {
  if (prompt !== 'summary') return renderMessage(messages, prompt, {});
  if (!summary?.means) return renderMessage(messages, 'summaryBare', {});
  const { number } = notations[language];
  const { first, last } = summary.means;
  return renderMessage(messages, 'summary', { days: String(summary.days), first: number(first), last: number(last) });
};

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^ ]*')}$`);

/** Whether a text that was sent says what comes in place of a tip, whatever its numbers were: the diary may have grown since. */
export const isPromptText = (messages: Messages, prompt: Prompt, text: string): boolean =>
  (prompt === 'summary' ? (['summary', 'summaryBare'] as const) : ([prompt] as const)).some((key) =>
    patternOf(messages[key]).test(text),
  );
