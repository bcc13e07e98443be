import { Hono } from 'hono';

/** A function whose caller waits for its result. */
type Invoked = (event: unknown) => Promise<unknown>;

/** Plays Lambda's Invoke, for functions that somebody at the desk invokes by hand and waits for. */
export const createLambdaStandIn = (functions: Readonly<Record<string, Invoked>>) => {
  const app = new Hono();
  app.post('/2015-03-31/functions/:name/invocations', async (context) => {
    const run = functions[context.req.param('name')];
    if (run === undefined)
      return context.json({ Type: 'User', Message: 'Function not found' }, 404, {
        'x-amzn-errortype': 'ResourceNotFoundException',
      });
    const event: unknown = await context.req.json();
    try {
      const answer = await run(event);
      return context.json(answer ?? null, 200, { 'x-amz-executed-version': '$LATEST' });
    } catch (error) {
      // An error of the function is no error of Lambda's: the answer is 200 all the same.
      const errorType = error instanceof Error ? error.name : 'Error';
      return context.json({ errorType }, 200, { 'x-amz-function-error': 'Unhandled' });
    }
  });
  return app;
};
