import { type DiaryFold, foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import { readToken, signToken } from '../../shared/domain/people/token.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { isLive, shownNotes, type VisitShare } from '../../shared/domain/visit/visit-share.ts';
import { visitSheet } from '../../shared/domain/visit/visit-sheet.ts';
import type { VisitDocument } from './pages/visit-page.tsx';
import type { WebDeps } from './web-deps.ts';

/**
 * The sheet that a share shows, made from the diary as it stands now: an entry that its owner has deleted is not on it.
 */
export const visitDocument = (
  subscriber: Subscriber,
  diary: DiaryFold,
  share: VisitShare,
  now: number,
): VisitDocument => ({
  subscriber,
  sheet: visitSheet(diary, localDateTime(subscriber.zone, now).date, share.weeks),
  notes: shownNotes(share, diary.entries),
  medicines: share.medicines,
  lastDay: localDateTime(subscriber.zone, share.until).date,
});

/** A share that a token opens, with its owner and its sheet. */
export interface OpenVisit {
  readonly subscriber: Subscriber;
  readonly share: VisitShare;
  readonly document: VisitDocument;
}

/** The token of a share, which expires with it. It carries the share's name in the place of the epoch. */
export const visitToken = ({ tokenKeys }: Pick<WebDeps, 'tokenKeys'>, { id, share, until }: VisitShare): string =>
  signToken(tokenKeys, { purpose: 'visit', id, epoch: share, expiresAt: until });

/**
 * What a token for a visit opens; undefined once it has expired, its owner has ended it, after ERASE, or in another
 * enrolment. Somebody who has stopped the messages may still show their diary.
 */
export const openVisit = async (deps: WebDeps, token: string): Promise<OpenVisit | undefined> => {
  const now = deps.clock.now();
  const claims = readToken(deps.tokenKeys, 'visit', token, now);
  if (!claims) return undefined;
  const [person, share] = await Promise.all([
    deps.diary.readEnrolled(claims.id, now, ''),
    deps.visits.find(claims.id, claims.epoch),
  ]);
  if (!person || !share || !isLive(share, now)) return undefined;
  const { subscriber } = person;
  if (subscriber.id !== claims.id || subscriber.epoch !== share.epoch || subscriber.status === 'erasing')
    return undefined;
  return { subscriber, share, document: visitDocument(subscriber, foldDiary(person.events), share, now) };
};
