import type { MailTemplates } from '../content/mail-templates.ts';
import type { DayScore } from '../domain/diary/diary-statistics.ts';
import type { Asker } from '../domain/people/pending-mailbox.ts';
import type { Language } from '../domain/people/subscriber.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import type { Prompt } from '../domain/tips/prompt.ts';
import { escapeHtml, fillTemplate } from './fill-template.ts';
import { linkedParts } from './linked-parts.ts';
import { mailWords } from './mail-words.ts';
import { typeset } from './typeset.ts';
import { weekBars } from './week-bars.ts';
import { goalButtons, weekButtons, weekUrl } from './week-buttons.ts';
import { wholeTip } from './whole-tip.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What every mail needs: the compiled templates, the reader's language, whom to turn to. */
export interface MailSetting {
  readonly templates: MailTemplates;
  readonly language: Language;
  /** Who runs the programme and where: a postal address belongs in it (docs/facts.md#c2, docs/facts.md#c3). */
  readonly contact: string;
}

export interface TipToMail {
  readonly title: string;
  readonly subject: string;
  /** HTML that our own content build made: put in as it is. */
  readonly html: string;
  readonly text: string;
  readonly evidence: string;
  readonly caution?: string | undefined;
}

/** Where what a mail offers is found. `painUrl` takes `?score=N`. */
export interface MailLinks {
  readonly diaryUrl: string;
  readonly unsubscribeUrl: string;
  readonly painUrl?: string;
}

/** Long enough to be read beside the subject in a list of mails, short enough not to repeat the mail. */
const previewLength = 110;

/** An answer and a confirmation carry no link to what is private: they may be forwarded to ask somebody what they are. */
const noLinks = { diary: '', diaryUrl: '', unsubscribe: '', unsubscribeUrl: '' };

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const preview = (text: string): string => oneLine(text).slice(0, previewLength);

const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n\n');

/** `-- ` is the signature mark: mail programs leave what follows out of a quoted answer. */
const footer = (...lines: readonly (string | undefined)[]): string => `-- \n${paragraphs(...lines)}\n`;

/** A line that leads somewhere, in the text part. */
const lineTo = (language: Language, label: string, url: string): string => `${typeset(`${label}:`, language)} ${url}`;

/** Whom to turn to, with what can be pressed as a link. */
const contactHtml = (contact: string): string =>
  linkedParts(contact)
    .map(({ text, href }) =>
      href === undefined ? escapeHtml(text) : `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`,
    )
    .join('');

/** The tip of the day, and how to tell how the back is: by answering, or by one of eleven buttons if there is a `painUrl` (it takes `?score=N`). */
export const renderTipMail = (
  { templates, language, contact }: MailSetting,
  tip: TipToMail,
  { diaryUrl, unsubscribeUrl, painUrl = '' }: MailLinks,
): RenderedMail => {
  const words = mailWords[language];
  const caution = tip.caution ?? '';
  return {
    subject: oneLine(tip.subject),
    text: paragraphs(
      `${words.askScore} ${words.scale}`,
      painUrl && `${words.oneTap} ${painUrl}`,
      wholeTip(tip, language),
      words.howToAnswer,
      lineTo(language, words.diary, diaryUrl),
      footer(
        words.notAdvice,
        words.redFlags,
        words.whyTip,
        lineTo(language, words.unsubscribe, unsubscribeUrl),
        contact,
      ),
    ),
    html: fillTemplate(templates.tip, {
      language,
      title: tip.title,
      preview: preview(tip.text),
      html: tip.html,
      caution,
      cautionLabel: words.caution,
      evidence: tip.evidence,
      evidenceLabel: words.evidence,
      askScore: words.askScore,
      scale: words.scale,
      howToAnswer: words.howToAnswer,
      painUrl,
      diary: words.diary,
      diaryUrl,
      notAdvice: words.notAdvice,
      redFlags: words.redFlags,
      why: words.whyTip,
      unsubscribe: words.unsubscribe,
      unsubscribeUrl,
      contact: contactHtml(contact),
    }),
  };
};

const subjectOf = {
  nudge: 'nudgeSubject',
  fewer: 'fewerSubject',
  fewest: 'fewerSubject',
  goodbye: 'goodbyeSubject',
  ease: 'nudgeSubject',
  summary: 'summarySubject',
  weekly: 'weeklySubject',
} as const satisfies Record<Prompt, string>;

/** What a mail in place of a tip says. */
export interface PromptToMail {
  readonly prompt: Prompt;
  /** Those of the text. */
  readonly words: string;
  /** Titles of the tips that helped. */
  readonly best?: readonly string[];
  /** The goal they have, in their words. */
  readonly goal?: string | undefined;
  /** The week that is drawn as bars. */
  readonly days?: readonly DayScore[];
  /** Of a weekly message: its local date, which its answers name. */
  readonly date?: LocalDate;
  /** What it asks where it is not how often they did something as much as they wanted. */
  readonly asks?: 'minutes' | undefined;
}

/** What comes in place of a tip: the words of the text, with the links that every tip has, and how to tell how the back is. */
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

const buttonLook =
  'display:inline-block;margin:8px 0;padding:12px 20px;border:2px solid #1c6350;border-radius:8px;color:#1c6350;font-weight:600;text-decoration:none';

/**
 * A link as a button that says where it leads: nobody reads a token. Its words are dark on the mail's own ground: white ones would
 * be gone wherever a mail program drops the colour behind them. Its look is its own: the templates' style is put into
 * what they hold when they are compiled.
 */
const buttonTo = (url: string, label: string): string =>
  `<a class="button" href="${escapeHtml(url)}" style="${buttonLook}">${escapeHtml(label)}</a>`;

/** Only our own addresses become links: an answer may repeat what somebody wrote. */
const linkHtml = (url: string, publicBaseUrl: string, words: Readonly<Record<'diary' | 'visit', string>>): string => {
  if (!url.startsWith(`${publicBaseUrl}/`)) return escapeHtml(url);
  const [page] = url.slice(publicBaseUrl.length + 1).split('/');
  return page === 'diary' || page === 'visit'
    ? `<br>${buttonTo(url, words[page])}<br>`
    : `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
};

const answerHtml = (answer: string, publicBaseUrl: string, language: Language): string =>
  answer
    .split('\n\n')
    .map((paragraph) =>
      paragraph
        .split(/(https?:\/\/\S*[^\s.,;:!?)])/)
        .map((part, index) =>
          index % 2 === 1
            ? linkHtml(part, publicBaseUrl, mailWords[language])
            : escapeHtml(part).replaceAll('\n', '<br>'),
        )
        .join(''),
    )
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');

/** Our answers to one message, in one mail. `subject` is that of the message, if it came by mail. */
export const renderAnswerMail = (
  { templates, language, contact }: MailSetting,
  {
    answers: said,
    publicBaseUrl,
    subject,
  }: { readonly answers: readonly string[]; readonly publicBaseUrl: string; readonly subject?: string | undefined },
): RenderedMail => {
  const words = mailWords[language];
  const answers = said.map((answer) => typeset(answer, language));
  const about = oneLine(subject ?? '').replace(/^((re|aw|sv|tr|rép|ref?)\s*:\s*)+/i, '');
  const answerSubject = about ? `Re: ${about.slice(0, 150)}` : words.answerSubject;
  return {
    subject: answerSubject,
    text: paragraphs(...answers, footer(words.notAdvice, words.whyAnswer, contact)),
    html: fillTemplate(templates.answer, {
      language,
      subject: answerSubject,
      preview: preview(answers.join(' ')),
      answer: answers.map((answer) => answerHtml(answer, publicBaseUrl, language)).join(''),
      notAdvice: words.notAdvice,
      redFlags: '',
      why: words.whyAnswer,
      ...noLinks,
      contact: contactHtml(contact),
    }),
  };
};

const askerWords = (language: Language, asker: Asker): string => {
  const { confirmByPhone, confirmByMailbox } = mailWords[language];
  return asker.kind === 'phone'
    ? confirmByPhone.replace('{asker}', () => asker.ending)
    : confirmByMailbox.replace('{asker}', () => asker.masked);
};

/** Asks the owner of a mailbox whether they want this, and says who else will read what they write; nothing else is sent to it before. */
export const renderConfirmationMail = (
  { templates, language, contact }: MailSetting,
  { confirmUrl, asker }: { readonly confirmUrl: string; readonly asker?: Asker | undefined },
): RenderedMail => {
  const words = mailWords[language];
  const askedBy = asker ? askerWords(language, asker) : '';
  return {
    subject: words.confirmSubject,
    text: paragraphs(
      words.confirmRequest,
      askedBy,
      confirmUrl,
      words.confirmIgnore,
      footer(words.notAdvice, words.whyConfirmation, contact),
    ),
    html: fillTemplate(templates.confirmation, {
      language,
      subject: words.confirmSubject,
      preview: preview(words.confirmRequest),
      heading: words.confirmHeading,
      request: words.confirmRequest,
      askedBy,
      button: words.confirmButton,
      confirmUrl,
      ignore: words.confirmIgnore,
      notAdvice: words.notAdvice,
      redFlags: '',
      why: words.whyConfirmation,
      ...noLinks,
      contact: contactHtml(contact),
    }),
  };
};
