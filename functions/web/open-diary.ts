import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { readToken, type TokenClaims } from '../../shared/domain/people/token.ts';
import type { LocalDate } from '../../shared/domain/time/local-time.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { DiaryDocument } from '../../shared/exports/diary-document.ts';
import { type DiaryView, diarySince, tipsSince } from './diary-view.ts';
import { personBehind } from './person-behind.ts';
import type { WebDeps } from './web-deps.ts';

/** A diary that a token opens, with the token's claims. */
export type OpenDiary = DiaryDocument & { readonly claims: TokenClaims };

/**
 * The diary behind a token, all of it or since a day; undefined if the token opens none. Somebody who has stopped may
 * still read theirs.
 */
export const openDiary = async (deps: WebDeps, token: string, since?: LocalDate): Promise<OpenDiary | undefined> => {
  const person = await personBehind(deps, 'diary', token, since === undefined ? 'all' : { since });
  if (!person) return undefined;
  const { subscriber, events, claims, now } = person;
  return { subscriber, diary: foldDiary(events), exportedAt: now, claims };
};

/** What the page of a diary shows: the part that its view asks for, and the tips of that time. */
export interface ShownDiary {
  readonly opened: OpenDiary;
  readonly tips: readonly TipOutcome[];
}

/**
 * The diary behind a token as a view shows it. Its tips are read at the same time, under the id in the token, because
 * only the diary tells whose it is. If their tips are also stored under other ids, they are read again.
 */
export const openShownDiary = async (
  deps: WebDeps,
  token: string,
  { range }: DiaryView,
): Promise<ShownDiary | undefined> => {
  const now = deps.clock.now();
  const claims = readToken(deps.tokenKeys, 'diary', token, now);
  if (!claims) return undefined;
  const [read, beside] = await Promise.all([
    openDiary(deps, token, diarySince(range, now)),
    deps.held.readTips({ id: claims.id, joinedAt: 0 }, tipsSince(range, now)),
  ]);
  // Without an entry for weeks, only the whole diary tells whether there is any.
  const opened = read?.diary.entries.length === 0 ? await openDiary(deps, token) : read;
  if (!opened) return undefined;
  const { subscriber } = opened;
  const isAllTheirs = subscriber.id === claims.id && (subscriber.aliases ?? []).length === 0;
  return {
    opened,
    tips: isAllTheirs
      ? beside.filter(({ at }) => at >= subscriber.joinedAt)
      : await deps.held.readTips(subscriber, tipsSince(range, now)),
  };
};
