import type { DiaryEntry } from '../../../shared/domain/diary/diary.ts';
import type { LocalDate } from '../../../shared/domain/time/local-time.ts';
import { keyInForm } from '../page-form.ts';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { dayNames, numberNames } from './spoken.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';

const halves = Array.from({ length: 21 }, (_, half) => half / 2);

const ScoreField = ({ texts, chosen }: { readonly texts: PageTexts; readonly chosen: number | undefined }) => {
  const numberName = numberNames(texts.lang);
  return (
    <div class="field">
      <label for="score">{texts.entry.score}</label>
      <p class="hint" id="score-hint">
        {texts.pain.scale}
      </p>
      <select id="score" name="score" required aria-describedby="score-hint">
        {chosen === undefined ? <option value="">–</option> : null}
        {halves.map((score) => (
          <option value={String(score)} selected={score === chosen}>
            {numberName(score)}
          </option>
        ))}
      </select>
    </div>
  );
};

const NoteField = ({ texts, required }: { readonly texts: PageTexts; readonly required: boolean }) => (
  <div class="field">
    <label for="note">{texts.pain.noteLabel}</label>
    <textarea id="note" name="note" rows={3} maxlength={1600} required={required} />
  </div>
);

const BackLink = ({ texts, path }: { readonly texts: PageTexts; readonly path: string }) => (
  <p>
    <a href={path}>{texts.entry.back}</a>
  </p>
);

/** The page of one entry: to correct it, add a note, or delete it. */
export const entryPage = ({
  reader,
  entry,
  path,
  nonce,
}: {
  readonly reader: Reader;
  readonly entry: DiaryEntry;
  readonly path: string;
  readonly nonce: string;
}): string => {
  const { texts } = reader;
  const dayName = dayNames(
    { locale: texts.lang, first: texts.diary.firstOfMonth },
    { weekday: 'long', day: 'numeric', month: 'long' },
  );
  const hidden = <input type="hidden" name="nonce" value={nonce} />;
  return documentOf(
    <Layout reader={reader} title={texts.entry.title} narrow>
      <h1>{fill(texts.entry.of, { date: dayName(entry.date) })}</h1>
      {entry.note === null ? null : <p class="words">{entry.note}</p>}
      {entry.score === null ? null : (
        <>
          <form class="card" method="post" action={path}>
            <ScoreField texts={texts} chosen={entry.score} />
            <input type="hidden" name="entry" value={keyInForm(entry.key)} />
            {hidden}
            <button class="button" type="submit">
              {texts.entry.correct}
            </button>
          </form>
          <form class="card section" method="post" action={path}>
            <NoteField texts={texts} required />
            <input type="hidden" name="about" value={keyInForm(entry.key)} />
            {hidden}
            <button class="button second" type="submit">
              {texts.pain.noteButton}
            </button>
          </form>
        </>
      )}
      <form class="section" method="post" action={path}>
        <p>{texts.entry.deleteHint}</p>
        <input type="hidden" name="undo" value={keyInForm(entry.key)} />
        {hidden}
        <button class="button danger" type="submit">
          {texts.entry.delete}
        </button>
      </form>
      <BackLink texts={texts} path={path} />
    </Layout>,
  );
};

/** The page that adds a score of another day. */
export const addEntryPage = ({
  reader,
  path,
  nonce,
  first,
  today,
  wrong,
}: {
  readonly reader: Reader;
  readonly path: string;
  readonly nonce: string;
  readonly first: LocalDate;
  readonly today: LocalDate;
  /** Whether a form was posted without a valid day or score. */
  readonly wrong: boolean;
}): string => {
  const { texts } = reader;
  return documentOf(
    <Layout reader={reader} title={texts.entry.addTitle} narrow>
      <h1>{texts.entry.addTitle}</h1>
      <form class="card" method="post" action={path}>
        {wrong ? (
          <p class="error problem" id="date-error" role="alert">
            {texts.entry.wrong}
          </p>
        ) : null}
        <div class="field">
          <label for="date">{texts.entry.date}</label>
          <input
            type="date"
            id="date"
            name="date"
            required
            min={first}
            max={today}
            aria-describedby={wrong ? 'date-error' : undefined}
          />
        </div>
        <ScoreField texts={texts} chosen={undefined} />
        <NoteField texts={texts} required={false} />
        <input type="hidden" name="nonce" value={nonce} />
        <button class="button" type="submit">
          {texts.pain.save}
        </button>
      </form>
      <BackLink texts={texts} path={path} />
    </Layout>,
  );
};
