import type { Context } from 'hono';

/** Where browsers say that they fetch a page before anybody wants to see it; the last two are older ones' (Safari, Firefox). */
const purposes = ['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz'] as const;

/**
 * Whether a browser fetches a page ahead, in case somebody will want it. What counts looks answers such a request with
 * 403, which a browser throws away, so that it asks again when the page is wanted. CloudFront keeps a 403 no longer than
 * its Cache-Control says, unlike a 404 or a 5xx.
 */
export const isAskedAhead = ({ req }: Context): boolean =>
  purposes.some((name) => /prefetch|prerender|preview/i.test(req.header(name) ?? ''));
