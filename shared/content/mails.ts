import { read as readEnglish } from '../../content/compiled/en/mails.js';
import type { Language } from '../domain/people/subscriber.ts';
import { once } from '../platform/once.ts';

/** A tip as mail, without the frame that all mails share. */
export interface TipMail {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  /** Paragraphs and lists, safe to stand in a page: written by the content build, raw HTML is refused there. */
  readonly html: string;
  readonly text: string;
  /** One sentence on what is known. */
  readonly evidence: string;
  /** Who should not do it, or when to ask first. */
  readonly caution: string;
  readonly sources: readonly { readonly name: string; readonly url: string }[];
}

export interface Mails {
  /** In the order of their numbers. */
  readonly tips: readonly TipMail[];
}

/** What the content build wrote and checked. English comes with the function; another language is a file that is read when somebody speaks it. */
const reading: Readonly<Record<Language, () => Promise<Mails>>> = {
  en: once(async () => readEnglish()),
  fr: once(async () => (await import('../../content/compiled/fr/mails.js')).read()),
};

/**
 * The tips as mails in that language. Read when first asked for, once per environment.
 * Apart from texts.ts, so that the SMS functions do not carry it.
 */
export const mailsFor = async (language: Language): Promise<readonly TipMail[]> => {
  const { tips } = await reading[language]();
  return tips;
};
