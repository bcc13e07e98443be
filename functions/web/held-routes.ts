import { type Context, Hono } from 'hono';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { fieldOf } from './page-form.ts';
import { answerPage, readerIn } from './page-language.ts';
import { heldPage } from './pages/held-page.tsx';
import { noticePage } from './pages/notice-page.tsx';
import { type PersonBehind, personBehind } from './person-behind.ts';
import { readPostedForm } from './posted-form.ts';
import type { WebDeps } from './web-deps.ts';

/**
 * The page of all that is held on somebody, and its deletion. Somebody who has left may still see it, and have it
 * deleted.
 */
export const heldRoutes = (deps: WebDeps): Hono => {
  const show = async (context: Context, token: string, { subscriber, events }: PersonBehind, unticked: boolean) => {
    const [consents, tips, cohort, reader, teller] = await Promise.all([
      deps.held.readConsents(subscriber),
      deps.held.readTips(subscriber),
      deps.held.readCohort(subscriber),
      readerIn(deps, subscriber.language),
      deps.tipTeller(),
    ]);
    const names = await teller.tipNamesIn(subscriber.language);
    const entries = foldDiary(events).entries.length;
    const path = `/diary/${token}`;
    const page = heldPage({ reader, subscriber, consents, tips, names, cohort, entries, path, unticked });
    return answerPage(context, reader, page, unticked ? 400 : 200);
  };

  return new Hono()
    .get('/diary/:token/held', async (context) => {
      const token = context.req.param('token');
      const person = await personBehind(deps, 'diary', token, 'all');
      return person ? show(context, token, person, false) : context.notFound();
    })
    .post('/diary/:token/held', async (context) => {
      const token = context.req.param('token');
      const person = await personBehind(deps, 'diary', token, 'all');
      if (!person) return context.notFound();
      if (fieldOf(await readPostedForm(context), 'erase') !== 'everything') return show(context, token, person, true);
      const { id, epoch, language } = person.subscriber;
      await deps.erase(id, epoch);
      const reader = await readerIn(deps, language);
      return answerPage(context, reader, noticePage({ reader, notice: reader.texts.held.erased }));
    });
};
