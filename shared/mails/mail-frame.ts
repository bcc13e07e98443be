import type { MailTemplates } from '../content/mail-templates.ts';
import type { Language } from '../domain/people/subscriber.ts';
import { escapeHtml } from './fill-template.ts';
import { linkedParts } from './linked-parts.ts';
import { typeset } from './typeset.ts';

/** A mail as it is sent. */
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

/** The links of a mail. `painUrl` takes `?score=N`. */
export interface MailLinks {
  readonly diaryUrl: string;
  readonly unsubscribeUrl: string;
  readonly painUrl?: string;
}

/**
 * The length of a preview, in characters: long enough to be read beside the subject in a list of mails, short enough
 * not to repeat the mail.
 */
const previewLength = 110;

/**
 * The links of an answer and a confirmation: none to anything private, because people may forward them to ask what they
 * are.
 */
export const noLinks = { diary: '', diaryUrl: '', unsubscribe: '', unsubscribeUrl: '' };

/** A text on one line, as a subject needs it: a line break would end the header. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The preview that a list of mails shows beside the subject. */
export const preview = (text: string): string => oneLine(text).slice(0, previewLength);

/** Joins those paragraphs of a text part that there are. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n\n');

/** `-- ` is the signature mark: mail programs leave what follows out of a quoted answer. */
export const footer = (...lines: readonly (string | undefined)[]): string => `-- \n${paragraphs(...lines)}\n`;

/** A line with a link, in the text part. */
export const lineTo = (language: Language, label: string, url: string): string =>
  `${typeset(`${label}:`, language)} ${url}`;

/** The contact, with its mailboxes and web addresses as links. */
export const contactHtml = (contact: string): string =>
  linkedParts(contact)
    .map(({ text, href }) =>
      href === undefined ? escapeHtml(text) : `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`,
    )
    .join('');
