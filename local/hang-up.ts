import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** What Hono's Node.js server hands to a route. */
export interface NodeEnvironment {
  Bindings: HttpBindings;
}

/** Closes the connection without an answer: what a client sees when a provider dies after it took the message. */
export const hangUp = (context: Context<NodeEnvironment>): Response => {
  context.env.incoming.socket.destroy();
  return new Response(null, { status: 500 });
};
