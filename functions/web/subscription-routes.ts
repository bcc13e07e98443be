import { Hono } from 'hono';
import { createPageLinks } from '../../shared/domain/people/links.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import { countryOfZone } from '../../shared/domain/people/zone-guess.ts';
import { cityOf } from '../../shared/domain/time/zone-names.ts';
import { begunBy } from '../../shared/domain/tips/tip-programme.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import type { ConfirmationRequest } from '../../shared/use-cases/enrolment.ts';
import { answerPage, readerBehind, readerIn, readerOf } from './page-language.ts';
import { confirmedPage, usedLinkPage } from './pages/confirmed-page.tsx';
import { noticePage } from './pages/notice-page.tsx';
import type { Reader } from './pages/reader.ts';
import { timeNames } from './pages/spoken.ts';
import { fill } from './pages/texts/page-texts.ts';
import type { WebDeps } from './web-deps.ts';

/**
 * The question above the button: what the button starts, who will read along, and whether it opens a diary that exists
 * already.
 */
const confirmPage = (reader: Reader, { asker, wish, code, begins, opensDiary }: ConfirmationRequest): string => {
  const { confirm } = reader.texts;
  const through =
    code &&
    (code.cohort
      ? fill(confirm.through, { clinic: code.cohort.clinic, contact: code.cohort.contact })
      : fill(confirm.codeUnknown, { code: code.code }));
  // Anybody may have filled in the form, so what it asked for is told before it takes effect.
  const wished =
    wish &&
    fill(confirm.wish, {
      time: timeNames(reader.texts.lang, countryOfZone(wish.zone))(wish.time),
      zone: cityOf(wish.zone),
    });
  const askedBy =
    asker &&
    (asker.kind === 'phone'
      ? fill(confirm.byPhone, { asker: asker.ending })
      : fill(confirm.byMailbox, { asker: asker.masked }));
  const joinTitle = begins ? confirm.titleOther : confirm.title;
  return noticePage({
    reader,
    notice: {
      title: opensDiary ? confirm.shareTitle : joinTitle,
      text: [
        ...confirm.text,
        ...(wished ? [wished] : []),
        ...(through ? [through] : []),
        ...(begins ? [fill(confirm.begins, { name: begins[reader.texts.lang].name })] : []),
        ...(askedBy ? [askedBy] : []),
        ...(opensDiary ? [confirm.share] : []),
      ],
    },
    button: opensDiary ? confirm.shareButton : confirm.button,
  });
};

/** What a programme other than the usual is called, of somebody who is in it and has had nothing of it. */
const begunBefore = async ({ course, lastTip }: Subscriber, { texts }: Reader): Promise<string | undefined> => {
  if (lastTip !== undefined || course?.programme === undefined) return undefined;
  // Few begin with another programme, and every cold start of the pages would read all of them.
  const { firstProgramme } = await import('../../shared/content/programmes.ts');
  return begunBy(course, firstProgramme())?.choice?.[texts.lang].name;
};

/**
 * The pages that confirm and unsubscribe. GET only shows a button: mail scanners follow every link, and must neither
 * sign anybody up nor off. POST does it. By RFC 8058 a mailbox provider posts `List-Unsubscribe=One-Click`, urlencoded
 * or multipart, and expects 200 without a redirect or a further step. The token alone says who, so the body is not
 * read: a provider that garbles it is obeyed all the same.
 */
export const subscriptionRoutes = (
  deps: Pick<WebDeps, 'enrolment' | 'diary' | 'held' | 'tokenKeys' | 'clock' | 'log' | 'publicBaseUrl' | 'onlyChannel'>,
): Hono =>
  new Hono()
    .get('/confirm/:token', async (context) => {
      const token = context.req.param('token');
      const request = await deps.enrolment.readConfirmation(token);
      if (!request) return context.notFound();
      if (request.confirmed) {
        const { confirmed: subscriber } = request;
        const reader = await readerIn(deps, subscriber.language);
        return answerPage(context, reader, usedLinkPage({ reader, subscriber, now: deps.clock.now() }));
      }
      const reader = await readerBehind(deps, context, 'confirm', token);
      return answerPage(context, reader, confirmPage(reader, request));
    })
    .post('/confirm/:token', async (context) => {
      const token = context.req.param('token');
      // The language is read before the button takes effect: afterwards the subscription may be part of another one, in
      // another language.
      const reader = await readerBehind(deps, context, 'confirm', token);
      const outcome = await deps.enrolment.confirm(token);
      if (outcome === 'gone') return context.notFound();
      const { bothTitle, both } = reader.texts.confirm;
      if (outcome === 'both-have-diaries')
        return answerPage(context, reader, noticePage({ reader, notice: { title: bothTitle, text: both } }));
      const subscriber = await deps.enrolment.readConfirmed(token);
      if (!subscriber) return context.notFound();
      const now = deps.clock.now();
      const diary = new URL(createPageLinks(deps).diary(subscriber.id, subscriber.epoch, now)).pathname;
      const cohort = await deps.held.readCohort(subscriber);
      return answerPage(
        context,
        reader,
        confirmedPage({ reader, subscriber, now, diary, cohort, begins: await begunBefore(subscriber, reader) }),
      );
    })
    .get('/unsubscribe/:token', async (context) => {
      const token = context.req.param('token');
      if (!(await deps.enrolment.canUnsubscribe(token))) return context.notFound();
      const reader = await readerBehind(deps, context, 'unsubscribe', token);
      const { unsubscribe } = reader.texts;
      return answerPage(context, reader, noticePage({ reader, notice: unsubscribe, button: unsubscribe.button }));
    })
    .post('/unsubscribe/:token', async (context) => {
      const token = context.req.param('token');
      // The opt-out comes first: nothing may come between somebody and leaving, not even a failure to answer.
      if (!(await deps.enrolment.unsubscribe(token))) return context.notFound();
      // The opt-out has worked, and the page says so even if their language could not be read.
      const reader = await readerBehind(deps, context, 'unsubscribe', token).catch((error: unknown) => {
        deps.log('warn', 'language-unknown', { error: nameOf(error) });
        return readerOf(deps, context);
      });
      const { doneTitle, done } = reader.texts.unsubscribe;
      return answerPage(context, reader, noticePage({ reader, notice: { title: doneTitle, text: done } }));
    });
