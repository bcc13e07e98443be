import type { DiaryRow } from '../../../shared/exports/diary-document.ts';
import { deskPage, type Visitor } from './frame.tsx';

/** Scores and notes of somebody who lets the clinic read them, newest first. */
export const diaryPage = ({
  visitor,
  id,
  rows,
}: {
  readonly visitor: Visitor;
  readonly id: string;
  readonly rows: readonly DiaryRow[];
}): string =>
  deskPage({
    title: visitor.words.person.diary.title,
    words: visitor.words,
    visitor,
    children: (
      <>
        <h1>{visitor.words.person.diary.title}</h1>
        <p>
          <a class="id" href={`/desk/people/${id}`}>
            {id}
          </a>
        </p>
        {rows.length === 0 ? <p class="lead">{visitor.words.person.diary.none}</p> : null}
        <ul class="rows">
          {rows.toReversed().map(({ date, time, score, note }) => (
            <li>
              <p>
                {date}
                {time === null ? null : ` ${time}`}
                {score === null ? null : (
                  <>
                    : <b>{score}</b>
                  </>
                )}
              </p>
              {note === null ? null : <p class="words">{note}</p>}
            </li>
          ))}
        </ul>
      </>
    ),
  });
