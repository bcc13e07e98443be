import { deskPage, Post, type Visitor } from './frame.tsx';

/** What has to be typed before anything is destroyed. */
export const eraseWord = 'ERASE';

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
    title: 'Delete everything',
    visitor,
    children: (
      <>
        <h1>Delete all that is held on them?</h1>
        <p class="id">{id}</p>
        <p class="lead">Their diary, their settings, their addresses: all of it, for good. There is no way back.</p>
        <Post visitor={visitor} action={`/desk/people/${id}/erase`}>
          <div class="field">
            <label for="word">Type {eraseWord}</label>
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
                Nothing was deleted: type {eraseWord} in capitals.
              </p>
            ) : null}
          </div>
          <button class="button danger" type="submit">
            Delete everything
          </button>
        </Post>
        <p>
          <a href={`/desk/people/${id}`}>Back, and delete nothing</a>
        </p>
      </>
    ),
  });
