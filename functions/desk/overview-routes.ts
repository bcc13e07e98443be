import { Hono } from 'hono';
import { CannotError } from '../../shared/use-cases/desk/desk-errors.ts';
import { isCalendarDate, noDate } from '../../shared/use-cases/desk/show-person.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { auditPage } from './pages/audit-page.tsx';
import { missedPage, todayPage } from './pages/today-page.tsx';
import { visitorOf } from './visitor-of.ts';

/** The pages of today's figures, of who went without a tip, and of the audit trail. */
export const overviewRoutes = (deps: DeskDeps) => {
  const { desk, clock } = deps;
  return new Hono<DeskEnv>()
    .get('/desk/today', async (context) => {
      const status = await desk.status(context.get('session').actor);
      return context.html(todayPage({ visitor: visitorOf(deps, context), status }));
    })
    .get('/desk/today/missed', async (context) => {
      const yesterday = context.req.query('yesterday') !== undefined;
      const tips = await desk.whoIsDue(context.get('session').actor, { missed: true, yesterday });
      return context.html(missedPage({ visitor: visitorOf(deps, context), tips, yesterday }));
    })
    .get('/desk/audit', async (context) => {
      const date = context.req.query('date') ?? new Date(clock.now()).toISOString().slice(0, 10);
      if (!isCalendarDate(date)) throw new CannotError(noDate);
      const lines = await desk.readAudit(context.get('session').actor, date);
      return context.html(auditPage({ visitor: visitorOf(deps, context), date, lines }));
    });
};
