import { Hono } from 'hono';
import type { Actor } from '../../shared/domain/desk/authorise.ts';
import type { PersonAtDesk } from '../../shared/domain/desk/person-at-desk.ts';
import type { Language } from '../../shared/domain/people/subscriber.ts';
import { isPseudonym } from '../../shared/use-cases/desk/address-of.ts';
import { NobodyThereError } from '../../shared/use-cases/desk/desk-errors.ts';
import { movedInWords } from '../../shared/use-cases/desk/person-in-words.ts';
import type { DeskDeps, DeskEnv } from './desk-deps.ts';
import { moveInForm } from './move-in-form.ts';
import { diaryPage } from './pages/diary-page.tsx';
import { erasePage } from './pages/erase-page.tsx';
import { personPage } from './pages/person-page.tsx';
import { visitorOf } from './visitor-of.ts';
import type { DeskWords } from './words/desk-words.ts';

type DoneInWords = (words: DeskWords['person'], person: PersonAtDesk, language: Language) => string;

/** What a person's page says was done for them, by the name that its address may carry. */
const doneWords: ReadonlyMap<string, DoneInWords> = new Map([
  ['stop', ({ stop }, { status }) => (status === 'stopped' ? stop.done : stop.undone)],
  ['pause', ({ pause }, { pausedUntil }) => (pausedUntil === undefined ? pause.undone : pause.done(pausedUntil))],
  ['resume', ({ pause }, { nextTip }) => (nextTip === undefined ? pause.resumedWithout : pause.resumed(nextTip))],
  ['move', (_words, person, language) => movedInWords(language, person)],
] satisfies readonly (readonly [string, DoneInWords])[]);

/** Carries out what a form asks to have done for somebody. */
type Act = (actor: Actor, id: string, form: Readonly<Record<string, string>>) => Promise<unknown>;

/** The pseudonym in an address. A phone number in its place is looked up for nobody. */
const idIn = (text: string): string => {
  if (!isPseudonym(text)) throw new NobodyThereError();
  return text;
};

/** The pages of one person, by their pseudonym: what came to them and why, and what is done for them. */
export const personRoutes = (deps: DeskDeps) => {
  const { desk } = deps;
  const acts: Readonly<Record<'stop' | 'pause' | 'resume' | 'move', Act>> = {
    stop: desk.stop,
    pause: (actor, id, { days = '' }) => desk.pause(actor, id, /^\d{1,3}$/.test(days) ? Number(days) : Number.NaN),
    resume: desk.resume,
    move: async (actor, id, form) => desk.move(actor, id, moveInForm(form)),
  };

  const app = new Hono<DeskEnv>()
    .get('/desk/people/:id', async (context) => {
      const { actor } = context.get('session');
      const id = idIn(context.req.param('id'));
      const date = context.req.query('date');
      const { person, cohort, tips } = await desk.show(actor, id);
      const asked = date === undefined ? undefined : await desk.explain(actor, id, date);
      const { person: own, lang } = context.get('words');
      const done = doneWords.get(context.req.query('done') ?? '')?.(own, person, lang);
      const visitor = visitorOf(deps, context);
      const { tipNamesIn } = await import('../../shared/content/tip-names.ts');
      const titles = await tipNamesIn(lang);
      return context.html(personPage({ visitor, person, cohort, tips, titles, asked, askedDate: asked?.date, done }));
    })
    .get('/desk/people/:id/diary', async (context) => {
      const id = idIn(context.req.param('id'));
      const written = await desk.readDiary(context.get('session').actor, id);
      return context.html(diaryPage({ visitor: visitorOf(deps, context), id, ...written }));
    })
    .post('/desk/people/:id/export', async (context) => {
      const id = idIn(context.req.param('id'));
      const json = await desk.exportAll(context.get('session').actor, id);
      return context.body(json, 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${id}.json"`,
      });
    })
    .get('/desk/people/:id/erase', async (context) => {
      const { id } = await desk.find(context.get('session').actor, idIn(context.req.param('id')));
      return context.html(erasePage({ visitor: visitorOf(deps, context), id, wrongWord: false }));
    })
    .post('/desk/people/:id/erase', async (context) => {
      const id = idIn(context.req.param('id'));
      if (context.get('form')['word'] !== context.get('words').person.erase.word)
        return context.html(erasePage({ visitor: visitorOf(deps, context), id, wrongWord: true }), 400);
      await desk.erase(context.get('session').actor, id);
      return context.redirect('/desk?done=erased', 303);
    });

  for (const [name, act] of Object.entries(acts)) {
    app.post(`/desk/people/:id/${name}`, async (context) => {
      const id = idIn(context.req.param('id'));
      await act(context.get('session').actor, id, context.get('form'));
      return context.redirect(`/desk/people/${id}?done=${name}`, 303);
    });
  }
  return app;
};
