import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  CannotError,
  NobodyThereError,
  NotAllowedError,
  refusalInWords,
} from '../../shared/use-cases/desk/desk-errors.ts';
import { headersBy } from '../web/security-headers.ts';
import { codeRoutes } from './code-routes.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { onlySignedIn } from './only-signed-in.ts';
import { overviewRoutes } from './overview-routes.ts';
import { deskStyle } from './pages/desk-style.ts';
import { messagePage } from './pages/message-page.tsx';
import { personRoutes } from './person-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { visitorOf } from './visitor-of.ts';
import { worklistRoutes } from './worklist-routes.ts';

/** The longest honest form has some 300 characters. */
const maxBodyBytes = 16 * 1024;

const nothingThere = 'There is no such page, or nobody of that pseudonym is with us.';

const statuses = [
  [NotAllowedError, 403, 'You may not do that'],
  [NobodyThereError, 404, 'Nobody is there'],
  [CannotError, 400, 'Nothing was done'],
] as const;

/** A sentence of ours, as a page says it. */
const asSentence = (message: string): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

/**
 * The clinic's desk as pages. Nothing answers before the sign-in but the way in; what is done is done by the operations that the
 * command line has too, which let in, refuse and write down.
 */
export const createDeskSite = (deps: DeskDeps): Hono<DeskEnv> => {
  const app = new Hono<DeskEnv>();
  // Its own pages learn of each other where a form comes from; other sites learn nothing.
  app.use(headersBy({ style: deskStyle, referrer: 'same-origin', publicPaths: new Set() }));
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: (context) =>
        context.html(messagePage({ title: 'Nothing was done', text: 'That form is too long.' }), 413),
    }),
  );
  app.use(onlySignedIn(deps));
  for (const routes of [signInRoutes, worklistRoutes, overviewRoutes, personRoutes, codeRoutes])
    app.route('/', routes(deps));
  app.notFound((context) =>
    context.html(messagePage({ visitor: visitorOf(deps, context), title: 'Not found', text: nothingThere }), 404),
  );
  app.onError((error, context) => {
    const visitor = context.get('session') === undefined ? undefined : visitorOf(deps, context);
    const back = { path: '/desk', name: 'To the worklist' };
    const known = statuses.find(([kind]) => error instanceof kind);
    if (known) {
      const [, status, title] = known;
      return context.html(
        messagePage({
          visitor,
          title,
          text: asSentence(error instanceof NotAllowedError ? refusalInWords[error.refusal] : error.message),
          back,
        }),
        status,
      );
    }
    // The error's name alone: its message might quote somebody.
    deps.log('error', 'page-failed', { route: '/desk', error: error.name });
    const text =
      'Something broke, and whoever runs the service is told. Look whether it was done before you try again.';
    return context.html(messagePage({ visitor, title: 'That failed', text, back }), 500);
  });
  return app;
};
