import { type Context, Hono } from 'hono';
import type { PageAct } from '../../shared/domain/answering/decide-on-page.ts';
import { progresses } from '../../shared/domain/diary/diary.ts';
import { signToken } from '../../shared/domain/people/token.ts';
import { addDays, type LocalDate } from '../../shared/domain/time/local-time.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { diaryCsv } from '../../shared/exports/diary-csv.ts';
import type { PersonDocument } from '../../shared/exports/diary-document.ts';
import { diaryFhir } from '../../shared/exports/diary-fhir.ts';
import { diaryJson } from '../../shared/exports/diary-json.ts';
import { type DiaryView, tipsSince, viewIn } from './diary-view.ts';
import { type OpenDiary, openDiary, openShownDiary, type ShownDiary } from './open-diary.ts';
import { dateIn, drawNonce, fieldOf, keyFromForm, nonceOf, scoreIn } from './page-form.ts';
import { answerPage, readerIn } from './page-language.ts';
import { type DiaryChange, diaryPage } from './pages/diary-page.tsx';
import { addEntryPage, entryPage } from './pages/entry-page.tsx';
import { noticePage } from './pages/notice-page.tsx';
import { readPostedForm } from './posted-form.ts';
import type { WebDeps } from './web-deps.ts';
import { workbookType } from './workbook-type.ts';

interface Format {
  readonly render: (document: PersonDocument) => string | Promise<Uint8Array<ArrayBuffer>>;
  readonly type: string;
  /** Whether the export needs all that is held, not only the diary. */
  readonly needsAll?: true;
}

/**
 * The exports, with content types as IANA registers them. CSV's byte order mark and RFC 8259 already say UTF-8; the
 * parameter says it to old readers.
 */
const formats = {
  csv: { render: diaryCsv, type: 'text/csv; charset=utf-8' },
  json: { render: diaryJson, type: 'application/json; charset=utf-8', needsAll: true },
  xlsx: {
    // The code that writes workbooks is loaded when one is asked for.
    render: async (document) => (await import('../../shared/exports/person-xlsx.ts')).personXlsx(document),
    type: workbookType,
    needsAll: true,
  },
  'fhir.json': { render: diaryFhir, type: 'application/fhir+json; charset=utf-8' },
} as const satisfies Record<string, Format>;

/**
 * The path at which the owner of a diary link logs a score, with a token that expires with the link. Undefined for
 * somebody who has left.
 */
const painPathOf = ({ tokenKeys }: WebDeps, { subscriber, claims }: OpenDiary) =>
  subscriber.status === 'active' ? `/pain/${signToken(tokenKeys, { ...claims, purpose: 'pain' })}` : undefined;

/** How many days back a score may be added: nobody remembers longer. */
const addableDays = 366;

const actIn = (fields: Readonly<Record<string, unknown>>, today: LocalDate): PageAct | undefined => {
  const undo = keyFromForm(fieldOf(fields, 'undo'));
  if (undo) return { kind: 'take-back', event: undo };
  const progress = progresses.find((one) => one === fieldOf(fields, 'progress'));
  if (progress) return { kind: 'goal-progress', as: progress };
  if (fieldOf(fields, 'goal')) return { kind: 'goal' };
  if (fieldOf(fields, 'activity')) return { kind: 'activity' };
  const about = keyFromForm(fieldOf(fields, 'about'));
  if (about) return { kind: 'note', about };
  const score = scoreIn(fieldOf(fields, 'score'));
  if (score === undefined) return undefined;
  const entry = keyFromForm(fieldOf(fields, 'entry'));
  if (entry) return { kind: 'correct', entry, score };
  const date = dateIn(fieldOf(fields, 'date'));
  return date && date <= today && date > addDays(today, -addableDays) ? { kind: 'log', score, date } : undefined;
};

/** The diary page, the forms that change it, and its exports. */
export const diaryRoutes = (deps: WebDeps): Hono => {
  const show = async (
    context: Context,
    token: string,
    view: DiaryView,
    { opened, tips }: ShownDiary,
    change?: Pick<DiaryChange, 'outcome' | 'act'>,
  ) => {
    const reader = await readerIn(deps, opened.subscriber.language);
    const page = diaryPage({
      reader,
      document: opened,
      tips,
      path: `/diary/${token}`,
      painPath: painPathOf(deps, opened),
      view,
      nonce: drawNonce(deps),
      ...(change ? { change: { ...change, nonce: drawNonce(deps) } } : {}),
    });
    return answerPage(context, reader, page);
  };

  const askToAdd = async (context: Context, token: string, { subscriber, exportedAt }: OpenDiary, wrong: boolean) => {
    const reader = await readerIn(deps, subscriber.language);
    if (subscriber.status !== 'active')
      return answerPage(context, reader, noticePage({ reader, notice: reader.texts.pain.closed }));
    const today = localDateTime(subscriber.zone, exportedAt).date;
    const first = addDays(today, 1 - addableDays);
    const page = addEntryPage({ reader, path: `/diary/${token}`, nonce: drawNonce(deps), first, today, wrong });
    return answerPage(context, reader, page, wrong ? 400 : 200);
  };

  const routes = new Hono()
    .get('/diary/:token', async (context) => {
      const token = context.req.param('token');
      const key = keyFromForm(context.req.query('entry') ?? '');
      const asksToAdd = context.req.query('add') !== undefined;
      const opened = key || asksToAdd ? await openDiary(deps, token) : undefined;
      if (opened && asksToAdd) return askToAdd(context, token, opened, false);
      const entry = opened?.diary.entries.find((one) => one.key === key);
      if (!opened || !entry) {
        const view = viewIn(context.req.query('range'), context.req.query('before'));
        const shown = await openShownDiary(deps, token, view);
        return shown ? show(context, token, view, shown) : context.notFound();
      }
      const reader = await readerIn(deps, opened.subscriber.language);
      return answerPage(context, reader, entryPage({ reader, entry, path: `/diary/${token}`, nonce: drawNonce(deps) }));
    })
    .post('/diary/:token', async (context) => {
      const token = context.req.param('token');
      const opened = await openDiary(deps, token);
      if (!opened) return context.notFound();
      const { claims, subscriber, exportedAt } = opened;
      const fields = await readPostedForm(context);
      const act = actIn(fields, localDateTime(subscriber.zone, exportedAt).date);
      if (!act) return askToAdd(context, token, opened, true);
      const outcome = await deps.actOnPage({
        id: claims.id,
        epoch: claims.epoch,
        nonce: nonceOf(fields, act, token, exportedAt),
        act,
        words: fieldOf(fields, act.kind === 'goal' || act.kind === 'activity' ? act.kind : 'note'),
      });
      if (outcome.kind === 'gone') return context.notFound();
      if (outcome.kind === 'closed') {
        const reader = await readerIn(deps, subscriber.language);
        return answerPage(context, reader, noticePage({ reader, notice: reader.texts.pain.closed }));
      }
      const changed = { ...opened, subscriber: outcome.subscriber, diary: outcome.diary };
      const view = viewIn(undefined, undefined);
      const tips = await deps.held.readTips(subscriber, tipsSince(view.range, exportedAt));
      return show(context, token, view, { opened: changed, tips }, { outcome, act });
    });
  for (const [extension, { render, type, needsAll }] of Object.entries<Format>(formats)) {
    routes.get(`/diary/:token/export.${extension}`, async (context) => {
      const document = await openDiary(deps, context.req.param('token') ?? '');
      if (!document) return context.notFound();
      const today = localDateTime(document.subscriber.zone, document.exportedAt).date;
      const { subscriber } = document;
      const [consents, tips, shares, cohort, askedCode] = needsAll
        ? await Promise.all([
            deps.held.readConsents(subscriber),
            deps.held.readTips(subscriber),
            deps.visits.list(subscriber.id),
            deps.held.readCohort(subscriber),
            deps.held.readAskedCode(subscriber),
          ])
        : [[], [], []];
      const own = shares.filter(({ epoch }) => epoch === subscriber.epoch);
      return context.body(await render({ ...document, consents, tips, shares: own, cohort, askedCode }), 200, {
        'Content-Type': type,
        // The file's name reveals nothing in a list of downloads.
        'Content-Disposition': `attachment; filename="diary-${today}.${extension}"`,
      });
    });
  }
  return routes;
};
