import type { PageAct } from '../../../shared/domain/answering/decide-on-page.ts';
import type { DiaryEvent } from '../../../shared/domain/diary/diary.ts';
import type { PageOutcome } from '../../../shared/use-cases/act-on-page.ts';
import { keyInForm } from '../page-form.ts';
import type { Reader } from './reader.ts';
import { dayNames, numberNames } from './spoken.ts';
import { fill } from './texts/page-texts.ts';

type Done = Extract<PageOutcome, { kind: 'done' }>;

interface ChangeProps {
  readonly reader: Reader;
  readonly outcome: Done;
  readonly act: PageAct;
  readonly nonce: string;
  /** Whether the notice is the heading of a page of its own; in the diary it stands above the heading. */
  readonly heading?: boolean;
}

const entryDate = ({ diary }: Done, key: string): string =>
  diary.audit.find(({ event }) => event.key === key)?.event.date ?? '';

/** Whether what an undo is about in the end is gone now: an undo may be about an undo, and that about another. */
const isTakenBack = ({ diary }: Done, key: string): boolean => {
  const lines = new Map(diary.audit.map((line) => [line.event.key, line]));
  let line = lines.get(key);
  while (line?.event.kind === 'undo' && line.event.of !== undefined) line = lines.get(line.event.of);
  return line?.takenBack === true;
};

/** A sentence that says what was stored; undefined where the answer to a red flag says it all. */
const sentenceOf = ({ reader, outcome, act }: ChangeProps, event: DiaryEvent): string | undefined => {
  const { change, diary: words, lang } = reader.texts;
  const { diary } = outcome;
  const number = numberNames(lang);
  const dayName = dayNames(
    { locale: lang, first: words.firstOfMonth },
    { weekday: 'long', day: 'numeric', month: 'long' },
  );
  const found = diary.audit.find((line) => line.event.key === event.key);
  if (found?.takenBack) return change.used;
  switch (act.kind) {
    case 'log':
      return fill(act.date === undefined ? change.logged : change.loggedFor, {
        score: number(event.score ?? act.score),
        date: dayName(event.date),
      });
    case 'note':
      return event.kind === 'note' ? change.noteKept : undefined;
    case 'goal':
      return event.kind === 'goal' ? change.goalKept : undefined;
    case 'goal-progress':
      return act.as === 'done' ? change.goalDone : change.goalNotYet;
    case 'activity':
      return event.note === undefined ? change.activityWalking : change.activityKept;
    case 'week':
      return fill(change.weekKept, { reach: words.reaches[act.reach] });
    case 'minutes':
      return fill(change.minutesKept, { minutes: number(act.minutes) });
    case 'correct':
      return fill(change.corrected, {
        score: number(event.score ?? act.score),
        date: dayName(entryDate(outcome, act.entry)),
      });
    case 'take-back':
      return isTakenBack(outcome, act.event) ? change.takenBack : change.restored;
  }
};

/** The button that undoes what was just done: it puts back what was taken back, and takes back what was put back. */
const UndoForm = ({
  reader,
  event,
  nonce,
  isGone,
}: {
  readonly reader: Reader;
  readonly event: DiaryEvent;
  readonly nonce: string;
  readonly isGone: boolean;
}) => (
  <form method="post">
    <input type="hidden" name="undo" value={keyInForm(event.key)} />
    <input type="hidden" name="nonce" value={nonce} />
    <button class="link" type="submit">
      {isGone ? reader.texts.change.putBack : reader.texts.change.undo}
    </button>
  </form>
);

/**
 * What came of an act on a page: first the answer to a red flag, then what was done, with the button that undoes it.
 */
export const ChangeNotice = (props: ChangeProps) => {
  const { reader, outcome, nonce, heading, act } = props;
  const { change } = reader.texts;
  const { event, safetyAnswer, hasLeft } = outcome;
  const sentence = event ? sentenceOf(props, event) : change.nothing;
  const isLive = event !== undefined && sentence !== undefined && sentence !== change.used;
  return (
    <div class="notice" role="status">
      {safetyAnswer === undefined ? null : <p class="alarm">{safetyAnswer}</p>}
      {sentence !== undefined && heading ? <h1>{sentence}</h1> : null}
      {sentence !== undefined && !heading ? <p class="label">{sentence}</p> : null}
      {act.kind === 'log' && outcome.wordsLost ? <p>{change.wordsLost}</p> : null}
      {hasLeft ? <p class="lead">{change.hasLeft}</p> : null}
      {isLive ? <UndoForm reader={reader} event={event} nonce={nonce} isGone={sentence === change.takenBack} /> : null}
    </div>
  );
};
