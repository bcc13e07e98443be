import type { MiddlewareHandler } from 'hono';
import { browserLanguage } from '../web/browser-language.ts';
import type { DeskEnv } from './desk-deps.ts';
import { wordsIn } from './words/words-in.ts';

/**
 * Chooses the words of the browser's language: staff read their own language, whatever the people they look after
 * speak.
 */
export const inWords: MiddlewareHandler<DeskEnv> = async (context, next) => {
  const words = await wordsIn(browserLanguage(context));
  context.set('words', words);
  await next();
  context.header('Content-Language', words.lang);
  context.header('Vary', 'Accept-Language', { append: true });
};
