import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { readersInWords } from '../../shared/domain/desk/readers-in-words.ts';
import type { RedFlagReaders } from '../../shared/domain/desk/red-flag-readers.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import { diaryPdfRoutes } from './diary-pdf-routes.ts';
import { diaryRoutes } from './diary-routes.ts';
import { heldRoutes } from './held-routes.ts';
import { helpedRoutes } from './helped-routes.ts';
import { answerPage, readerOf } from './page-language.ts';
import { legalPage } from './pages/legal-page.tsx';
import { noticePage } from './pages/notice-page.tsx';
import type { Reader } from './pages/reader.ts';
import { readableNumber } from './pages/text-link.ts';
import { fill } from './pages/texts/page-texts.ts';
import { painRoutes } from './pain-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { settingsRoutes } from './settings-routes.ts';
import { shareRoutes } from './share-routes.ts';
import { signUpRoutes } from './sign-up-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { visitRoutes } from './visit-routes.ts';
import type { WebDeps } from './web-deps.ts';
import { weekRoutes } from './week-routes.ts';

/** The longest body of a form, in bytes; the longest honest one has some 400 characters. */
const maxBodyBytes = 16 * 1024;

/** Who is told of what sounds dangerous, as the pages say it. */
const readersOn = ({ texts }: Reader, redFlagReaders: RedFlagReaders): string => {
  const { readers } = readersInWords(redFlagReaders, texts.lang);
  return readers ? fill(texts.readers.clinic, { ...readers }) : texts.readers.nobody;
};

/** The web pages. What does not exist, has expired or belongs to somebody else gets one and the same 404. */
export const createWeb = (deps: WebDeps): Hono => {
  const values = { contact: deps.contact, number: deps.smsNumber === undefined ? '' : readableNumber(deps.smsNumber) };
  const app = new Hono();
  app.use(securityHeaders);
  // API Gateway's HTTP APIs compress nothing. A token in a page cannot be guessed from the compressed size (BREACH):
  // nobody can ask for its page without knowing it, because no cookie opens one.
  app.use(compress());
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: async (context) => {
        const reader = await readerOf(deps, context);
        return answerPage(context, reader, noticePage({ reader, notice: reader.texts.tooLarge }), 413);
      },
    }),
  );
  app.route('/', signUpRoutes(deps));
  app.route('/', subscriptionRoutes(deps));
  app.route('/', painRoutes(deps));
  app.route('/', weekRoutes(deps));
  app.route('/', shareRoutes(deps));
  app.route('/', settingsRoutes(deps));
  app.route('/', heldRoutes(deps));
  app.route('/', helpedRoutes(deps));
  app.route('/', visitRoutes(deps));
  app.route('/', diaryPdfRoutes(deps));
  app.route('/', diaryRoutes(deps));
  for (const name of ['privacy', 'terms'] as const) {
    app.get(`/${name}`, async (context) => {
      const reader = await readerOf(deps, context, '');
      const told = { ...values, readers: readersOn(reader, deps.redFlagReaders) };
      return answerPage(context, reader, legalPage({ reader, legal: reader.texts[name], values: told }));
    });
  }
  app.get('/health', (context) => context.json({ ok: true }));
  app.notFound(async (context) => {
    // The 404 is in the request's language, never in a subscriber's, which would reveal that there is one.
    const reader = await readerOf(deps, context, '');
    return answerPage(context, reader, noticePage({ reader, notice: reader.texts.notFound }), 404);
  });
  app.onError(async (error, context) => {
    // Only the route's first word and the error's name are logged: the path has a token in it, and the message might
    // quote somebody.
    deps.log('error', 'page-failed', { route: `/${context.req.path.split('/')[1] ?? ''}`, error: nameOf(error) });
    const reader = await readerOf(deps, context);
    return answerPage(context, reader, noticePage({ reader, notice: reader.texts.failed }), 500);
  });
  return app;
};
