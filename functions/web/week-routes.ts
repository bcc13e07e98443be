import { type Context, Hono } from 'hono';
import type { PageAct } from '../../shared/domain/answering/decide-on-page.ts';
import { activityOn } from '../../shared/domain/diary/activity.ts';
import { mostMinutes, progresses, reaches } from '../../shared/domain/diary/diary.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { openGoal } from '../../shared/domain/diary/goals.ts';
import type { LocalDate } from '../../shared/domain/time/local-time.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { dateIn, drawNonce, fieldOf, keyFromForm, nonceOf } from './page-form.ts';
import { answerPage, readerIn } from './page-language.ts';
import { noticePage } from './pages/notice-page.tsx';
import { type WeekQuestion, weekPage } from './pages/week-page.tsx';
import { weekSavedPage } from './pages/week-saved-page.tsx';
import { type PersonBehind, personBehind } from './person-behind.ts';
import { readPostedForm } from './posted-form.ts';
import type { WebDeps } from './web-deps.ts';

const minutesIn = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) && Number(text) <= mostMinutes ? Number(text) : undefined;

/**
 * The question of a button of the mail, and the answer it chose; a link that was tampered with is asked with nothing
 * chosen.
 */
const questionIn = (
  query: (name: string) => string | undefined,
  goal: string | undefined,
  activity: string | undefined,
): WeekQuestion => {
  const said = query('goal');
  if (said !== undefined && goal !== undefined)
    return { about: 'goal', goal, chosen: said === 'change' ? 'change' : progresses.find((one) => one === said) };
  const minutes = query('minutes');
  if (minutes !== undefined) return { about: 'minutes', chosen: minutesIn(minutes) };
  return { about: 'reach', activity, chosen: reaches.find((one) => one === query('reach')) };
};

/** What a posted form says; undefined if nothing was chosen. `of`: the date of the weekly message that it answers. */
const actIn = (fields: Readonly<Record<string, unknown>>, of: LocalDate): PageAct | undefined => {
  const undo = keyFromForm(fieldOf(fields, 'undo'));
  if (undo) return { kind: 'take-back', event: undo };
  const reach = reaches.find((one) => one === fieldOf(fields, 'reach'));
  if (reach) return { kind: 'week', of, reach };
  const minutes = minutesIn(fieldOf(fields, 'minutes'));
  if (minutes !== undefined) return { kind: 'minutes', of, minutes };
  const progress = progresses.find((one) => one === fieldOf(fields, 'progress'));
  if (progress) return { kind: 'goal-progress', as: progress };
  return fieldOf(fields, 'goal') ? { kind: 'goal' } : undefined;
};

/**
 * What an act chooses, for its nonce: somebody who goes back and chooses another answer has changed their mind, and that
 * other act replaces the first.
 */
const choiceIn = (act: PageAct): string => {
  if ('reach' in act) return ` ${act.reach}`;
  if ('minutes' in act) return ` ${act.minutes}`;
  return 'as' in act ? ` ${act.as}` : '';
};

/**
 * The pages of the weekly mail's questions, one tap each: GET shows the answer chosen and stores nothing, because
 * scanners follow every link of a mail. POST stores it, and asks about the goal as well where there is one.
 */
export const weekRoutes = (deps: WebDeps): Hono => {
  const closed = async (context: Context, { subscriber }: Pick<PersonBehind, 'subscriber'>) => {
    const reader = await readerIn(deps, subscriber.language);
    return answerPage(context, reader, noticePage({ reader, notice: reader.texts.pain.closed }));
  };

  const questionOf = (context: Context, { subscriber, events, now }: PersonBehind): WeekQuestion => {
    const diary = foldDiary(events);
    const goal = openGoal(diary.goals, localDateTime(subscriber.zone, now).date)?.words;
    const activity = activityOn(diary, dateIn(context.req.query('of') ?? '') ?? '');
    return questionIn((name) => context.req.query(name), goal, activity);
  };

  const ask = async (context: Context, { subscriber }: PersonBehind, question: WeekQuestion, missing = false) => {
    if (subscriber.status !== 'active') return closed(context, { subscriber });
    const reader = await readerIn(deps, subscriber.language);
    const of = context.req.query('of') ?? '';
    // Only the last message's question is open; for an older mail's the page says that it is over.
    if (question.about !== 'goal' && dateIn(of) !== subscriber.course?.asked)
      return answerPage(context, reader, noticePage({ reader, notice: reader.texts.week.over }));
    const page = weekPage({ reader, question, missing, nonce: drawNonce(deps) });
    return answerPage(context, reader, page, missing ? 400 : 200);
  };

  return new Hono()
    .get('/pain/:token/week', async (context) => {
      const person = await personBehind(deps, 'pain', context.req.param('token'));
      if (!person) return context.notFound();
      return ask(context, person, questionOf(context, person));
    })
    .post('/pain/:token/week', async (context) => {
      const token = context.req.param('token');
      const person = await personBehind(deps, 'pain', token);
      if (!person) return context.notFound();
      const fields = await readPostedForm(context);
      const act = actIn(fields, dateIn(context.req.query('of') ?? '') ?? '');
      if (!act) return ask(context, person, questionOf(context, person), true);
      const { id, epoch } = person.claims;
      const outcome = await deps.actOnPage({
        id,
        epoch,
        nonce: nonceOf(fields, act, token, person.now) + choiceIn(act),
        act,
        words: fieldOf(fields, 'goal'),
      });
      if (outcome.kind === 'gone') return context.notFound();
      if (outcome.kind === 'closed') return closed(context, outcome);
      const reader = await readerIn(deps, outcome.subscriber.language);
      const today = localDateTime(outcome.subscriber.zone, person.now).date;
      return answerPage(context, reader, weekSavedPage({ reader, outcome, act, today, nonce: drawNonce(deps) }));
    });
};
