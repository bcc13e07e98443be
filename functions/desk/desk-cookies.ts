import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { DeskDeps } from './desk-deps.ts';

/** `desk` holds the session; `desk-sign-in` holds the attempt to sign in while its browser is at the provider. */
export type CookieName = 'desk' | 'desk-sign-in';

/**
 * Whether the desk is reached by TLS. By plain HTTP, which only `npm start` speaks, a browser would keep no Secure
 * cookie.
 */
const isByTls = ({ publicBaseUrl }: Pick<DeskDeps, 'publicBaseUrl'>): boolean => publicBaseUrl.startsWith('https:');

/** Reads one of the desk's cookies; undefined if the browser sent none. */
export const readCookie = (deps: Pick<DeskDeps, 'publicBaseUrl'>, context: Context, name: CookieName) =>
  isByTls(deps) ? getCookie(context, name, 'host') : getCookie(context, name);

/**
 * Sets a cookie, or with an age of 0 takes it away. No script reads it, and it goes to this host alone (`__Host-`, RFC
 * 6265bis, 4.1.3.2). Lax, not Strict: the way back from the provider begins at another site, and a browser would send a Strict
 * cookie neither with that request nor with the page that it leads to. What changes anything is a POST, with which no browser
 * sends a Lax cookie from another site, and names its session besides (only-signed-in.ts).
 */
export const writeCookie = (
  deps: Pick<DeskDeps, 'publicBaseUrl'>,
  context: Context,
  name: CookieName,
  value: string,
  ageMs: number,
): void => {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: Math.floor(ageMs / 1000) } as const;
  setCookie(context, name, value, isByTls(deps) ? { ...options, secure: true, prefix: 'host' } : options);
};
