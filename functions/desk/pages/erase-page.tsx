import { deskPage, Post, type Visitor } from './frame.tsx';

/** Asks again before everything that is held on somebody is destroyed. */
export const erasePage = ({
  visitor,
  id,
  wrongWord,
}: {
  readonly visitor: Visitor;
  readonly id: string;
  readonly wrongWord: boolean;
}): string =>
  deskPage({
    title: visitor.words.person.erase.title,
    words: visitor.words,
    visitor,
    children: (
      <>
        <h1>{visitor.words.person.erase.heading}</h1>
        <p class="id">{id}</p>
        <p class="lead">{visitor.words.person.erase.lead}</p>
        <Post visitor={visitor} action={`/desk/people/${id}/erase`}>
          <div class="field">
            <label for="word">{visitor.words.person.erase.type(visitor.words.person.erase.word)}</label>
            <input
              id="word"
              name="word"
              type="text"
              autocomplete="off"
              required
              {...(wrongWord ? { 'aria-invalid': 'true', 'aria-describedby': 'word-error' } : {})}
            />
            {wrongWord ? (
              <p class="error" id="word-error">
                {visitor.words.person.erase.wrong(visitor.words.person.erase.word)}
              </p>
            ) : null}
          </div>
          <button class="button danger" type="submit">
            {visitor.words.person.erase.title}
          </button>
        </Post>
        <p>
          <a href={`/desk/people/${id}`}>{visitor.words.person.erase.back}</a>
        </p>
      </>
    ),
  });
