import { Hono } from 'hono';
import { readCode } from '../../shared/domain/people/cohort.ts';
import { CannotError } from '../../shared/use-cases/desk/desk-errors.ts';
import type { ImportedRow, ListedRow } from '../../shared/use-cases/desk/invite-people.ts';
import { readPostedForm } from '../web/posted-form.ts';
import type { DeskContext, DeskDeps, DeskEnv } from './desk-deps.ts';
import { type ListPageProps, listPage } from './pages/list-page.tsx';
import { visitorOf } from './visitor-of.ts';

/** The path of the page that brings in a list of people. */
export const listPath = '/desk/list';

/**
 * The most rows of a list. Each row takes two or three reads, and 500 are looked up within half the time that API
 * Gateway waits.
 */
const mostRows = 500;
const longestList = 256 * 1024;
/** The longest body of a form, in bytes: the form that carries the list out contains it as base64url. */
export const longestListForm = Math.ceil((longestList * 4) / 3) + 16 * 1024;
/** The longest list after decompression, in bytes. */
const longestUnpacked = 4 * 1024 * 1024;

/** A list is shown first, and then carried out. */
type Step = 'preview' | 'invite';

/**
 * Brings in a list of people in two steps: the first shows what would come of each row; the second, a form that carries
 * the same list, does it. Nothing is kept in between.
 */
export const listRoutes = (deps: DeskDeps) => {
  const { desk, invite } = deps;
  const app = new Hono<DeskEnv>();
  if (invite === undefined) return app;

  const shown = (context: DeskContext, more: Pick<ListPageProps, 'result' | 'error' | 'code'> = {}): string =>
    listPage({ visitor: visitorOf(deps, context), mostRows, longestList, ...more });

  /**
   * The rows of a list, read with the code that stands for all of them (`said`, empty where each row has its own).
   * @throws UnreadableListError or CannotError
   */
  const readRows = async (context: DeskContext, list: Uint8Array, said: string): Promise<readonly ListedRow[]> => {
    const { readListed } = await import('./read-listed.ts');
    const rows = readListed(list, { mostRows, longest: longestUnpacked, code: said === '' ? undefined : said });
    // An unknown code is refused before any row is looked up.
    if (said !== '') await desk.readCode(context.get('session').actor, readCode(said) ?? said);
    return rows;
  };

  /** What comes of each row: as it would be (`preview`), or as it was done (`invite`). */
  const runThrough = async (context: DeskContext, rows: readonly ListedRow[], step: Step): Promise<ImportedRow[]> => {
    const { importList } = await invite();
    const imported: ImportedRow[] = [];
    const { actor } = context.get('session');
    for await (const row of importList(actor, rows, { doIt: step === 'invite' })) imported.push(row);
    return imported;
  };

  const answer = async (context: DeskContext, list: Uint8Array, step: Step): Promise<Response> => {
    const { words } = context.var;
    const { code = '' } = context.get('form');
    if (list.byteLength === 0) return context.html(shown(context, { code, error: words.list.noFile }), 400);
    try {
      const rows = await runThrough(context, await readRows(context, list, code), step);
      const again = Buffer.from(list).toString('base64url');
      return context.html(shown(context, { code, result: { rows, done: step === 'invite', list: again } }));
    } catch (error) {
      const { UnreadableListError } = await import('../../shared/use-cases/desk/list/unreadable-list.ts');
      if (!(error instanceof UnreadableListError || error instanceof CannotError)) throw error;
      return context.html(shown(context, { code, error: error.said[words.lang] }), 400);
    }
  };

  return app
    .get(listPath, (context) => context.html(shown(context)))
    .post(listPath, async (context) => {
      const { list } = await readPostedForm(context);
      return answer(
        context,
        list instanceof File ? new Uint8Array(await list.arrayBuffer()) : new Uint8Array(),
        'preview',
      );
    })
    .post(`${listPath}/invite`, (context) =>
      answer(context, Buffer.from(context.get('form')['list'] ?? '', 'base64url'), 'invite'),
    );
};
