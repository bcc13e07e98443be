import type { MiddlewareHandler } from 'hono';
import { browserLanguage } from '../web/browser-language.ts';
import type { DeskEnv } from './desk-deps.ts';
import { wordsIn } from './words/words-in.ts';

/** Answers in the language of the browser: whoever works at the desk brings theirs, whatever the people speak whom they look after. */
export const inWords: MiddlewareHandler<DeskEnv> = async (context, next) => {
  const words = await wordsIn(browserLanguage(context));
  context.set('words', words);
  await next();
  context.header('Content-Language', words.lang);
  context.header('Vary', 'Accept-Language', { append: true });
};
