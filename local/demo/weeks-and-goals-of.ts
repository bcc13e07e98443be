import { type DiaryEvent, type Reach, reaches } from '../../shared/domain/diary/diary.ts';
import { replyKey } from '../../shared/domain/people/pseudonym.ts';
import type { Language } from '../../shared/domain/people/subscriber.ts';
import { minuteMs } from '../../shared/domain/time/durations.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { DemoPerson } from './cast.ts';

const goals: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  en: ['carry my shopping home', 'sit through a film', 'play on the floor with the kids', 'walk to the lake and back'],
  fr: ['porter mes courses', 'rester assise au cinéma', 'jouer par terre avec les enfants', 'aller au marché à pied'],
};

/** How far somebody walked as they wanted; better with time for people whose pain becomes less. */
const reachOf = ({ story }: DemoPerson, part: number): Reach => {
  const pain = story.from + (story.to - story.from) * part;
  if (pain > 6) return 'none';
  return pain > 3.5 ? 'some' : (reaches[0] ?? 'all');
};

/**
 * What somebody answered to the weekly messages that reached them, four of five, and the goal that every second of those who answer keeps:
 * said a day after the first weekly message, and asked about since. `said`: what stands in their diary besides.
 */
export const weeksAndGoalsOf = (
  person: DemoPerson,
  outcomes: readonly TipOutcome[],
  said: number,
): readonly DiaryEvent[] => {
  const { channel, address, language } = person;
  const weeks = outcomes.filter(({ prompt, state }) => prompt === 'weekly' && state === 'delivered');
  const events: DiaryEvent[] = [];
  const add = (date: string, at: number, more: Pick<DiaryEvent, 'kind' | 'reach' | 'note' | 'progress'>): void => {
    const seq = said + events.length + 1;
    events.push({ key: replyKey(channel, `demo:${address}:week:${seq}`), date, at, seq, channel, ...more });
  };
  const hasGoal = address.length % 2 === 0 || weeks.length % 2 === 0;
  const goal = goals[language][said % goals[language].length] ?? goals[language][0];
  for (const [index, { date, at }] of weeks.entries()) {
    if (index % 5 === 4) continue;
    add(date, at + 30 * minuteMs, { kind: 'function', reach: reachOf(person, index / weeks.length) });
    if (!hasGoal) continue;
    const isReached = index > 5 && index === weeks.length - 1;
    add(date, at + 31 * minuteMs, {
      kind: 'goal',
      note: goal,
      ...(index === 0 ? {} : { progress: isReached ? 'done' : 'not-yet' }),
    });
  }
  return events;
};
