import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { pageStyle } from './pages/page-style.ts';
import { zoneScript } from './pages/zone-script.ts';

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What a set of pages loads, and which of them are public. */
export interface PageRules {
  /** The text of the one style sheet. */
  readonly style: string;
  /** The text of the one script; none unless given. */
  readonly script?: string;
  /** What a link or a form of ours reveals of the page that it stands on. */
  readonly referrer: 'no-referrer' | 'same-origin';
  /** The paths of pages that anybody may find. */
  readonly publicPaths: ReadonlySet<string>;
}

/** What a page without script may load: the one style sheet that stands in it. */
export const styleAlone = (style: string): string =>
  `default-src 'none'; style-src ${hashSource(style)}; base-uri 'none'; frame-ancestors 'none'`;

/** The Content-Security-Policy: our own style and script alone, no frames, no form to another site. */
const contentSecurityPolicy = ({ style, script }: PageRules): string =>
  [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashSource(script)}`]),
    // The icon is in the page.
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * The headers of every answer. A link with a token must not leak: not to the next site (Referrer-Policy), a cache or an
 * index.
 */
export const headersBy = (rules: PageRules): MiddlewareHandler => {
  const policy = contentSecurityPolicy(rules);
  return async (context, next) => {
    await next();
    // A page to print has a style of its own.
    if (!context.res.headers.has('Content-Security-Policy')) context.header('Content-Security-Policy', policy);
    context.header('Referrer-Policy', rules.referrer);
    // A public page says the same to all readers of one language (Vary), and changes at most with a deployment.
    const isPublic =
      rules.publicPaths.has(context.req.path) && /^(GET|HEAD)$/.test(context.req.method) && context.res.ok;
    context.header('Cache-Control', isPublic ? 'public, max-age=300' : 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('X-Frame-Options', 'DENY');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    // Two years. Browsers ignore the header over plain HTTP, as on a laptop (RFC 6797, 8.1).
    context.header('Strict-Transport-Security', 'max-age=63072000');
    if (!rules.publicPaths.has(context.req.path)) context.header('X-Robots-Tag', 'noindex, nofollow');
  };
};

/**
 * The headers of people's pages. All but the public ones belong to one person, and the 404 must look the same wherever
 * it appears.
 */
export const securityHeaders = headersBy({
  style: pageStyle,
  script: zoneScript,
  referrer: 'no-referrer',
  publicPaths: new Set(['/', '/privacy', '/terms']),
});
