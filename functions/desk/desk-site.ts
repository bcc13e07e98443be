import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { nameOf } from '../../shared/platform/error-name.ts';
import { CannotError, NobodyThereError, NotAllowedError } from '../../shared/use-cases/desk/desk-errors.ts';
import { headersBy } from '../web/security-headers.ts';
import { codeRoutes } from './code-routes.ts';
import type { DeskContext, DeskDeps, DeskEnv } from './desk-deps.ts';
import { failedRoutes } from './failed-routes.ts';
import { inWords } from './in-words.ts';
import { listPath, listRoutes, longestListForm } from './list-routes.ts';
import { onlySignedIn } from './only-signed-in.ts';
import { overviewRoutes } from './overview-routes.ts';
import { deskStyle } from './pages/desk-style.ts';
import { messagePage } from './pages/message-page.tsx';
import { personRoutes } from './person-routes.ts';
import { resultsRoutes } from './results-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { tipRoutes } from './tip-routes.ts';
import { visitorOf } from './visitor-of.ts';
import { worklistRoutes } from './worklist-routes.ts';

/** The longest honest form has some 300 characters. */
const maxBodyBytes = 16 * 1024;

const statuses = [
  [NotAllowedError, 403, 'notAllowed'],
  [NobodyThereError, 404, 'nobody'],
  [CannotError, 400, 'nothingDone'],
] as const;

const atMost = (maxSize: number): MiddlewareHandler<DeskEnv> =>
  bodyLimit({
    maxSize,
    onError: (context: DeskContext) => {
      const words = context.get('words');
      return context.html(messagePage({ words, title: words.errors.nothingDone, text: words.errors.tooLong }), 413);
    },
  });

const withList = atMost(longestListForm);
const withoutList = atMost(maxBodyBytes);

/** A sentence of ours, as a page says it. */
const asSentence = (message: string): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

/** The status and the words with which an error of ours is answered; undefined for any other error. */
const knownIn = (error: Error) => {
  for (const [kind, status, title] of statuses) if (error instanceof kind) return { status, title, said: error.said };
  return undefined;
};

/**
 * The clinic's desk as pages. Without a session nothing answers but the way to sign in. What is done is done by the
 * operations that the command line has too; they check permission, refuse, and write the audit trail.
 */
export const createDeskSite = (deps: DeskDeps): Hono<DeskEnv> => {
  const app = new Hono<DeskEnv>();
  // Our own pages are told where a form comes from; other sites are told nothing.
  app.use(headersBy({ style: deskStyle, referrer: 'same-origin', publicPaths: new Set() }));
  app.use(inWords);
  app.use((context, next) => (context.req.path.startsWith(listPath) ? withList : withoutList)(context, next));
  app.use(onlySignedIn(deps));
  for (const routes of [
    signInRoutes,
    worklistRoutes,
    overviewRoutes,
    personRoutes,
    codeRoutes,
    listRoutes,
    failedRoutes,
    resultsRoutes,
    tipRoutes,
  ])
    app.route('/', routes(deps));
  app.notFound((context) => {
    const words = context.get('words');
    const visitor = visitorOf(deps, context);
    return context.html(
      messagePage({ words, visitor, title: words.errors.notFound, text: words.errors.notFoundText }),
      404,
    );
  });
  app.onError((error, context) => {
    const visitor = context.get('session') === undefined ? undefined : visitorOf(deps, context);
    const words = context.get('words');
    const back = { path: '/desk', name: words.errors.toWorklist };
    const known = knownIn(error);
    if (known) {
      const { status, title, said } = known;
      const text = asSentence(said[words.lang]);
      return context.html(messagePage({ words, visitor, title: words.errors[title], text, back }), status);
    }
    // Only the error's name is logged: its message might quote somebody.
    deps.log('error', 'page-failed', { route: '/desk', error: nameOf(error) });
    const { failed: title, failedText: text } = words.errors;
    return context.html(messagePage({ words, visitor, title, text, back }), 500);
  });
  return app;
};
