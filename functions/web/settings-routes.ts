import { type Context, Hono } from 'hono';
import type { SettingsAct, SettingsDecision } from '../../shared/domain/answering/settings-on-page.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { dateIn, fieldOf } from './page-form.ts';
import { answerPage, readerIn } from './page-language.ts';
import { noticePage } from './pages/notice-page.tsx';
import { settingsPage } from './pages/settings-page.tsx';
import { type PersonBehind, personBehind } from './person-behind.ts';
import { readPostedForm } from './posted-form.ts';
import type { WebDeps } from './web-deps.ts';

type Fields = Readonly<Record<string, unknown>>;

const timeIn = (text: string): string | undefined => (/^(?:[01]\d|2[0-3]):[0-5][05]$/.test(text) ? text : undefined);

/** What a posted form asks for; undefined if it is no form of ours. */
const actIn = (fields: Fields): SettingsAct | undefined => {
  const has = (name: string): boolean => fieldOf(fields, name) !== '';
  const time = timeIn(fieldOf(fields, 'time'));
  if (has('place')) return { kind: 'zone', place: fieldOf(fields, 'place').slice(0, 80), ...(time ? { time } : {}) };
  if (time) return { kind: 'time', time };
  const channel = fieldOf(fields, 'channel');
  if (channel === 'sms' || channel === 'email') return { kind: 'channel', channel };
  const language = languages.find((one) => one === fieldOf(fields, 'language'));
  if (language) return { kind: 'language', language };
  if (has('until')) {
    const date = dateIn(fieldOf(fields, 'until'));
    return date || fieldOf(fields, 'until') === 'none' ? { kind: 'paused-until', date } : undefined;
  }
  return 'days' in fields ? { kind: 'pause', days: Number(fieldOf(fields, 'days') || 'none') } : undefined;
};

/**
 * The settings page: when tips come, where to and in which language. Each has a form, and each change a button that
 * undoes it.
 */
export const settingsRoutes = (deps: WebDeps): Hono => {
  const show = async (
    context: Context,
    token: string,
    { subscriber, events }: Pick<PersonBehind, 'subscriber' | 'events'>,
    done?: { readonly act: SettingsAct; readonly decision: SettingsDecision },
  ) => {
    const reader = await readerIn(deps, subscriber.language);
    if (subscriber.status !== 'active')
      return answerPage(context, reader, noticePage({ reader, notice: reader.texts.pain.closed }));
    const now = deps.clock.now();
    const today = localDateTime(subscriber.zone, now).date;
    const [teller, outcomes] = await Promise.all([deps.tipTeller(), deps.held.readTips(subscriber, today)]);
    const telling = {
      tips: teller.tellTips({ subscriber, events }, outcomes, now),
      names: await teller.tipNamesIn(subscriber.language),
    };
    const props = { reader, subscriber, now, path: `/diary/${token}`, telling };
    const isWrong = done?.decision.kind === 'refused' || done?.decision.kind === 'which-zone';
    return answerPage(context, reader, settingsPage({ ...props, ...(done ? { done } : {}) }), isWrong ? 400 : 200);
  };

  return new Hono()
    .get('/diary/:token/settings', async (context) => {
      const token = context.req.param('token');
      const person = await personBehind(deps, 'diary', token);
      return person ? show(context, token, person) : context.notFound();
    })
    .post('/diary/:token/settings', async (context) => {
      const token = context.req.param('token');
      const person = await personBehind(deps, 'diary', token);
      if (!person) return context.notFound();
      const act = actIn(await readPostedForm(context));
      if (!act || person.subscriber.status !== 'active') return show(context, token, person);
      const outcome = await deps.changeSettings(person.subscriber.id, person.subscriber.epoch, act);
      if (outcome.kind === 'gone') return context.notFound();
      return show(context, token, { ...person, subscriber: outcome.subscriber }, { act, decision: outcome.decision });
    });
};
