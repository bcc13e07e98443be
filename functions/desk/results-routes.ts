import { Hono } from 'hono';
import { CannotError } from '../../shared/use-cases/desk/desk-errors.ts';
import type { Progress } from '../../shared/use-cases/desk/show-today.ts';
import { styleAlone } from '../web/security-headers.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { resultsPage } from './pages/results-page.tsx';
import { visitorOf } from './visitor-of.ts';
import { english } from './words/english.ts';
import { wordsIn } from './words/words-in.ts';

const resultsPath = '/desk/results';
/** API Gateway gives up after 30 s without saying why, so we give up before and say it. */
const longestReadMs = 22_000;

/** What is taken out: the month's report as a page to print, and the export for research as a file. */
export const resultsRoutes = (deps: DeskDeps) => {
  const today = (): string => new Date(deps.clock.now()).toISOString().slice(0, 10);
  /** Ends what reads the whole table once it takes too long for a page. The command line has no such limit. */
  const inTime = async (): Promise<Progress> => {
    const until = deps.clock.now() + longestReadMs;
    const { results } = await wordsIn('fr');
    return () => {
      if (deps.clock.now() > until) throw new CannotError({ en: english.results.tooLong, fr: results.tooLong });
    };
  };
  return new Hono<DeskEnv>()
    .get(resultsPath, async (context) => {
      const { lastMonth } = await import('../../shared/use-cases/desk/report-in-words.ts');
      return context.html(resultsPage({ visitor: visitorOf(deps, context), month: lastMonth(today()) }));
    })
    .get(`${resultsPath}/report`, async (context) => {
      const { words, session } = context.var;
      const results = await deps.results();
      const report = await results.report(session.actor, context.req.query('month') ?? '', await inTime());
      const { reportSheet, reportStyle } = await import('./report/report-sheet.ts');
      context.header('Content-Security-Policy', styleAlone(reportStyle));
      const back = { path: resultsPath, words: words.results.title };
      return context.html(reportSheet({ language: words.lang, report, madeOn: today(), back }));
    })
    .post(`${resultsPath}/research`, async (context) => {
      const results = await deps.results();
      const release = await results.researchExport(context.get('session').actor, await inTime());
      const { researchZip } = await import('../../shared/exports/research-zip.ts');
      return context.body(researchZip(release), 200, {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="research-${today()}.zip"`,
      });
    });
};
