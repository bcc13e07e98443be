import type { Context } from 'hono';
import { type DetectorOptions, detectFromHeader, detectFromQuery } from 'hono/language';
import { type Language, languages } from '../../shared/domain/people/subscriber.ts';

const detector: DetectorOptions = {
  order: ['querystring', 'header'],
  lookupQueryString: 'lang',
  lookupFromHeaderKey: 'accept-language',
  lookupCookie: '',
  lookupFromPathIndex: 0,
  // No cookie is read or set: the address carries the choice.
  caches: false,
  ignoreCase: true,
  fallbackLanguage: 'en',
  supportedLanguages: [...languages],
};

/** The detected language is one of ours or none: no word of a request is ever written into a page. */
const known = (detected: string | undefined): Language | undefined => languages.find((one) => one === detected);

/** The language that an address asks for (`?lang=fr`), if it is one of ours. */
export const languageInQuery = (context: Context): Language | undefined => known(detectFromQuery(context, detector));

/** The language that a browser asks for first among ours; English if it asks for none of them. */
export const browserLanguage = (context: Context): Language => known(detectFromHeader(context, detector)) ?? 'en';
