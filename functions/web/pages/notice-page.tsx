import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';

interface NoticeProps {
  readonly reader: Reader;
  readonly notice: { readonly title: string; readonly text: readonly string[] };
  /**
   * The button of a question; it posts to the page's own address, so that a scanner that only reads changes nothing.
   */
  readonly button?: string;
}

/** A page with one message, or one question. */
export const noticePage = ({ reader, notice, button }: NoticeProps): string =>
  documentOf(
    <Layout reader={reader} title={notice.title} narrow>
      <h1>{notice.title}</h1>
      {notice.text.map((paragraph) => (
        <p class="lead">{paragraph}</p>
      ))}
      {button === undefined ? null : (
        <form method="post">
          <button class="button" type="submit">
            {button}
          </button>
        </form>
      )}
    </Layout>,
  );
