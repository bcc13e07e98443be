import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { pageStyle } from './pages/page-style.ts';
import { zoneScript } from './pages/zone-script.ts';

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The Content-Security-Policy: our own style and script alone, no frames, no form to another site. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${hashSource(pageStyle)}`,
  `script-src ${hashSource(zoneScript)}`,
  // The icon is in the page.
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Pages that anybody may find. All others are one person's, and the 404 must look the same wherever it is met. */
const publicPaths = new Set(['/', '/privacy', '/terms']);

/** Headers of every answer. A link with a token must not leak: not to the next site (Referrer-Policy), a cache or an index. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Content-Security-Policy', contentSecurityPolicy);
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cache-Control', 'no-store');
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('X-Frame-Options', 'DENY');
  context.header('Cross-Origin-Opener-Policy', 'same-origin');
  context.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  // Two years. Browsers ignore it over plain HTTP, as on a laptop (RFC 6797, 8.1).
  context.header('Strict-Transport-Security', 'max-age=63072000');
  if (!publicPaths.has(context.req.path)) context.header('X-Robots-Tag', 'noindex, nofollow');
};
