import { Hono } from 'hono';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { readToken } from '../../shared/domain/people/token.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { diaryCsv } from '../../shared/exports/diary-csv.ts';
import type { DiaryDocument } from '../../shared/exports/diary-document.ts';
import { diaryFhir } from '../../shared/exports/diary-fhir.ts';
import { diaryJson } from '../../shared/exports/diary-json.ts';
import { answerPage, readerIn } from './page-language.ts';
import { diaryPage } from './pages/diary-page.tsx';
import type { WebDeps } from './web-deps.ts';

/** Content types per IANA; a byte order mark and RFC 8259 say UTF-8 for themselves, the parameter says it for old readers. */
const formats = {
  csv: { render: diaryCsv, type: 'text/csv; charset=utf-8' },
  json: { render: diaryJson, type: 'application/json; charset=utf-8' },
  'fhir.json': { render: diaryFhir, type: 'application/fhir+json; charset=utf-8' },
} as const satisfies Record<string, { render: (document: DiaryDocument) => string; type: string }>;

/** The diary behind a token, if it opens one: of this enrolment, and not being erased. Who stopped may still read theirs. */
const openDiary = async (deps: WebDeps, token: string): Promise<DiaryDocument | undefined> => {
  const now = deps.clock.now();
  const claims = readToken(deps.tokenKey, 'diary', token, now);
  if (!claims) return undefined;
  const person = await deps.diary.readPerson(claims.id, now);
  if (!person || person.subscriber.epoch !== claims.epoch || person.subscriber.status === 'erasing') return undefined;
  const events = await deps.diary.readEvents(person.subscriber.id, claims.epoch);
  return { subscriber: person.subscriber, diary: foldDiary(events), exportedAt: now };
};

/** The diary page and its exports. */
export const diaryRoutes = (deps: WebDeps): Hono => {
  const routes = new Hono().get('/diary/:token', async (context) => {
    const token = context.req.param('token');
    const document = await openDiary(deps, token);
    if (!document) return context.notFound();
    const reader = await readerIn(document.subscriber.language);
    return answerPage(context, reader, diaryPage({ reader, document, path: `/diary/${token}` }));
  });
  for (const [extension, { render, type }] of Object.entries(formats)) {
    routes.get(`/diary/:token/export.${extension}`, async (context) => {
      const document = await openDiary(deps, context.req.param('token') ?? '');
      if (!document) return context.notFound();
      const today = localDateTime(document.subscriber.zone, document.exportedAt).date;
      return context.body(render(document), 200, {
        'Content-Type': type,
        // A name that gives nothing away in a list of downloads.
        'Content-Disposition': `attachment; filename="diary-${today}.${extension}"`,
      });
    });
  }
  return routes;
};
