import * as z from 'zod/mini';
import english from '../../content/compiled/en/texts.json' with { type: 'json' };
import { type MessageKey, messageSpecs } from '../domain/message.ts';
import type { Language } from '../domain/subscriber.ts';
import type { Texts } from '../domain/texts.ts';

/** What the content build wrote; a language that is not here is answered in English. */
const compiled: Partial<Readonly<Record<Language, unknown>>> = { en: english };

const hasEveryMessage = (value: unknown): value is Readonly<Record<MessageKey, string>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(messageSpecs).every((key) => typeof Reflect.get(value, key) === 'string');

const textsSchema = z.object({
  version: z.string(),
  messages: z.custom<Readonly<Record<MessageKey, string>>>(
    hasEveryMessage,
    'content/compiled is older than shared/domain/message.ts: run `npm run content`',
  ),
  tips: z
    .array(z.object({ id: z.string(), title: z.string(), sms: z.string(), more: z.string() }))
    .check(z.minLength(1)),
});

const parsed = new Map<Language, Texts>();

/**
 * Everything said by text in that language, or in English where there is no content yet. Parsed once.
 * Throws ZodError if what was compiled does not fit this code.
 */
export const textsFor = (language: Language): Texts => {
  const known = parsed.get(language);
  if (known) return known;
  const texts = textsSchema.parse(compiled[language] ?? english);
  parsed.set(language, texts);
  return texts;
};
