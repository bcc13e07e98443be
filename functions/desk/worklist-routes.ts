import { Hono } from 'hono';
import { CannotError, NobodyThereError } from '../../shared/use-cases/desk/desk-errors.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { notFoundPage, worklistPage } from './pages/worklist-page.tsx';
import { visitorOf } from './visitor-of.ts';
import type { DeskWords } from './words/desk-words.ts';

/**
 * What the worklist says was done, by the name that its address may carry: no word of a request is written into a page.
 */
const doneWords = ({ worklist }: DeskWords, done: string | undefined): string | undefined =>
  done === 'acknowledged' || done === 'acknowledgedSome' || done === 'erased' ? worklist[done] : undefined;

/** The desk's first page: the red flags that wait, and finding somebody. */
export const worklistRoutes = (deps: DeskDeps) => {
  const { desk, redFlagReaders: readers } = deps;
  return new Hono<DeskEnv>()
    .get('/desk', async (context) => {
      const { actor } = context.get('session');
      const all = context.req.query('all') !== undefined;
      const flags = readers === 'nobody' ? [] : await desk.worklist(actor, { all });
      const done = doneWords(context.get('words'), context.req.query('done'));
      return context.html(worklistPage({ visitor: visitorOf(deps, context), readers, flags, all, done }));
    })
    .post('/desk/find', async (context) => {
      const { who = '' } = context.get('form');
      try {
        const { id } = await desk.find(context.get('session').actor, who);
        return context.redirect(`/desk/people/${id}`, 303);
      } catch (error) {
        if (!(error instanceof NobodyThereError || error instanceof CannotError)) throw error;
        const page = notFoundPage({
          visitor: visitorOf(deps, context),
          said: who,
          error: `${error.said[context.get('words').lang]}.`,
        });
        return context.html(page, error instanceof CannotError ? 400 : 404);
      }
    })
    .post('/desk/acknowledge', async (context) => {
      const { event = '' } = context.get('form');
      const taken = await desk.acknowledge(context.get('session').actor, event);
      // Some of several were taken before: by whoever asks, or by somebody else.
      const areSome = taken.length > 0 && taken.length < event.split(' ').length;
      return context.redirect(`/desk?done=${areSome ? 'acknowledgedSome' : 'acknowledged'}`, 303);
    });
};
