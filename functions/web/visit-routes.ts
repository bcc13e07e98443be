import { Hono } from 'hono';
import { answerPage, readerIn } from './page-language.ts';
import { visitPage } from './pages/visit-page.tsx';
import { openVisit } from './visit-document.ts';
import type { WebDeps } from './web-deps.ts';

/** The sheet that somebody shared for a visit. Each look is written down, for its owner to see. */
export const visitRoutes = (deps: WebDeps): Hono =>
  new Hono().get('/visit/:token', async (context) => {
    const opened = await openVisit(deps, context.req.param('token'));
    if (!opened) return context.notFound();
    const { subscriber, share, document } = opened;
    // HEAD shows nobody anything.
    if (context.req.method === 'GET') await deps.visits.recordView(share.id, share.share, deps.clock.now());
    const reader = await readerIn(subscriber.language);
    return answerPage(context, reader, visitPage({ reader, document }));
  });
