import type { MiddlewareHandler } from 'hono';
import { readPostedForm } from '../web/posted-form.ts';
import { readCookie } from './desk-cookies.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { goToProvider } from './go-to-provider.ts';
import { foreignFormPage, signInPage } from './pages/message-page.tsx';
import { formGraceMs, isFormOf, openSession } from './session.ts';

/** The way in: what is reached without being signed in. Everything else, a path that does not exist among it, is not. */
export const wayIn: ReadonlySet<string> = new Set(['/desk/sign-in', '/desk/signed-in']);

/** The field of every form that says whose it is. */
export const formTokenField = 'token';

/** Whether a browser says that a request was made by one of our own pages. One that says nothing is judged by its token alone. */
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
 * Lets in whoever is signed in, and of their forms those that our pages made for this session. Whoever is not gets the page
 * that leads to the provider, and nothing is done.
 */
export const onlySignedIn =
  (deps: DeskDeps): MiddlewareHandler<DeskEnv> =>
  async (context, next) => {
    const { path, method } = context.req;
    if (wayIn.has(path) && method === 'GET') return next();
    const session = openSession(deps.keys, readCookie(deps, context, 'desk'), deps.clock.now());
    if (!session)
      return context.html(signInPage({ ...deps, words: context.get('words'), nothingDone: method !== 'GET' }), 403);
    const isRead = method === 'GET' || method === 'HEAD';
    const staleFor = deps.clock.now() - session.roleUntil;
    // Who has left the group since comes back without a role, and who has left the clinic not at all.
    if (isRead && staleFor >= 0) {
      const { pathname, search } = new URL(context.req.url);
      return goToProvider(deps, context, `${pathname}${search}`);
    }
    if (staleFor >= formGraceMs)
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
