import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { legalPage } from '../../shared/views/pages/legal-page.tsx';
import { privacy, terms } from '../../shared/views/pages/legal-texts.ts';
import { noticePage } from '../../shared/views/pages/notice-page.tsx';
import { english as texts } from '../../shared/views/pages/page-texts.ts';
import { readableNumber } from '../../shared/views/pages/text-link.ts';
import { diaryRoutes } from './diary-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { signUpRoutes } from './sign-up-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import type { WebDeps } from './web-deps.ts';

/** The longest honest form has some 400 characters. */
const maxBodyBytes = 16 * 1024;

/** The web pages. Whatever does not exist, has expired or belongs to somebody else is answered with one and the same 404. */
export const createWeb = (deps: WebDeps): Hono => {
  const values = { contact: deps.contact, number: readableNumber(deps.smsNumber) };
  const app = new Hono();
  app.use(securityHeaders);
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (context) => context.html(noticePage({ texts, notice: texts.tooLarge }), 413),
    }),
  );
  app.route('/', signUpRoutes(deps));
  app.route('/', subscriptionRoutes(deps));
  app.route('/', diaryRoutes(deps));
  app.get('/privacy', (context) => context.html(legalPage({ texts, legal: privacy, values })));
  app.get('/terms', (context) => context.html(legalPage({ texts, legal: terms, values })));
  app.get('/health', (context) => context.json({ ok: true }));
  app.notFound((context) => context.html(noticePage({ texts, notice: texts.notFound }), 404));
  app.onError((error, context) => {
    // The route's first word and the error's name: the path has a token in it, and a message might quote somebody.
    deps.log('error', 'page-failed', { route: `/${context.req.path.split('/')[1] ?? ''}`, error: error.name });
    return context.html(noticePage({ texts, notice: texts.failed }), 500);
  });
  return app;
};
