import { Hono } from 'hono';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { CannotError } from '../../shared/use-cases/desk/desk-errors.ts';
import type { DeskContext, DeskDeps, DeskEnv } from './desk-deps.ts';
import { type TipForm, tipPage } from './pages/tip-page.tsx';
import { visitorOf } from './visitor-of.ts';

const tipPath = '/desk/tip';

/** A look at a tip, sent to whoever asks. */
export const tipRoutes = (deps: DeskDeps) => {
  const shown = async (
    context: DeskContext,
    more: { readonly form?: TipForm; readonly done?: string | undefined; readonly error?: string } = {},
  ): Promise<string> => {
    const { tipNamesIn } = await import('../../shared/content/tip-names.ts');
    const tips = await tipNamesIn(context.get('words').lang);
    return tipPage({ visitor: visitorOf(deps, context), tips, ...more });
  };
  return new Hono<DeskEnv>()
    .get(tipPath, async (context) => {
      const { tip } = context.get('words');
      return context.html(await shown(context, { done: context.req.query('done') === 'sent' ? tip.sent : undefined }));
    })
    .post(tipPath, async (context) => {
      const { words, session, form } = context.var;
      const { tip = '', to = '', own = '' } = form;
      const language = languages.find((one) => one === form['language']) ?? words.lang;
      try {
        const { preview } = await deps.preview();
        // Whoever asks has said in the same form what the command line asks for: that it is theirs.
        const sent = await preview(session.actor, { tip, to, language }, async () => own === 'yes');
        if (sent) return context.redirect(`${tipPath}?done=sent`, 303);
        return context.html(await shown(context, { form: { tip, to, language }, error: words.tip.notOwn }), 400);
      } catch (error) {
        if (!(error instanceof CannotError)) throw error;
        return context.html(await shown(context, { form: { tip, to, language }, error: error.said[words.lang] }), 400);
      }
    });
};
