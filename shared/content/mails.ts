import { read as readEnglish } from '../../content/compiled/en/mails.js';
import type { Language } from '../domain/subscriber.ts';

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
  /** In the order of the programme. */
  readonly tips: readonly TipMail[];
}

/** What the content build wrote and checked; a language that is not here gets English. */
const compiled: Partial<Readonly<Record<Language, () => Mails>>> = { en: readEnglish };

const loaded = new Map<Language, Mails>();

/**
 * The tips as mails in the order of the programme, in that language, or in English where there is no content yet.
 * Read when first asked for. Apart from texts.ts, so that the SMS functions do not carry it.
 */
export const mailsFor = (language: Language): readonly TipMail[] => {
  const mails = loaded.get(language) ?? (compiled[language] ?? readEnglish)();
  loaded.set(language, mails);
  return mails.tips;
};
