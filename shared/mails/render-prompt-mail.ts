import type { DayScore } from '../domain/diary/diary-statistics.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import type { Prompt } from '../domain/tips/prompt.ts';
import { escapeHtml, fillTemplate } from './fill-template.ts';
import {
  contactHtml,
  footer,
  lineTo,
  type MailLinks,
  type MailSetting,
  paragraphs,
  preview,
  type RenderedMail,
} from './mail-frame.ts';
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
  { templates, language, contact }: MailSetting,
  { prompt, words, best = [], goal, days = [], date, asks }: PromptToMail,
  { diaryUrl, unsubscribeUrl, painUrl = '' }: MailLinks,
): RenderedMail => {
  const around = mailWords[language];
  const subject = around[subjectOf[prompt]];
  const said = typeset(
    words.replace(/^Backbeat[:,] (.)/, (_, first: string) => first.toUpperCase()),
    language,
  );
  const helped = best.length > 0 ? `${around.bestTips} ${best.join('; ')}.` : '';
  const wanted = goal === undefined ? '' : around.goal.replace('{goal}', () => goal);
  const bars = days.some(({ score }) => score !== null) ? weekBars(days, language, around.weekBars) : undefined;
  const isWeekly = prompt === 'weekly' && date !== undefined && painUrl !== '';
  const answers = isWeekly ? weekButtons(weekUrl(painUrl, date), language, asks) : undefined;
  const progress = isWeekly && wanted !== '' ? goalButtons(weekUrl(painUrl, date), language) : undefined;
  const score = painUrl && `${around.askScore} ${around.oneTap}`;
  return {
    subject,
    text: paragraphs(
      said,
      answers?.text,
      bars?.text,
      helped,
      wanted,
      progress?.text,
      score && `${score} ${painUrl}`,
      lineTo(language, around.diary, diaryUrl),
      footer(
        around.notAdvice,
        around.redFlags,
        around.whyTip,
        lineTo(language, around.unsubscribe, unsubscribeUrl),
        contact,
      ),
    ),
    html: fillTemplate(templates.answer, {
      language,
      subject,
      preview: preview(said),
      answer: [
        `<p>${escapeHtml(said)}</p>`,
        answers?.html ?? '',
        bars?.html ?? '',
        helped && `<p>${escapeHtml(helped)}</p>`,
        wanted && `<p>${escapeHtml(wanted)}</p>`,
        progress?.html ?? '',
        score && `<p>${escapeHtml(score)} <a href="${escapeHtml(painUrl)}">0–10</a></p>`,
      ].join(''),
      notAdvice: around.notAdvice,
      redFlags: around.redFlags,
      why: around.whyTip,
      diary: around.diary,
      diaryUrl,
      unsubscribe: around.unsubscribe,
      unsubscribeUrl,
      contact: contactHtml(contact),
    }),
  };
};
