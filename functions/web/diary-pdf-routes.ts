import { Hono } from 'hono';
import { diaryPdfsAnHour, hourOf } from '../../shared/domain/people/limits.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { isAskedAhead } from './asked-ahead.ts';
import { openDiary } from './open-diary.ts';
import { answerPage, readerIn } from './page-language.ts';
import { noticePage } from './pages/notice-page.tsx';
import type { WebDeps } from './web-deps.ts';

/** The whole diary as PDF: what its owner prints, or hands to whom they like. Who left may still have it. */
export const diaryPdfRoutes = (deps: WebDeps): Hono =>
  new Hono().get('/diary/:token/export.pdf', async (context) => {
    const opened = await openDiary(deps, context.req.param('token'));
    if (!opened) return context.notFound();
    const { subscriber, diary, exportedAt } = opened;
    if (isAskedAhead(context)) return context.body(null, 403);
    const today = localDateTime(subscriber.zone, exportedAt).date;
    const headers = {
      'Content-Type': 'application/pdf',
      'Content-Language': subscriber.language,
      'Content-Disposition': `attachment; filename="diary-${today}.pdf"`,
    };
    // A HEAD request takes nobody's time, so it is not counted.
    if (context.req.method === 'HEAD') return context.body(null, 200, headers);
    const reader = await readerIn(deps, subscriber.language);
    // Counted under the random name of the enrolment, which tells of nobody once that is erased.
    if (!(await deps.limits.take(`diary-pdf-${subscriber.epoch}`, hourOf(exportedAt), diaryPdfsAnHour)))
      return answerPage(context, reader, noticePage({ reader, notice: reader.texts.book.tooMany }), 429);
    // What makes a PDF, its fonts and what reads words are loaded by who asks for one.
    const [{ diaryPdf }, { diaryBook }, { parse }] = await Promise.all([
      import('./pdf/diary-pdf.ts'),
      import('./diary-book.ts'),
      deps.reading(),
    ]);
    const book = diaryBook(diary, today, parse);
    const bytes = await diaryPdf({ reader, subscriber, book, madeAt: exportedAt });
    return context.body(new Uint8Array(bytes), 200, headers);
  });
