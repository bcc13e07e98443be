import { type Context, Hono } from 'hono';
import type { PageAct } from '../../shared/domain/answering/decide-on-page.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import type { PageOutcome } from '../../shared/use-cases/act-on-page.ts';
import { drawNonce, fieldOf, keyFromForm, nonceOf, scoreIn } from './page-form.ts';
import { answerPage, readerIn } from './page-language.ts';
import { noticePage } from './pages/notice-page.tsx';
import { painPage } from './pages/pain-page.tsx';
import { painSavedPage } from './pages/pain-saved-page.tsx';
import { type PersonBehind, personBehind } from './person-behind.ts';
import { readPostedForm } from './posted-form.ts';
import type { WebDeps } from './web-deps.ts';

/** What a posted form asks for; undefined if no score was chosen. */
const actIn = (fields: Readonly<Record<string, unknown>>): PageAct | undefined => {
  const undo = keyFromForm(fieldOf(fields, 'undo'));
  if (undo) return { kind: 'take-back', event: undo };
  const about = keyFromForm(fieldOf(fields, 'about'));
  if (about) return { kind: 'note', about };
  const score = scoreIn(fieldOf(fields, 'score'));
  return score === undefined ? undefined : { kind: 'log', score };
};

/**
 * The page behind a tapped number: GET shows the number chosen and stores nothing, because scanners follow every link
 * of a mail. POST stores it, tells how the week looks, and offers a note.
 */
export const painRoutes = (deps: WebDeps): Hono => {
  const ask = async (context: Context, { subscriber }: PersonBehind, score: number | undefined, missing = false) => {
    const reader = await readerIn(deps, subscriber.language);
    if (subscriber.status !== 'active')
      return answerPage(context, reader, noticePage({ reader, notice: reader.texts.pain.closed }));
    const page = painPage({ reader, score, missing, nonce: drawNonce(deps) });
    return answerPage(context, reader, page, missing ? 400 : 200);
  };

  const say = async (context: Context, outcome: Exclude<PageOutcome, { kind: 'gone' }>, act: PageAct) => {
    const reader = await readerIn(deps, outcome.subscriber.language);
    if (outcome.kind === 'closed')
      return answerPage(context, reader, noticePage({ reader, notice: reader.texts.pain.closed }));
    const today = localDateTime(outcome.subscriber.zone, deps.clock.now()).date;
    return answerPage(context, reader, painSavedPage({ reader, outcome, act, today, nonce: drawNonce(deps) }));
  };

  return new Hono()
    .get('/pain/:token', async (context) => {
      const person = await personBehind(deps, 'pain', context.req.param('token'));
      return person ? ask(context, person, scoreIn(context.req.query('score') ?? '')) : context.notFound();
    })
    .post('/pain/:token', async (context) => {
      const token = context.req.param('token');
      const person = await personBehind(deps, 'pain', token);
      if (!person) return context.notFound();
      const fields = await readPostedForm(context);
      const act = actIn(fields);
      if (!act) return ask(context, person, undefined, true);
      const outcome = await deps.actOnPage({
        id: person.claims.id,
        epoch: person.claims.epoch,
        nonce: nonceOf(fields, act, token, person.now),
        act,
        words: fieldOf(fields, 'note'),
      });
      return outcome.kind === 'gone' ? context.notFound() : say(context, outcome, act);
    });
};
