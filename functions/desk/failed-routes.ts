import { Hono } from 'hono';
import { workQueues } from '../../shared/domain/desk/failed-jobs.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { failedPage } from './pages/failed-page.tsx';
import { visitorOf } from './visitor-of.ts';

/** The page of what the queues gave up, with a button that queues it again. */
export const failedRoutes = (deps: DeskDeps) =>
  new Hono<DeskEnv>()
    .get('/desk/failed', async (context) => {
      const { queues } = await (await deps.repairs()).listFailed(context.get('session').actor);
      const done = context.req.query('done');
      const { failed } = context.get('words');
      const words = new Map([
        ['begun', failed.begun],
        ['nothing', failed.nothingThere],
      ]).get(done ?? '');
      return context.html(failedPage({ visitor: visitorOf(deps, context), queues, done: words }));
    })
    .post('/desk/failed/:queue', async (context) => {
      const queue = workQueues.find((one) => one === context.req.param('queue'));
      if (queue === undefined) return context.notFound();
      const { waiting } = await (await deps.repairs()).redrive(context.get('session').actor, queue);
      return context.redirect(`/desk/failed?done=${waiting > 0 ? 'begun' : 'nothing'}`, 303);
    });
