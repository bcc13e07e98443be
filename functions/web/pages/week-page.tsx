import { mostMinutes, type Progress, progresses, type Reach, reaches } from '../../../shared/domain/diary/diary.ts';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { SaveForm } from './save-form.tsx';
import { fill, type PageTexts } from './texts/page-texts.ts';

/** The question of a button of the weekly mail, and the answer it chose, if that is one we know. */
export type WeekQuestion =
  | { readonly about: 'reach'; readonly activity?: string | undefined; readonly chosen: Reach | undefined }
  | { readonly about: 'minutes'; readonly chosen: number | undefined }
  | { readonly about: 'goal'; readonly goal: string; readonly chosen: Progress | 'change' | undefined };

/** A group of answers of which one may be chosen; the question above names the group. */
const Choices = ({
  name,
  question,
  answers,
  chosen,
  error,
}: {
  readonly name: string;
  readonly question: string;
  readonly answers: readonly (readonly [value: string, label: string])[];
  readonly chosen: string | undefined;
  readonly error: string | undefined;
}) => (
  <fieldset aria-describedby={error === undefined ? undefined : 'choice-error'}>
    <legend>
      <h1>{question}</h1>
    </legend>
    {error === undefined ? null : (
      <p class="error problem" id="choice-error" role="alert">
        {error}
      </p>
    )}
    {answers.map(([value, label]) => (
      <label class="check">
        <input type="radio" name={name} value={value} required checked={value === chosen} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);

const MinutesField = ({
  texts: { week },
  chosen,
  error,
}: {
  readonly texts: PageTexts;
  readonly chosen: number | undefined;
  readonly error: string | undefined;
}) => (
  <div class="field">
    <h1>
      <label for="minutes">{week.minutes}</label>
    </h1>
    {error === undefined ? null : (
      <p class="error problem" id="minutes-error" role="alert">
        {error}
      </p>
    )}
    <p class="hint" id="minutes-hint">
      {week.minutesHint}
    </p>
    <input
      type="number"
      inputmode="numeric"
      id="minutes"
      name="minutes"
      min={0}
      max={mostMinutes}
      step={1}
      required
      value={chosen === undefined ? undefined : String(chosen)}
      aria-describedby={error === undefined ? 'minutes-hint' : 'minutes-error minutes-hint'}
    />
  </div>
);

const NewGoalField = ({ texts: { diary } }: { readonly texts: PageTexts }) => (
  <div class="field">
    <h1>
      <label for="goal">{diary.goalOther}</label>
    </h1>
    <p class="hint" id="goal-hint">
      {diary.goalHint}
    </p>
    <input type="text" id="goal" name="goal" maxlength={200} required aria-describedby="goal-hint" />
  </div>
);

/** The question how far the goal has come, with its answers. */
export const GoalChoices = ({
  texts,
  goal,
  chosen,
  error,
}: {
  readonly texts: PageTexts;
  readonly goal: string;
  readonly chosen?: Progress | undefined;
  readonly error?: string | undefined;
}) => (
  <Choices
    name="progress"
    question={fill(texts.week.goal, { goal })}
    answers={progresses.map((as) => [as, texts.diary.goalProgress[as]])}
    chosen={chosen}
    error={error}
  />
);

const Question = ({
  texts,
  question,
  missing,
}: {
  readonly texts: PageTexts;
  readonly question: WeekQuestion;
  readonly missing: boolean;
}) => {
  const { week, diary } = texts;
  const error = missing ? week.choose : undefined;
  switch (question.about) {
    case 'reach':
      return (
        <Choices
          name="reach"
          question={question.activity === undefined ? week.reach : fill(week.reachOwn, { activity: question.activity })}
          answers={reaches.map((reach) => [reach, diary.reaches[reach]])}
          chosen={question.chosen}
          error={error}
        />
      );
    case 'minutes':
      return <MinutesField texts={texts} chosen={question.chosen} error={missing ? week.chooseMinutes : undefined} />;
    case 'goal':
      return question.chosen === 'change' ? (
        <NewGoalField texts={texts} />
      ) : (
        <GoalChoices texts={texts} goal={question.goal} chosen={question.chosen} error={error} />
      );
  }
};

/** The page of a question of the weekly mail, with the tapped answer chosen, and one button to save it. */
export const weekPage = ({
  reader,
  question,
  missing,
  nonce,
}: {
  readonly reader: Reader;
  readonly question: WeekQuestion;
  readonly missing: boolean;
  readonly nonce: string;
}): string => {
  const { texts } = reader;
  return documentOf(
    <Layout reader={reader} title={texts.week.title} narrow>
      <SaveForm reader={reader} nonce={nonce}>
        <Question texts={texts} question={question} missing={missing} />
      </SaveForm>
    </Layout>,
  );
};
