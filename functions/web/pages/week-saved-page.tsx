import type { PageAct } from '../../../shared/domain/answering/decide-on-page.ts';
import { flareOn } from '../../../shared/domain/diary/flare.ts';
import { openGoal } from '../../../shared/domain/diary/goals.ts';
import type { LocalDate } from '../../../shared/domain/time/local-time.ts';
import { nextMinutes } from '../../../shared/domain/tips/next-minutes.ts';
import type { PageOutcome } from '../../../shared/use-cases/act-on-page.ts';
import { ChangeNotice } from './change-notice.tsx';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';
import { GoalChoices } from './week-page.tsx';

type Done = Extract<PageOutcome, { kind: 'done' }>;

/** The suggestion to somebody who walks this many minutes, as the answer to a text says it. */
const suggestionOf = ({ week }: PageTexts, { diary }: Done, minutes: number, today: LocalDate): string => {
  if (minutes === 0) return week.walkNone;
  if (flareOn(diary.entries, today)) return week.walkFlare;
  const next = nextMinutes(minutes);
  return next ? fill(week.walkNext, { from: String(next.from), to: String(next.to) }) : week.walkEnough;
};

/**
 * The page after an answer about the week: what was stored, and what may be done next: say how far the goal has come,
 * or undo it.
 */
export const weekSavedPage = ({
  reader,
  outcome,
  act,
  today,
  nonce,
}: {
  readonly reader: Reader;
  readonly outcome: Done;
  readonly act: PageAct;
  readonly today: LocalDate;
  readonly nonce: string;
}): string => {
  const { texts } = reader;
  const isSaved = outcome.event !== undefined && !outcome.hasLeft;
  const goal = isSaved && act.kind === 'week' ? openGoal(outcome.diary.goals, today)?.words : undefined;
  return documentOf(
    <Layout reader={reader} title={texts.week.title} narrow>
      <ChangeNotice reader={reader} outcome={outcome} act={act} nonce={nonce} heading />
      {isSaved && act.kind === 'minutes' ? <p>{suggestionOf(texts, outcome, act.minutes, today)}</p> : null}
      {goal === undefined ? null : (
        <form class="card section" method="post">
          <GoalChoices texts={texts} goal={goal} />
          <input type="hidden" name="nonce" value={nonce} />
          <button class="button second" type="submit">
            {texts.pain.save}
          </button>
        </form>
      )}
    </Layout>,
  );
};
