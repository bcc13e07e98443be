import type { PageTexts } from './texts/page-texts.ts';

/** Whoever reads a page, as far as its words and links depend on it. */
export interface Reader {
  readonly texts: PageTexts;
  /** Their language is not what their browser would ask for: links name it, so that the next page keeps to it. */
  readonly namesLanguage: boolean;
  /**
   * Where to ask for another language: '' for the page itself, whose address may be anybody's secret. A page behind a
   * token has no such place: it is in its subscriber's language.
   */
  readonly switchAt?: string;
}

/** A link to another of our pages, in the same language. */
export const linkTo = ({ texts, namesLanguage }: Reader, path: string): string =>
  namesLanguage ? `${path}?lang=${texts.lang}` : path;
