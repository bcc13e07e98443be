import { Hono } from 'hono';
import { firstProgramme } from '../../shared/content/programmes.ts';
import type { WantedCode } from '../../shared/domain/desk/new-code.ts';
import { readCode } from '../../shared/domain/people/cohort.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { CannotError } from '../../shared/use-cases/desk/desk-errors.ts';
import { styleAlone } from '../web/security-headers.ts';
import { cardKinds, cardStyles } from './cards/card-style.ts';
import type { DeskContext, DeskDeps, DeskEnv } from './desk-deps.ts';
import { codesPage } from './pages/codes-page.tsx';
import { visitorOf } from './visitor-of.ts';
import type { DeskWords } from './words/desk-words.ts';

type Form = Readonly<Record<string, string>>;

const doneWords = ({ codes }: DeskWords, hasTexts: boolean): ReadonlyMap<string, string> =>
  new Map([
    ['added', hasTexts ? codes.added : codes.addedByPage],
    ['ended', codes.ended],
  ]);

/** What the form for a new code asks for; an empty field counts as left out. */
const wantedIn = ({
  code = '',
  clinic = '',
  contact = '',
  language = '',
  time = '',
  programme = '',
  arm = '',
}: Form): WantedCode => {
  const spoken = languages.find((one) => one === language);
  return {
    clinic,
    contact,
    ...(code === '' ? {} : { code }),
    ...(spoken === undefined ? {} : { language: spoken }),
    ...(time === '' ? {} : { time }),
    ...(programme === '' ? {} : { programme }),
    ...(arm === '' ? {} : { arm }),
  };
};

/** The codes of the clinic's cards: what they stand for and how many came by them, a new one, and each as a card to print. */
export const codeRoutes = (deps: DeskDeps) => {
  const { desk, smsNumber, publicBaseUrl } = deps;
  const shown = async (
    context: DeskContext,
    more: { readonly done?: string | undefined; readonly form?: Form; readonly error?: string },
  ) => {
    const codes = await desk.listCodes(context.get('session').actor);
    const made = readCode(context.req.query('made') ?? '');
    return codesPage({
      visitor: visitorOf(deps, context),
      codes,
      made: codes.find(({ code }) => code === made),
      first: firstProgramme(),
      ...(smsNumber === undefined && { signUpAt: `${publicBaseUrl}/signup` }),
      ...more,
    });
  };

  return new Hono<DeskEnv>()
    .get('/desk/codes', async (context) =>
      context.html(
        await shown(context, {
          done: doneWords(context.get('words'), smsNumber !== undefined).get(context.req.query('done') ?? ''),
        }),
      ),
    )
    .post('/desk/codes', async (context) => {
      const form = context.get('form');
      try {
        const { code } = await desk.addCode(context.get('session').actor, wantedIn(form));
        return context.redirect(`/desk/codes?done=added&made=${code}`, 303);
      } catch (error) {
        // What was typed is shown again, so that it can be corrected.
        if (!(error instanceof CannotError)) throw error;
        return context.html(await shown(context, { form, error: error.said[context.get('words').lang] }), 400);
      }
    })
    .post('/desk/codes/:code/end', async (context) => {
      await desk.endCode(context.get('session').actor, context.req.param('code'));
      return context.redirect('/desk/codes?done=ended', 303);
    })
    .get('/desk/codes/:code/:kind/:language', async (context) => {
      const kind = cardKinds.find((one) => one === context.req.param('kind'));
      const language = languages.find((one) => one === context.req.param('language'));
      if (!kind || !language || smsNumber === undefined) return context.notFound();
      const cohort = await desk.readCode(context.get('session').actor, context.req.param('code'));
      const { cardPage } = await import('./cards/card-page.ts');
      context.header('Content-Security-Policy', styleAlone(cardStyles[kind]));
      return context.html(await cardPage(kind, language, cohort, { smsNumber, publicBaseUrl }));
    });
};
