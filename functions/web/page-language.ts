import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ConfirmClaims, readConfirmToken } from '../../shared/domain/people/confirm-token.ts';
import type { Language } from '../../shared/domain/people/subscriber.ts';
import { readToken, type TokenPurpose } from '../../shared/domain/people/token.ts';
import { browserLanguage, languageInQuery } from './browser-language.ts';
import type { Reader } from './pages/reader.ts';
import { textsIn } from './pages/texts/texts-in.ts';
import type { WebDeps } from './web-deps.ts';

/** The one channel that the pages speak of, where there is only one. */
type Speaking = Pick<WebDeps, 'onlyChannel'>;

/**
 * The reader of a public page: their language is that of the address (`?lang=fr`), else the browser's, else English.
 */
export const readerOf = async ({ onlyChannel }: Speaking, context: Context, switchAt?: string): Promise<Reader> => {
  const asked = languageInQuery(context);
  const language = asked ?? browserLanguage(context);
  return {
    texts: await textsIn(language, onlyChannel),
    namesLanguage: asked !== undefined,
    ...(switchAt === undefined ? {} : { switchAt }),
  };
};

/**
 * The country whose clock is shown to somebody known only by their browser: GB for `en-GB`; for `en` alone, the country
 * of most people who write English.
 */
export const browserCountry = (context: Context): string =>
  /^\s*[a-z]{2,3}-([a-z]{2})\b/i.exec(context.req.header('accept-language') ?? '')?.[1]?.toUpperCase() ?? 'US';

/** The reader of a page behind a subscriber's link: their language is the one the subscriber chose. */
export const readerIn = async ({ onlyChannel }: Speaking, language: Language): Promise<Reader> => ({
  texts: await textsIn(language, onlyChannel),
  namesLanguage: true,
});

/** The reader of a page behind a token; if the token leads to nobody any more, the reader of a public page. */
export const readerBehind = async (
  deps: Pick<WebDeps, 'diary' | 'tokenKeys' | 'clock' | 'onlyChannel'>,
  context: Context,
  purpose: TokenPurpose,
  token: string,
): Promise<Reader> => {
  const { diary, tokenKeys } = deps;
  const now = deps.clock.now();
  const claims: ConfirmClaims | undefined =
    purpose === 'confirm' ? readConfirmToken(tokenKeys, token, now) : readToken(tokenKeys, purpose, token, now);
  const person = claims && (await diary.readEnrolled(claims.id, now));
  // Somebody who comes from the sign-up's mail goes on in the language of that mail.
  return person ? readerIn(deps, claims.wish?.language ?? person.subscriber.language) : readerOf(deps, context);
};

/** Answers with a page, naming its language and the headers on which that may depend. */
export const answerPage = (
  context: Context,
  { texts }: Reader,
  page: string,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> => {
  context.header('Content-Language', texts.lang);
  context.header('Vary', 'Accept-Language');
  return context.html(page, status);
};
