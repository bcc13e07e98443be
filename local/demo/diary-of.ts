import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import { replyKey } from '../../shared/domain/people/pseudonym.ts';
import type { Language } from '../../shared/domain/people/subscriber.ts';
import { dayMs, minuteMs } from '../../shared/domain/time/durations.ts';
import type { LocalDate } from '../../shared/domain/time/local-time.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import type { DemoPerson, PainStory } from './cast.ts';
import type { SeededDraws } from './seeded-draws.ts';

const notes: Readonly<Record<Language, Readonly<Record<'bad' | 'good', readonly [string, ...string[]]>>>> = {
  en: {
    bad: ['long drive', 'slept badly', 'lifted boxes at work', 'stiff after sitting all day', 'missed my walk'],
    good: ['walked 20 min', 'did the stretches', 'gardening, felt fine', 'swam with my daughter', 'slept well'],
  },
  fr: {
    bad: ['long trajet en voiture', 'mal dormi', 'porté des cartons', 'assise toute la journée', 'raide ce matin'],
    good: ['marché 20 min', 'fait mes étirements', 'jardinage, ça va', 'piscine avec ma fille', 'bien dormi'],
  },
};

/** The day's pain, 0 to 10 in whole numbers; `part` is the share of their time with us that has passed (0 to 1). */
export const scoreOfDay = (story: PainStory, part: number, daysAgo: number, draws: SeededDraws): number => {
  const { flare } = story;
  const into = flare ? flare.daysAgo - daysAgo : -1;
  // A flare-up is worst on its first day and fades.
  const worse = flare && into >= 0 && into < flare.days ? flare.worse * (1 - into / flare.days) : 0;
  const mean = story.from + (story.to - story.from) * part + worse;
  return Math.min(10, Math.max(0, Math.round(mean + (draws.next() * 2 - 1) * story.swing)));
};

/** What somebody wrote on the days whose tips came at these instants (epoch ms), up to `until`: most answers come within hours. */
export const diaryOf = (
  { channel, language, story, address }: DemoPerson,
  days: readonly { readonly date: LocalDate; readonly at: number }[],
  zone: string,
  until: number,
  draws: SeededDraws,
): readonly DiaryEvent[] => {
  const events: DiaryEvent[] = [];
  const add = (date: LocalDate, at: number, more: Pick<DiaryEvent, 'kind' | 'score' | 'note' | 'of'>): string => {
    const key = replyKey(channel, `demo:${address}:${events.length}`);
    events.push({ key, date, at, seq: events.length + 1, channel, ...more });
    return key;
  };
  for (const [index, { date, at }] of days.entries()) {
    if (!draws.happens(story.answersOfTen / 10)) continue;
    const score = scoreOfDay(story, index / days.length, (until - at) / dayMs, draws);
    const answeredAt = at + draws.between(2, 540) * minuteMs;
    if (answeredAt > until || localDateTime(zone, answeredAt).date !== date) continue;
    const wellOrBad = score * 2 > story.from + story.to ? 'bad' : 'good';
    const note = draws.happens(0.25) ? { note: draws.pick(notes[language][wellOrBad]) } : {};
    const key = add(date, answeredAt, { kind: 'score', score, ...note });
    if (draws.happens(0.03)) add(date, answeredAt + minuteMs, { kind: 'fix', score: Math.max(0, score - 1), of: key });
  }
  return events;
};
