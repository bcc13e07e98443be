import { codeOf } from '../../shared/platform/error-name.ts';
import { writeCookie } from './desk-cookies.ts';
import type { DeskContext, DeskDeps } from './desk-deps.ts';
import { notSignedInPage } from './pages/message-page.tsx';
import { attemptMs, beginAttempt, sealAttempt } from './sign-in-attempt.ts';

/**
 * Logs why a sign-in was refused and returns the reason: a code of the library's or the provider's, which names nobody.
 */
export const refusedSignIn = ({ log }: Pick<DeskDeps, 'log'>, error: unknown): string => {
  const code = codeOf(error);
  log('warn', 'sign-in-refused', { reason: code });
  return code;
};

/**
 * Sends a browser to the provider to sign in. With `to`, the page that was asked for, somebody is signed in already:
 * the provider is only asked whether they still are, and must not show them anything.
 */
export const goToProvider = async (deps: DeskDeps, context: DeskContext, to?: string): Promise<Response> => {
  const attempt = beginAttempt(deps.randomBytes, deps.clock.now(), to);
  try {
    const address = await (await deps.provider()).addressFor(attempt);
    writeCookie(deps, context, 'desk-sign-in', sealAttempt(deps.keys, attempt), attemptMs);
    return context.redirect(address, 303);
  } catch (error) {
    refusedSignIn(deps, error);
    return context.html(notSignedInPage({ ...deps, words: context.get('words') }), 502);
  }
};
