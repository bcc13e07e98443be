import type { Language } from '../../../shared/domain/people/subscriber.ts';
import { fakeWorld } from '../../unit/web-fakes.ts';
import { ana, diaryToken, fullDiary, fullShare } from '../../unit/web-people.ts';

/** When Ana was asked about her week. */
export const asked = '2030-01-12';
const anaAsked = { ...ana, course: { marks: '', asked } };

/** Every page that somebody may open, by what it is. */
export const pages = {
  landing: '/',
  diary: `/diary/${diaryToken()}`,
  'three months of the diary': `/diary/${diaryToken()}?range=3m`,
  'another day': `/diary/${diaryToken()}?add`,
  'a score': `/pain/${diaryToken({ purpose: 'pain' })}?score=6`,
  'a week': `/pain/${diaryToken({ purpose: 'pain' })}/week?of=${asked}&reach=some`,
  'minutes of walking': `/pain/${diaryToken({ purpose: 'pain' })}/week?of=${asked}&minutes=`,
  'what is held': `/diary/${diaryToken()}/held`,
  'what helped': `/diary/${diaryToken()}/helped`,
  settings: `/diary/${diaryToken()}/settings`,
  'sharing a sheet': `/diary/${diaryToken()}/share`,
  'the sheet': `/visit/${diaryToken({ purpose: 'visit', epoch: fullShare.share })}`,
  confirm: '/confirm/good',
  'a used confirmation': '/confirm/used',
  unsubscribe: '/unsubscribe/good',
  privacy: '/privacy',
  'not found': '/nowhere',
} as const;

/** Somebody who reads that language, with a diary as full as it may be, and a share. */
export const worldIn = (language: Language) =>
  fakeWorld(language === 'en' ? anaAsked : { ...anaAsked, language, country: 'CH' }, fullDiary, [fullShare]);
