import type { WrittenByThem } from '../../../shared/use-cases/desk/show-person.ts';
import { deskPage, type Visitor } from './frame.tsx';

/** What somebody wrote who lets the clinic read it: what they want to be able to do, then scores and notes; newest first. */
export const diaryPage = ({
  visitor,
  id,
  rows,
  goals,
}: { readonly visitor: Visitor; readonly id: string } & WrittenByThem): string =>
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
        {goals.length === 0 ? null : (
          <>
            <h2>{visitor.words.person.diary.goals}</h2>
            <ul class="rows">
              {goals.toReversed().map(({ date, words, state }) => (
                <li>
                  <p class="words">{words}</p>
                  <p class="soft">{`${date}, ${visitor.words.person.diary.states[state]}`}</p>
                </li>
              ))}
            </ul>
            <h2>{visitor.words.person.diary.entries}</h2>
          </>
        )}
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
