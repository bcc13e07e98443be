import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { ScoreScale } from './score-scale.tsx';

/** The question of the day, with the number that was tapped chosen, and one button to save it. */
export const painPage = ({
  reader,
  score,
  missing,
  nonce,
}: {
  readonly reader: Reader;
  /** A half, which only a link written by hand names, is not among the numbers. */
  readonly score: number | undefined;
  readonly missing: boolean;
  readonly nonce: string;
}): string => {
  const { texts } = reader;
  return documentOf(
    <Layout reader={reader} title={texts.pain.title} narrow>
      <form method="post">
        <ScoreScale texts={texts} question={texts.pain.question} chosen={score} missing={missing} />
        <input type="hidden" name="nonce" value={nonce} />
        <button class="button" type="submit">
          {texts.pain.save}
        </button>
      </form>
      <p class="small soft">{texts.pain.nothingYet}</p>
    </Layout>,
  );
};
