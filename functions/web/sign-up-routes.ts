import { type Context, Hono } from 'hono';
import { exampleIn } from '../../shared/content/example.ts';
import { loadPlaces } from '../../shared/content/places.ts';
import { readCode } from '../../shared/domain/people/cohort.ts';
import { consentWording } from '../../shared/domain/people/consent.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { readRequestSource } from '../../shared/schemas/request-source.ts';
import { answerPage, browserCountry, readerOf } from './page-language.ts';
import { landingPage, signUpAgainPage } from './pages/landing-page.tsx';
import { noticePage } from './pages/notice-page.tsx';
import type { Reader } from './pages/reader.ts';
import type { SignUpFormProps } from './pages/sign-up-form.tsx';
import { textUsPage } from './pages/text-us-page.tsx';
import { fill } from './pages/texts/page-texts.ts';
import { readPostedForm } from './posted-form.ts';
import { blankSignUp, readSignUp, type SignUpRequest, signUpTimes } from './sign-up-request.ts';
import { viewerAddress } from './viewer-address.ts';
import type { WebDeps } from './web-deps.ts';

/** The page that answers a form. A bot gets the same page and learns nothing. */
const answerTo = (
  request: SignUpRequest,
  form: Pick<SignUpFormProps, 'reader' | 'country' | 'onlyChannel'>,
): string => {
  const { reader } = form;
  switch (request.kind) {
    case 'wrong':
      return signUpAgainPage({ times: signUpTimes, ...request, ...form });
    case 'phone':
      return textUsPage({ ...request, ...form });
    case 'email':
    case 'trapped':
      return noticePage({ reader, notice: reader.texts.mailSent });
    default:
      return request satisfies never;
  }
};

const tryAgainAt = ({ texts }: Reader, time: string) => ({
  title: texts.signUpsFull.title,
  text: texts.signUpsFull.text.map((paragraph) => fill(paragraph, { time })),
});

/**
 * The address a form was posted from, if known. Without CloudFront no header is read, because the caller writes them.
 */
const sourceOf = (context: Context, behindCloudFront: boolean): string | undefined => {
  const source = readRequestSource(context.env);
  const connectedFrom = source.success ? source.data.requestContext.http.sourceIp : undefined;
  const forwardedFor = behindCloudFront ? context.req.header('x-forwarded-for') : undefined;
  return (forwardedFor === undefined ? undefined : viewerAddress(forwardedFor, connectedFrom)) ?? connectedFrom;
};

/** The landing page and the sign-up form. */
export const signUpRoutes = (deps: WebDeps): Hono => {
  const { clock, log, enrolment, smsNumber, replyAddress, behindCloudFront, onlyChannel, redFlagReaders } = deps;
  const behind = { contact: deps.contact, ...(redFlagReaders === 'nobody' ? {} : { clinic: redFlagReaders.clinic }) };
  const showForm = async (context: Context, code?: string) => {
    const reader = await readerOf(deps, context, '');
    const values = blankSignUp(reader.texts.lang, code);
    const country = browserCountry(context);
    const form = { times: signUpTimes, reader, country, onlyChannel, values, wrong: [], zoneChoices: [] };
    const example = await exampleIn(reader.texts.lang);
    return answerPage(context, reader, landingPage({ ...form, smsNumber, example, behind }));
  };

  return (
    new Hono()
      .get('/', (context) => showForm(context))
      // The page that a clinic's card leads to: the code is put into the form, and looked up only once a mailbox has
      // confirmed.
      .get('/signup', (context) => showForm(context, readCode(context.req.query('code') ?? '')))
      .post('/signup', async (context) => {
        const now = clock.now();
        // The answer to a form cannot be asked for again in another language, so its language links lead to the start
        // page.
        const reader = await readerOf(deps, context, '/');
        const { lang } = reader.texts;
        const request = readSignUp(await readPostedForm(context), {
          now,
          smsNumber,
          replyAddress,
          pageLanguage: lang,
          country: browserCountry(context),
          places: await loadPlaces(),
        });
        if (request.kind === 'trapped') log('info', 'sign-up-dropped', { reason: 'trapped', count: 1 });
        if (request.kind === 'email') {
          const { kind: _, ...wanted } = request;
          const consent = { version: consentWording(lang), where: 'web', at: now } as const;
          const source = sourceOf(context, behindCloudFront);
          const from = source === undefined ? {} : { source };
          const answer = await enrolment.signUpByEmail({ ...wanted, ...from, consent });
          if (answer.kind === 'full') {
            context.header('Retry-After', String(Math.ceil((answer.until - now) / 1000)));
            const { time } = localDateTime(wanted.zone, answer.until);
            return answerPage(context, reader, noticePage({ reader, notice: tryAgainAt(reader, time) }), 429);
          }
        }
        return answerPage(
          context,
          reader,
          answerTo(request, { reader, country: browserCountry(context), onlyChannel }),
          request.kind === 'wrong' ? 400 : 200,
        );
      })
  );
};
