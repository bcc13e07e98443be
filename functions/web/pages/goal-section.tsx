import { type Progress, progresses } from '../../../shared/domain/diary/diary.ts';
import { type Goal, openGoal } from '../../../shared/domain/diary/goals.ts';
import type { LocalDate } from '../../../shared/domain/time/local-time.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';

/** How many earlier goals are shown; all of them are in the exports. */
const mostBefore = 10;

/** A button that says how far the goal has come. */
const ProgressForm = ({
  texts: { diary },
  path,
  nonce,
  as,
}: {
  readonly texts: PageTexts;
  readonly path: string;
  readonly nonce: string;
  readonly as: Progress;
}) => (
  <form method="post" action={path}>
    <input type="hidden" name="progress" value={as} />
    <input type="hidden" name="nonce" value={nonce} />
    <button class="button second" type="submit">
      {diary.goalProgress[as]}
    </button>
  </form>
);

/** What the weekly question is about, and the form that does what ACTIVITY does by text. */
export const ActivitySection = ({
  texts: { diary },
  activity,
  path,
  nonce,
}: {
  readonly texts: PageTexts;
  readonly activity: string | undefined;
  readonly path: string;
  readonly nonce: string;
}) => (
  <section class="section no-print">
    <h2>{diary.activityTitle}</h2>
    <p class="words">{activity ?? diary.activityNow}</p>
    <form method="post" action={path}>
      <div class="field">
        <label for="activity">{diary.activityLabel}</label>
        <p class="hint" id="activity-hint">
          {diary.activityHint}
        </p>
        <input type="text" id="activity" name="activity" maxlength={40} required aria-describedby="activity-hint" />
      </div>
      <input type="hidden" name="nonce" value={nonce} />
      <button class="button second" type="submit">
        {diary.activityButton}
      </button>
    </form>
  </section>
);

/** Somebody's goal in full, with the forms that do what GOAL, DONE and NOTYET do by text; then earlier goals. */
export const GoalSection = ({
  texts,
  goals,
  today,
  path,
  nonce,
  dayName,
}: {
  readonly texts: PageTexts;
  readonly goals: readonly Goal[];
  readonly today: LocalDate;
  readonly path: string;
  /** The nonce of the forms; undefined for somebody who has left, who may read and set nothing. */
  readonly nonce: string | undefined;
  readonly dayName: (date: string) => string;
}) => {
  const { diary } = texts;
  const goal = openGoal(goals, today);
  const before = goals
    .filter((each) => each !== goal)
    .slice(-mostBefore)
    .toReversed();
  return (
    <section class="section">
      <h2>{diary.goalTitle}</h2>
      {goal === undefined ? (
        <p class="no-print">{diary.goalNone}</p>
      ) : (
        <>
          <p class="words">{goal.words}</p>
          <p class="small soft">{fill(diary.goalLast, { date: dayName(goal.lastDate) })}</p>
        </>
      )}
      {nonce === undefined ? null : (
        <div class="no-print">
          {goal === undefined ? null : (
            <div class="actions">
              {progresses.map((as) => (
                <ProgressForm texts={texts} path={path} nonce={nonce} as={as} />
              ))}
            </div>
          )}
          <form method="post" action={path}>
            <div class="field">
              <label for="goal">{goal === undefined ? diary.goalLabel : diary.goalOther}</label>
              <p class="hint" id="goal-hint">
                {diary.goalHint}
              </p>
              <input type="text" id="goal" name="goal" maxlength={200} required aria-describedby="goal-hint" />
            </div>
            <input type="hidden" name="nonce" value={nonce} />
            <button class="button second" type="submit">
              {diary.goalButton}
            </button>
          </form>
        </div>
      )}
      {before.length === 0 ? null : (
        <ul>
          {before.map(({ words, lastDate, state }) => (
            <li>
              {words}{' '}
              <span class="soft">
                ({state === 'done' ? fill(diary.goalDone, { date: dayName(lastDate) }) : diary.goalLeft})
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
