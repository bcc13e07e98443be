import * as z from 'zod/mini';
import english from '../../content/compiled/en/mails.json' with { type: 'json' };
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

/** What the content build wrote; a language that is not here gets English. */
const compiled: Partial<Readonly<Record<Language, unknown>>> = { en: english };

const mailsSchema = z.object({
  tips: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      evidence: z.string(),
      caution: z.string(),
      sources: z.array(z.object({ name: z.string(), url: z.string() })),
    }),
  ),
});

const parsed = new Map<Language, readonly TipMail[]>();

/**
 * The tips as mails in the order of the programme, in that language, or in English where there is no content yet.
 * Parsed once. Apart from texts.ts, so that the SMS functions do not carry it. Throws ZodError if what was compiled does not fit.
 */
export const mailsFor = (language: Language): readonly TipMail[] => {
  const known = parsed.get(language);
  if (known) return known;
  const { tips } = mailsSchema.parse(compiled[language] ?? english);
  parsed.set(language, tips);
  return tips;
};
