import type { PageAct } from '../../../shared/domain/answering/decide-on-page.ts';
import type { PageOutcome } from '../../../shared/use-cases/act-on-page.ts';
import { keyInForm } from '../page-form.ts';
import { ChangeNotice } from './change-notice.tsx';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { WeekFacts } from './week-facts.tsx';

type Done = Extract<PageOutcome, { kind: 'done' }>;

/** The form for a note on the score that was just stored, while it has none. */
const NoteForm = ({
  reader,
  about,
  nonce,
}: {
  readonly reader: Reader;
  readonly about: string;
  readonly nonce: string;
}) => (
  <form class="card section" method="post">
    <div class="field">
      <label for="note">{reader.texts.pain.noteLabel}</label>
      <p class="hint" id="note-hint">
        {reader.texts.pain.noteHint}
      </p>
      <textarea id="note" name="note" rows={3} maxlength={1600} required aria-describedby="note-hint" />
    </div>
    <input type="hidden" name="about" value={about} />
    <input type="hidden" name="nonce" value={nonce} />
    <button class="button second" type="submit">
      {reader.texts.pain.noteButton}
    </button>
  </form>
);

/** The page after a score: what was stored, how the week looks, and what may be done next: add a note, or undo it. */
export const painSavedPage = ({
  reader,
  outcome,
  act,
  today,
  nonce,
}: {
  readonly reader: Reader;
  readonly outcome: Done;
  readonly act: PageAct;
  readonly today: string;
  readonly nonce: string;
}): string => {
  const { texts } = reader;
  const { event, diary } = outcome;
  return documentOf(
    <Layout reader={reader} title={texts.pain.title} narrow>
      <ChangeNotice reader={reader} outcome={outcome} act={act} nonce={nonce} heading />
      <WeekFacts texts={texts} entries={diary.entries} today={today} />
      {act.kind === 'log' && event?.note === undefined && event !== undefined && !outcome.hasLeft ? (
        <NoteForm reader={reader} about={keyInForm(event.key)} nonce={nonce} />
      ) : null}
    </Layout>,
  );
};
