import { type Context, Hono } from 'hono';
import { isAskedAhead } from './asked-ahead.ts';
import { answerPage, readerIn } from './page-language.ts';
import { visitPage } from './pages/visit-page.tsx';
import { openVisit } from './visit-document.ts';
import type { WebDeps } from './web-deps.ts';

/** The sheet that somebody shared for a visit, as a page and as PDF. Each look is recorded for its owner to see. */
export const visitRoutes = (deps: WebDeps): Hono => {
  const look = async (context: Context, token: string) => {
    const opened = await openVisit(deps, token);
    // A HEAD request shows nothing, so it is not recorded.
    if (opened && context.req.method === 'GET')
      await deps.visits.recordView(opened.share.id, opened.share.share, deps.clock.now());
    return opened;
  };
  return new Hono()
    .use('/visit/*', (context, next) => (isAskedAhead(context) ? Promise.resolve(context.body(null, 403)) : next()))
    .get('/visit/:file{[^/]+\\.pdf}', async (context) => {
      const opened = await look(context, context.req.param('file').replace(/\.pdf$/, ''));
      if (!opened) return context.notFound();
      const { subscriber, document } = opened;
      const headers = {
        'Content-Type': 'application/pdf',
        'Content-Language': subscriber.language,
        'Content-Disposition': `inline; filename="visit-${document.sheet.to}.pdf"`,
      };
      if (context.req.method === 'HEAD') return context.body(null, 200, headers);
      // The PDF code and its fonts are half a megabyte, which readers of the page need not wait for.
      const { visitPdf } = await import('./pdf/visit-pdf.ts');
      const reader = await readerIn(deps, subscriber.language);
      const bytes = await visitPdf({ reader, document, madeAt: deps.clock.now() });
      return context.body(new Uint8Array(bytes), 200, headers);
    })
    .get('/visit/:token', async (context) => {
      const token = context.req.param('token');
      const opened = await look(context, token);
      if (!opened) return context.notFound();
      const reader = await readerIn(deps, opened.subscriber.language);
      return answerPage(context, reader, visitPage({ reader, document: opened.document, pdf: `/visit/${token}.pdf` }));
    });
};
