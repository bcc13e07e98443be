import { Hono } from 'hono';
import type { Actor, Role } from '../../shared/domain/desk/authorise.ts';
import { roleOfGroups } from '../../shared/domain/desk/role-of-groups.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import { readCookie, writeCookie } from './desk-cookies.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { goToProvider, refusedSignIn } from './go-to-provider.ts';
import { noGroupPage, notSignedInPage, signedOutPage, signInPage } from './pages/message-page.tsx';
import { beginSession, nameOfSubject, openSession, renewSession, sealSession } from './session.ts';
import { openAttempt } from './sign-in-attempt.ts';

/**
 * The errors of a provider that was told to ask nothing and would have to: the person is not signed in there any more
 * (OpenID Connect Core 1.0, 3.1.2.6).
 */
const wantsToAsk: ReadonlySet<string> = new Set([
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]);

/** The routes of signing in at the provider, coming back, and signing out. */
export const signInRoutes = (deps: DeskDeps) => {
  const { clock, keys, log } = deps;
  return (
    new Hono<DeskEnv>()
      // A link, not a form: `form-action 'self'` also applies to where a form's answer leads, and no browser would
      // follow it to the provider.
      .get('/desk/sign-in', (context) => goToProvider(deps, context))
      .get('/desk/signed-in', async (context) => {
        const attempt = openAttempt(keys, readCookie(deps, context, 'desk-sign-in'), clock.now());
        writeCookie(deps, context, 'desk-sign-in', '', 0);
        if (!attempt) return context.html(notSignedInPage({ ...deps, words: context.get('words') }), 400);
        const known = openSession(keys, readCookie(deps, context, 'desk'), clock.now());
        let who: Omit<Actor, 'role'>;
        let role: Role | undefined;
        try {
          const { searchParams } = new URL(context.req.url);
          const { subject, groups, calledBy } = await (await deps.provider()).whoCameBack(searchParams, attempt);
          who = { name: nameOfSubject(deps.pepper, deps.issuer, subject), calledBy };
          role = roleOfGroups(groups, deps.groups);
        } catch (error) {
          const code = refusedSignIn(deps, error);
          if (attempt.to !== undefined && wantsToAsk.has(code)) {
            writeCookie(deps, context, 'desk', '', 0);
            return context.html(signInPage({ ...deps, words: context.get('words'), nothingDone: false }), 403);
          }
          // Another tab came back first and has renewed the session.
          if (attempt.to !== undefined && known && clock.now() < known.roleUntil) return context.redirect('/desk', 303);
          return context.html(notSignedInPage({ ...deps, words: context.get('words') }), 400);
        }
        if (role === undefined) {
          log('warn', 'sign-in-refused', { reason: 'no-group' });
          writeCookie(deps, context, 'desk', '', 0);
          return context.html(noGroupPage({ ...deps, words: context.get('words') }), 403);
        }
        const isSame = attempt.to !== undefined && known?.actor.name === who.name;
        const session = isSame
          ? renewSession(known, role, clock.now())
          : beginSession({ ...who, role }, deps.randomBytes, clock.now());
        writeCookie(deps, context, 'desk', sealSession(keys, session), session.expiresAt - clock.now());
        return context.redirect(attempt.to ?? '/desk', 303);
      })
      .post('/desk/sign-out', async (context) => {
        writeCookie(deps, context, 'desk', '', 0);
        const provider = await deps.provider();
        const address = await provider.signOutAddress().catch((error: unknown) => {
          // The session here has ended all the same; the page says that the account's own may not have.
          log('warn', 'sign-out-address-unknown', { error: nameOf(error) });
          return undefined;
        });
        return context.html(signedOutPage({ ...deps, words: context.get('words'), atProvider: address }));
      })
  );
};
