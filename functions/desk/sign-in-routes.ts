import { Hono } from 'hono';
import type { Role } from '../../shared/domain/desk/authorise.ts';
import { roleOfGroups } from '../../shared/domain/desk/role-of-groups.ts';
import { readCookie, writeCookie } from './desk-cookies.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { noGroupPage, notSignedInPage, signedOutPage } from './pages/message-page.tsx';
import { beginSession, nameOfSubject, sealSession, sessionMs } from './session.ts';
import { attemptMs, beginAttempt, openAttempt, sealAttempt } from './sign-in-attempt.ts';

/** The way to the provider and back, and out again. */
export const signInRoutes = (deps: DeskDeps) => {
  const { clock, keys, log } = deps;
  const refused = (error: unknown): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    log('warn', 'sign-in-refused', { reason: code });
  };

  return (
    new Hono<DeskEnv>()
      // A link, not a form: `form-action 'self'` holds for where a form's answer leads to as well, and no browser would
      // follow it to the provider.
      .get('/desk/sign-in', async (context) => {
        const attempt = beginAttempt(deps.randomBytes, clock.now());
        try {
          const address = await (await deps.provider()).addressFor(attempt);
          writeCookie(deps, context, 'desk-sign-in', sealAttempt(keys, attempt), attemptMs);
          return context.redirect(address, 303);
        } catch (error) {
          refused(error);
          return context.html(notSignedInPage({ ...deps, words: context.get('words') }), 502);
        }
      })
      .get('/desk/signed-in', async (context) => {
        const attempt = openAttempt(keys, readCookie(deps, context, 'desk-sign-in'), clock.now());
        writeCookie(deps, context, 'desk-sign-in', '', 0);
        if (!attempt) return context.html(notSignedInPage({ ...deps, words: context.get('words') }), 400);
        let name: string;
        let role: Role | undefined;
        try {
          const { searchParams } = new URL(context.req.url);
          const { subject, groups } = await (await deps.provider()).whoCameBack(searchParams, attempt);
          name = nameOfSubject(deps.pepper, deps.issuer, subject);
          role = roleOfGroups(groups, deps.groups);
        } catch (error) {
          refused(error);
          return context.html(notSignedInPage({ ...deps, words: context.get('words') }), 400);
        }
        if (role === undefined) {
          log('warn', 'sign-in-refused', { reason: 'no-group' });
          return context.html(noGroupPage({ ...deps, words: context.get('words') }), 403);
        }
        const session = beginSession({ name, role }, deps.randomBytes, clock.now());
        writeCookie(deps, context, 'desk', sealSession(keys, session), sessionMs);
        return context.redirect('/desk', 303);
      })
      .post('/desk/sign-out', async (context) => {
        writeCookie(deps, context, 'desk', '', 0);
        const provider = await deps.provider();
        const address = await provider.signOutAddress().catch(() => undefined);
        return context.html(signedOutPage({ ...deps, words: context.get('words'), atProvider: address }));
      })
  );
};
