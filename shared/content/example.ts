import { read as readEnglish } from '../../content/compiled/en/example.js';
import type { Language } from '../domain/people/subscriber.ts';
import { once } from '../platform/once.ts';

/**
 * An example of what goes out, for people who have not signed up. The content build makes it from the tips and messages
 * themselves.
 */
export interface Example {
  /** A tip as it goes out by text. */
  readonly tip: string;
  /** The answer to a score. */
  readonly answer: string;
  /** The same tip as it goes out by mail. */
  readonly mail: {
    readonly title: string;
    readonly subject: string;
    /** Its first paragraph, and the rest, as HTML from our own content build. */
    readonly beginning: string;
    readonly rest: string;
    readonly evidence: string;
    readonly caution: string;
  };
}

const reading: Readonly<Record<Language, () => Promise<Example>>> = {
  en: once(async () => readEnglish()),
  fr: once(async () => (await import('../../content/compiled/fr/example.js')).read()),
};

/** The example of a language. */
export const exampleIn = (language: Language): Promise<Example> => reading[language]();
