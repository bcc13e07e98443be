import type { PageTexts } from './texts/page-texts.ts';

/** The reader of a page, as far as its words and links depend on them. */
export interface Reader {
  readonly texts: PageTexts;
  /** Whether links must name the language, because it is not the one their browser asks for. */
  readonly namesLanguage: boolean;
  /**
   * The address at which another language may be chosen; '' is the page itself, whose address may be a secret. A page
   * behind a token has none: it is in its subscriber's language.
   */
  readonly switchAt?: string;
}

/** A link to another of our pages, in the same language. */
export const linkTo = ({ texts, namesLanguage }: Reader, path: string): string =>
  namesLanguage ? `${path}?lang=${texts.lang}` : path;
