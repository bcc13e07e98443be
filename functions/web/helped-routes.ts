import { Hono } from 'hono';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { summarise } from '../../shared/domain/tips/programme-summary.ts';
import { scoresAfterTips } from '../../shared/domain/tips/scores-after-tips.ts';
import { answerPage, readerIn } from './page-language.ts';
import { helpedPage } from './pages/helped-page.tsx';
import { personBehind } from './person-behind.ts';
import type { WebDeps } from './web-deps.ts';

/**
 * The page of the tips that somebody said helped, and of their scores on the days after tips. Somebody who has left may
 * still look.
 */
export const helpedRoutes = (deps: WebDeps): Hono =>
  new Hono().get('/diary/:token/helped', async (context) => {
    const token = context.req.param('token');
    const person = await personBehind(deps, 'diary', token, 'all');
    if (!person) return context.notFound();
    const { subscriber, events, now } = person;
    const [tips, reader, teller] = await Promise.all([
      deps.held.readTips(subscriber),
      readerIn(deps, subscriber.language),
      deps.tipTeller(),
    ]);
    const today = localDateTime(subscriber.zone, now).date;
    const page = helpedPage({
      reader,
      path: `/diary/${token}`,
      whole: summarise(events),
      isOver: subscriber.status === 'active' && subscriber.course?.ended === true,
      said: teller.saidToHelp(subscriber),
      names: await teller.tipNamesIn(subscriber.language),
      after: scoresAfterTips(foldDiary(events).entries, tips, teller.topicOf, today),
    });
    return answerPage(context, reader, page);
  });
