import { Hono } from 'hono';
import { consentVersion } from '../../shared/domain/consent.ts';
import { landingPage, signUpAgainPage } from '../../shared/views/pages/landing-page.tsx';
import { noticePage } from '../../shared/views/pages/notice-page.tsx';
import { english as texts } from '../../shared/views/pages/page-texts.ts';
import { textUsPage } from '../../shared/views/pages/text-us-page.tsx';
import { blankSignUp, readSignUp, signUpTimes } from './sign-up-request.ts';
import type { WebDeps } from './web-deps.ts';

const choices = { texts, times: signUpTimes, zones: Intl.supportedValuesOf('timeZone') };

/** The landing page and the sign-up form. */
export const signUpRoutes = (deps: WebDeps): Hono =>
  new Hono()
    .get('/', (context) =>
      context.html(landingPage({ ...choices, values: blankSignUp, wrong: [], smsNumber: deps.smsNumber })),
    )
    .post('/signup', async (context) => {
      const now = deps.clock.now();
      // A form that cannot be read is an empty form: the answer says what to fill in.
      const request = readSignUp(await context.req.parseBody().catch(() => ({})), now, deps.replyAddress);
      switch (request.kind) {
        case 'wrong':
          return context.html(signUpAgainPage({ ...choices, values: request.values, wrong: request.wrong }), 400);
        case 'phone':
          return context.html(textUsPage({ texts, smsNumber: deps.smsNumber }));
        case 'email': {
          const { kind: _, ...wanted } = request;
          await deps.enrolment.signUpByEmail({
            ...wanted,
            consent: { version: consentVersion, where: 'web', at: now },
          });
          return context.html(noticePage({ texts, notice: texts.mailSent }));
        }
        // A bot learns nothing from the answer.
        case 'trapped':
          return context.html(noticePage({ texts, notice: texts.mailSent }));
        default:
          return request satisfies never;
      }
    });
