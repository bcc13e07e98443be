import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { SaveForm } from './save-form.tsx';
import { ScoreScale } from './score-scale.tsx';

/** The page behind a tapped number: the question with that number chosen, and one button to save it. */
export const painPage = ({
  reader,
  score,
  missing,
  nonce,
}: {
  readonly reader: Reader;
  /** The chosen score. A half, which only a link written by hand names, is not among the buttons. */
  readonly score: number | undefined;
  readonly missing: boolean;
  readonly nonce: string;
}): string => {
  const { texts } = reader;
  return documentOf(
    <Layout reader={reader} title={texts.pain.title} narrow>
      <SaveForm reader={reader} nonce={nonce}>
        <ScoreScale texts={texts} question={texts.pain.question} chosen={score} missing={missing} />
      </SaveForm>
    </Layout>,
  );
};
