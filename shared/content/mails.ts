import { read as readEnglish } from '../../content/compiled/en/mails.js';
import type { Language } from '../domain/people/subscriber.ts';
import { once } from '../platform/once.ts';

/** A tip as mail, without the frame that all mails share. */
export interface TipMail {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  /** Paragraphs and lists. They are safe inside a page, because the content build wrote them and refuses raw HTML. */
  readonly html: string;
  readonly text: string;
  /** One sentence on what is known. */
  readonly evidence: string;
  /** Who should not do it, or when to ask first. */
  readonly caution: string;
  readonly sources: readonly { readonly name: string; readonly url: string }[];
}

/** The compiled mails of a language. */
export interface Mails {
  /** In the order of their numbers. */
  readonly tips: readonly TipMail[];
}

/**
 * The compiled mails by language. English comes with the function; another language is a file that is read when
 * somebody speaks it.
 */
const reading: Readonly<Record<Language, () => Promise<Mails>>> = {
  en: once(async () => readEnglish()),
  fr: once(async () => (await import('../../content/compiled/fr/mails.js')).read()),
};

/**
 * The tips as mails in that language, read when first needed, once per environment. They are separate from texts.ts, so
 * that the SMS functions do not carry them.
 */
export const mailsFor = async (language: Language): Promise<readonly TipMail[]> => {
  const { tips } = await reading[language]();
  return tips;
};
