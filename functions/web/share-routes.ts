import { type Context, Hono } from 'hono';
import { type DiaryFold, foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { replyKey } from '../../shared/domain/people/pseudonym.ts';
import { flagOf } from '../../shared/domain/reading/parsed-reply.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { isLive, shareOf, type VisitShare } from '../../shared/domain/visit/visit-share.ts';
import { drawNonce, fieldOf, nonceOf } from './page-form.ts';
import { answerPage, readerIn } from './page-language.ts';
import { type ShareNotice, sharePage } from './pages/share-page.tsx';
import { visitPage } from './pages/visit-page.tsx';
import { type PersonBehind, personBehind } from './person-behind.ts';
import { readPostedForm } from './posted-form.ts';
import { offeredNotes, type PostedChoice, readChoice } from './visit-choices.ts';
import { visitDocument, visitToken } from './visit-document.ts';
import type { WebDeps } from './web-deps.ts';

type Owner = PersonBehind & { readonly diary: DiaryFold };

/** How many links may be open at once; more are a mistake, or somebody's script. */
const mostOpen = 10;

/** The page on which somebody shares a sheet of their diary, sees who looked at it, and ends it. */
export const shareRoutes = (deps: WebDeps): Hono => {
  const openOwner = async (token: string): Promise<Owner | undefined> => {
    const person = await personBehind(deps, 'diary', token, 'all');
    return person && { ...person, diary: foldDiary(person.events) };
  };

  /** The shares of this enrolment. */
  const sharesOf = async ({ subscriber }: Owner): Promise<readonly VisitShare[]> =>
    (await deps.visits.list(subscriber.id)).filter(({ epoch }) => epoch === subscriber.epoch);

  const show = async (
    context: Context,
    token: string,
    owner: Owner,
    more: { readonly notice?: ShareNotice; readonly posted?: PostedChoice; readonly safetyAnswer?: string } = {},
  ) => {
    const reader = await readerIn(deps, owner.subscriber.language);
    const { parse } = await deps.reading();
    const today = localDateTime(owner.subscriber.zone, owner.now).date;
    const page = sharePage({
      reader,
      ...more,
      path: `/diary/${token}`,
      subscriber: owner.subscriber,
      now: owner.now,
      shares: await sharesOf(owner),
      linkOf: (share) => `${deps.publicBaseUrl}/visit/${visitToken(deps, share)}`,
      offered: offeredNotes(owner.diary.entries, today, parse),
      nonce: drawNonce(deps),
    });
    return answerPage(context, reader, page, more.posted?.tooMany ? 400 : 200);
  };

  const make = async (context: Context, token: string, owner: Owner, fields: Readonly<Record<string, unknown>>) => {
    const { subscriber, now } = owner;
    const { parse, safetyAnswer } = await deps.reading();
    const today = localDateTime(subscriber.zone, now).date;
    const posted = readChoice(fields, offeredNotes(owner.diary.entries, today, parse), parse);
    const flag = posted.medicines && flagOf(posted.medicines);
    const alarm = flag ? { safetyAnswer: safetyAnswer(flag, subscriber.country, subscriber.language) } : {};
    if (posted.tooMany) return show(context, token, owner, { posted, ...alarm });
    const open = (await sharesOf(owner)).filter((share) => isLive(share, now));
    if (open.length >= mostOpen) return show(context, token, owner, { notice: { kind: 'full' }, ...alarm });
    const key = replyKey('web', nonceOf(fields, { kind: 'share' }, token, now));
    const share = shareOf(subscriber, key, now, posted.choice);
    await deps.visits.put(share);
    return show(context, token, owner, { notice: { kind: 'made', share: share.share }, ...alarm });
  };

  return new Hono()
    .get('/diary/:token/share', async (context) => {
      const token = context.req.param('token');
      const owner = await openOwner(token);
      if (!owner) return context.notFound();
      const seen = context.req.query('see');
      const share = seen === undefined ? undefined : (await sharesOf(owner)).find((one) => one.share === seen);
      if (!share) return show(context, token, owner);
      const reader = await readerIn(deps, owner.subscriber.language);
      const document = visitDocument(owner.subscriber, owner.diary, share, owner.now);
      return answerPage(context, reader, visitPage({ reader, document, preview: `/diary/${token}/share` }));
    })
    .post('/diary/:token/share', async (context) => {
      const token = context.req.param('token');
      const owner = await openOwner(token);
      if (!owner) return context.notFound();
      const fields = await readPostedForm(context);
      const { id } = owner.subscriber;
      const shares = await sharesOf(owner);
      const named = (field: string) => shares.find(({ share }) => share === fieldOf(fields, field));
      const ending = named('end');
      if (ending) {
        await deps.visits.end(id, ending.share, owner.now);
        return show(context, token, owner, { notice: { kind: 'ended', share: ending.share } });
      }
      const reopening = named('reopen');
      if (reopening) {
        if (owner.now >= reopening.until) return show(context, token, owner, { notice: { kind: 'gone' } });
        await deps.visits.reopen(id, reopening.share);
        return show(context, token, owner, { notice: { kind: 'reopened', share: reopening.share } });
      }
      return make(context, token, owner, fields);
    });
};
