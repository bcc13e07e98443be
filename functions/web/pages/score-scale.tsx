import type { PageTexts } from './texts/page-texts.ts';

const scores = Array.from({ length: 11 }, (_, score) => score);

/** The numbers 0 to 10 as large targets, of which one is chosen. The question above is the group's name. */
export const ScoreScale = ({
  texts,
  question,
  chosen,
  missing,
}: {
  readonly texts: PageTexts;
  readonly question: string;
  readonly chosen: number | undefined;
  readonly missing: boolean;
}) => (
  <fieldset aria-describedby={missing ? 'score-error scale-ends' : 'scale-ends'}>
    <legend>
      <h1>{question}</h1>
    </legend>
    <p class="soft" id="scale-ends">
      {texts.pain.scale}
    </p>
    {missing ? (
      <p class="error problem" id="score-error" role="alert">
        {texts.pain.choose}
      </p>
    ) : null}
    <div class="scale">
      {scores.map((score) => (
        <label>
          <input type="radio" name="score" value={String(score)} required checked={score === chosen} />
          <span>{score}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
