import type { MiddlewareHandler } from 'hono';
import { readPostedForm } from '../web/posted-form.ts';
import { readCookie } from './desk-cookies.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { goToProvider } from './go-to-provider.ts';
import { foreignFormPage, signInPage } from './pages/message-page.tsx';
import { formGraceMs, isFormOf, openSession } from './session.ts';

/** The paths that need no session. All others do, unknown ones too. */
export const publicPaths: ReadonlySet<string> = new Set(['/desk/sign-in', '/desk/signed-in']);

/** The field in which every form names the session it was made for. */
export const formTokenField = 'token';

/**
 * Whether the request was made by one of our own pages, as far as the browser says. One that says nothing is judged by
 * the form's token alone.
 */
const isOwn = (header: (name: string) => string | undefined, publicBaseUrl: string): boolean => {
  const site = header('sec-fetch-site') ?? 'same-origin';
  const origin = header('origin') ?? new URL(publicBaseUrl).origin;
  return site === 'same-origin' && origin === new URL(publicBaseUrl).origin;
};

const textsOf = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  );

/**
 * Lets in people with a session, and takes only forms that our pages made for that session. Anybody else gets the page
 * that leads to the provider, and nothing is done.
 */
export const onlySignedIn =
  (deps: DeskDeps): MiddlewareHandler<DeskEnv> =>
  async (context, next) => {
    const { path, method } = context.req;
    if (publicPaths.has(path) && method === 'GET') return next();
    const session = openSession(deps.keys, readCookie(deps, context, 'desk'), deps.clock.now());
    if (!session)
      return context.html(signInPage({ ...deps, words: context.get('words'), nothingDone: method !== 'GET' }), 403);
    const isRead = method === 'GET' || method === 'HEAD';
    const now = deps.clock.now();
    // The provider is asked again: somebody who has left the group comes back without a role, and somebody who has left
    // the clinic does not come back.
    if (isRead && now >= session.roleUntil) {
      const { pathname, search } = new URL(context.req.url);
      return goToProvider(deps, context, `${pathname}${search}`);
    }
    if (now >= session.roleUntil + formGraceMs)
      return context.html(signInPage({ ...deps, words: context.get('words'), nothingDone: true }), 403);
    context.set('session', session);
    if (isRead) return next();
    const form = textsOf(await readPostedForm(context));
    const isOurs = isOwn((name) => context.req.header(name), deps.publicBaseUrl);
    if (!isOurs || !isFormOf(deps.keys, session, form[formTokenField] ?? ''))
      return context.html(foreignFormPage({ ...deps, words: context.get('words') }), 403);
    context.set('form', form);
    return next();
  };
