import type { Child } from 'hono/jsx';
import type { Reader } from './reader.ts';

/** The form that saves what a tap in a mail has chosen: following the link alone saves nothing. */
export const SaveForm = ({
  reader,
  nonce,
  children,
}: {
  readonly reader: Reader;
  readonly nonce: string;
  readonly children: Child;
}) => (
  <>
    <form method="post">
      {children}
      <input type="hidden" name="nonce" value={nonce} />
      <button class="button" type="submit">
        {reader.texts.pain.save}
      </button>
    </form>
    <p class="small soft">{reader.texts.pain.nothingYet}</p>
  </>
);
