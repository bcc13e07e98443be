import { Hono } from 'hono';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import { signToken, type TokenClaims } from '../../shared/domain/people/token.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { diaryCsv } from '../../shared/exports/diary-csv.ts';
import type { DiaryDocument, PersonDocument } from '../../shared/exports/diary-document.ts';
import { diaryFhir } from '../../shared/exports/diary-fhir.ts';
import { diaryJson } from '../../shared/exports/diary-json.ts';
import { answerPage, readerIn } from './page-language.ts';
import { diaryPage } from './pages/diary-page.tsx';
import { personBehind } from './person-behind.ts';
import type { WebDeps } from './web-deps.ts';

interface Format {
  readonly render: (document: PersonDocument) => string;
  readonly type: string;
  /** Reads what is held besides the diary. */
  readonly needsAll?: true;
}

/** Content types per IANA; a byte order mark and RFC 8259 say UTF-8 for themselves, the parameter says it for old readers. */
const formats = {
  csv: { render: diaryCsv, type: 'text/csv; charset=utf-8' },
  json: { render: diaryJson, type: 'application/json; charset=utf-8', needsAll: true },
  'fhir.json': { render: diaryFhir, type: 'application/fhir+json; charset=utf-8' },
} as const satisfies Record<string, Format>;

/** The diary behind a token, if it opens one. Who stopped may still read theirs. */
const openDiary = async (
  deps: WebDeps,
  token: string,
): Promise<(DiaryDocument & { claims: TokenClaims }) | undefined> => {
  const person = await personBehind(deps, 'diary', token);
  if (!person) return undefined;
  const { subscriber, claims, now } = person;
  const events = await deps.diary.readEvents(subscriber.id, subscriber.epoch);
  return { subscriber, diary: foldDiary(events), exportedAt: now, claims };
};

/** Where the owner of a diary link logs a score: no more than that link allows, and no longer. Nowhere for somebody who left. */
const painPathOf = ({ tokenKey }: WebDeps, { subscriber, claims }: { subscriber: Subscriber; claims: TokenClaims }) =>
  subscriber.status === 'active' ? `/pain/${signToken(tokenKey, { ...claims, purpose: 'pain' })}` : undefined;

/** The diary page and its exports. */
export const diaryRoutes = (deps: WebDeps): Hono => {
  const routes = new Hono().get('/diary/:token', async (context) => {
    const token = context.req.param('token');
    const document = await openDiary(deps, token);
    if (!document) return context.notFound();
    const reader = await readerIn(document.subscriber.language);
    return answerPage(
      context,
      reader,
      diaryPage({ reader, document, path: `/diary/${token}`, painPath: painPathOf(deps, document) }),
    );
  });
  for (const [extension, { render, type, needsAll }] of Object.entries<Format>(formats)) {
    routes.get(`/diary/:token/export.${extension}`, async (context) => {
      const document = await openDiary(deps, context.req.param('token') ?? '');
      if (!document) return context.notFound();
      const today = localDateTime(document.subscriber.zone, document.exportedAt).date;
      const [consents, tips] = needsAll
        ? await Promise.all([deps.held.readConsents(document.subscriber), deps.held.readTips(document.subscriber)])
        : [[], []];
      return context.body(render({ ...document, consents, tips }), 200, {
        'Content-Type': type,
        // A name that gives nothing away in a list of downloads.
        'Content-Disposition': `attachment; filename="diary-${today}.${extension}"`,
      });
    });
  }
  return routes;
};
