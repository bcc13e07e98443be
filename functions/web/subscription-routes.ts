import { Hono } from 'hono';
import { noticePage } from '../../shared/views/pages/notice-page.tsx';
import { english as texts } from '../../shared/views/pages/page-texts.ts';
import type { WebDeps } from './web-deps.ts';

/**
 * Confirm and unsubscribe. GET only shows a button: mail scanners follow every link, and must neither sign anybody up nor
 * off. POST does it. RFC 8058: a mailbox provider posts `List-Unsubscribe=One-Click`, urlencoded or multipart, and wants
 * a 200, no redirect and no further step. The token alone says who, so the body is not read: a provider that garbles it is
 * obeyed all the same.
 */
export const subscriptionRoutes = ({ enrolment }: Pick<WebDeps, 'enrolment'>): Hono =>
  new Hono()
    .get('/confirm/:token', async (context) =>
      (await enrolment.canConfirm(context.req.param('token')))
        ? context.html(noticePage({ texts, notice: texts.confirm, button: texts.confirm.button }))
        : context.notFound(),
    )
    .post('/confirm/:token', async (context) => {
      const { confirm } = texts;
      const outcome = await enrolment.confirm(context.req.param('token'));
      switch (outcome) {
        case 'confirmed':
          return context.html(noticePage({ texts, notice: { title: confirm.doneTitle, text: confirm.done } }));
        case 'both-have-diaries':
          return context.html(noticePage({ texts, notice: { title: confirm.bothTitle, text: confirm.both } }));
        case 'gone':
          return context.notFound();
        default:
          return outcome satisfies never;
      }
    })
    .get('/unsubscribe/:token', async (context) =>
      (await enrolment.canUnsubscribe(context.req.param('token')))
        ? context.html(noticePage({ texts, notice: texts.unsubscribe, button: texts.unsubscribe.button }))
        : context.notFound(),
    )
    .post('/unsubscribe/:token', async (context) => {
      const { doneTitle, done } = texts.unsubscribe;
      return (await enrolment.unsubscribe(context.req.param('token')))
        ? context.html(noticePage({ texts, notice: { title: doneTitle, text: done } }))
        : context.notFound();
    });
