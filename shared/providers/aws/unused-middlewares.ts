/** The part of an SDK client that its middlewares are taken from. */
interface Client {
  readonly middlewareStack: { remove(name: string): boolean };
}

/**
 * Middlewares of the SDK that cost time at each call and do nothing for us. The first copies every request and answer
 * for a logger that we do not set (7 % of what the SDK costs a tip, docs/performance.md). The second adds a trace
 * header against functions that call each other in circles. The third adds the names and versions of SDK and machine
 * for AWS's statistics. The last two took 2 to 3 ms of the webhook's first event; all three took a seventh of what a
 * mail costs its worker.
 */
const unusedMiddlewares = ['loggerMiddleware', 'recursionDetectionMiddleware', 'getUserAgentMiddleware'];

/** Removes these middlewares from a client of the SDK; returns the client. */
export const withoutUnusedMiddlewares = <Of extends Client>(client: Of): Of => {
  for (const middleware of unusedMiddlewares) client.middlewareStack.remove(middleware);
  return client;
};
