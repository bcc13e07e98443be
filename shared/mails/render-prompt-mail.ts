import type { DayScore } from '../domain/diary/diary-statistics.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import type { Prompt } from '../domain/tips/prompt.ts';
import { aroundTip } from './around-tip.ts';
import { escapeHtml, fillTemplate } from './fill-template.ts';
import { type MailLinks, type MailSetting, paragraphs, preview, type RenderedMail } from './mail-frame.ts';
import { mailWords } from './mail-words.ts';
import { typeset } from './typeset.ts';
import { weekBars } from './week-bars.ts';
import { goalButtons, weekButtons, weekUrl } from './week-buttons.ts';

const subjectOf = {
  nudge: 'nudgeSubject',
  fewer: 'fewerSubject',
  fewest: 'fewerSubject',
  goodbye: 'goodbyeSubject',
  ease: 'nudgeSubject',
  summary: 'summarySubject',
  weekly: 'weeklySubject',
} as const satisfies Record<Prompt, string>;

/** The content of a mail in place of a tip. */
export interface PromptToMail {
  readonly prompt: Prompt;
  /** The words of the text message. */
  readonly words: string;
  /** Titles of the tips that helped. */
  readonly best?: readonly string[];
  /** The goal they have, in their words. */
  readonly goal?: string | undefined;
  /** The week that is drawn as bars. */
  readonly days?: readonly DayScore[];
  /** The local date of a weekly message, which its answers name. */
  readonly date?: LocalDate;
  /** What it asks, where it is not how often they did something as much as they wanted. */
  readonly asks?: 'minutes' | undefined;
}

/**
 * Renders what comes in place of a tip: the words of the text, with the links that every tip has, and how to report the
 * pain.
 */
export const renderPromptMail = (
  setting: MailSetting,
  { prompt, words: said, best = [], goal, days = [], date, asks }: PromptToMail,
  links: MailLinks,
): RenderedMail => {
  const { templates, language } = setting;
  const { painUrl = '' } = links;
  const words = mailWords[language];
  const around = aroundTip(setting, links);
  const subject = words[subjectOf[prompt]];
  const text = typeset(
    said.replace(/^Backbeat[:,] (.)/, (_, first: string) => first.toUpperCase()),
    language,
  );
  const helped = best.length > 0 ? `${words.bestTips} ${best.join('; ')}.` : '';
  const wanted = goal === undefined ? '' : words.goal.replace('{goal}', () => goal);
  const bars = days.some(({ score }) => score !== null) ? weekBars(days, language, words.weekBars) : undefined;
  const isWeekly = prompt === 'weekly' && date !== undefined && painUrl !== '';
  const answers = isWeekly ? weekButtons(weekUrl(painUrl, date), language, asks) : undefined;
  const progress = isWeekly && wanted !== '' ? goalButtons(weekUrl(painUrl, date), language) : undefined;
  const score = painUrl && `${words.askScore} ${words.oneTap}`;
  return {
    subject,
    text: paragraphs(
      text,
      answers?.text,
      bars?.text,
      helped,
      wanted,
      progress?.text,
      score && `${score} ${painUrl}`,
      around.text,
    ),
    html: fillTemplate(templates.answer, {
      language,
      subject,
      preview: preview(text),
      answer: [
        `<p>${escapeHtml(text)}</p>`,
        answers?.html ?? '',
        bars?.html ?? '',
        helped && `<p>${escapeHtml(helped)}</p>`,
        wanted && `<p>${escapeHtml(wanted)}</p>`,
        progress?.html ?? '',
        score && `<p>${escapeHtml(score)} <a href="${escapeHtml(painUrl)}">0–10</a></p>`,
      ].join(''),
      ...around.fields,
    }),
  };
};
