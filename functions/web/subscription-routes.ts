import { Hono } from 'hono';
import type { ConfirmationRequest } from '../../shared/service/enrolment.ts';
import { noticePage } from '../../shared/views/pages/notice-page.tsx';
import { fill, english as texts } from '../../shared/views/pages/page-texts.ts';
import type { WebDeps } from './web-deps.ts';

/** The question before the button: what it starts, who will read along, and whether that opens what is there already. */
const confirmPage = ({ asker, opensDiary }: ConfirmationRequest): string => {
  const { confirm } = texts;
  const askedBy =
    asker &&
    (asker.kind === 'phone'
      ? fill(confirm.byPhone, { asker: asker.ending })
      : fill(confirm.byMailbox, { asker: asker.masked }));
  return noticePage({
    texts,
    notice: {
      title: opensDiary ? confirm.shareTitle : confirm.title,
      text: [...confirm.text, ...(askedBy ? [askedBy] : []), ...(opensDiary ? [confirm.share] : [])],
    },
    button: opensDiary ? confirm.shareButton : confirm.button,
  });
};

/**
 * Confirm and unsubscribe. GET only shows a button: mail scanners follow every link, and must neither sign anybody up nor
 * off. POST does it. RFC 8058: a mailbox provider posts `List-Unsubscribe=One-Click`, urlencoded or multipart, and wants
 * a 200, no redirect and no further step. The token alone says who, so the body is not read: a provider that garbles it is
 * obeyed all the same.
 */
export const subscriptionRoutes = ({ enrolment }: Pick<WebDeps, 'enrolment'>): Hono =>
  new Hono()
    .get('/confirm/:token', async (context) => {
      const request = await enrolment.readConfirmation(context.req.param('token'));
      return request ? context.html(confirmPage(request)) : context.notFound();
    })
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
