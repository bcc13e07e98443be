import type { PromptFacts } from '../../shared/domain/answering/prompt-words.ts';
import { activityOn } from '../../shared/domain/diary/activity.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { openGoal } from '../../shared/domain/diary/goals.ts';
import type { Subscriber, TipClaim } from '../../shared/domain/people/subscriber.ts';
import { summarise } from '../../shared/domain/tips/programme-summary.ts';
import { choicesBeside, programmeOf, type TipProgramme } from '../../shared/domain/tips/tip-programme.ts';
import { tellWeek } from '../../shared/domain/tips/weekly.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';

/**
 * Reads what a day's message tells of somebody's diary: once a week the week and the goal, once a programme the whole
 * diary. It is read before the claim, because there is no time between the claim and the provider's call.
 */
export const createPromptFacts =
  ({ readAnyone, readEvents }: Pick<PersonStore, 'readAnyone' | 'readEvents'>, clock: Clock, programme: TipProgramme) =>
  async (subscriber: Subscriber, { prompt, date }: TipClaim): Promise<PromptFacts> => {
    const { id, epoch, language } = subscriber;
    if (prompt === 'summary') {
      const others = choicesBeside(subscriber, programme).flatMap(({ choice }) => choice?.[language].word ?? []);
      return { summary: summarise(await readEvents(id, epoch)), others };
    }
    if (prompt !== 'weekly') return {};
    const { events } = await readAnyone(id, clock.now());
    const diary = foldDiary(events);
    const goal = openGoal(diary.goals, date)?.words;
    const activity = activityOn(diary, date);
    const { asks } = programmeOf(subscriber, programme);
    return {
      week: tellWeek(events, date),
      ...(asks ? { asks } : {}),
      ...(goal === undefined ? {} : { goal }),
      ...(activity === undefined ? {} : { activity }),
    };
  };
