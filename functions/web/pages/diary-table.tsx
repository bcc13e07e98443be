import type { DiaryEntry } from '../../../shared/domain/diary/diary.ts';
import { diaryRow } from '../../../shared/exports/diary-document.ts';
import { keyInForm } from '../page-form.ts';
import { numberNames, timeNames } from './spoken.ts';
import type { PageTexts } from './texts/page-texts.ts';

interface TableProps {
  readonly texts: PageTexts;
  /** Oldest first; shown newest first. */
  readonly entries: readonly DiaryEntry[];
  readonly zone: string;
  /** The country whose way of writing times is used. */
  readonly country: string;
  readonly caption: string;
  readonly dayName: (date: string) => string;
  /** The diary's own address. */
  readonly path: string;
}

const NoScore = ({ texts }: Pick<TableProps, 'texts'>) => (
  <>
    <span aria-hidden="true">–</span>
    <span class="hidden">{texts.diary.noScore}</span>
  </>
);

/** How the day, time and score of a row are written. */
interface RowNames {
  readonly dayName: (date: string) => string;
  readonly timeName: (time: string) => string;
  readonly numberName: (score: number) => string;
}

/** The characters of a note that are shown at first: some two lines on a small screen. */
const longestNote = 120;

/** A note. A long one shows its beginning, so that it never fills the screen. */
const Note = ({ note }: { readonly note: string }) => {
  if (note.length <= longestNote) return <span class="note">{note}</span>;
  const letters = [...note];
  const cut = letters
    .slice(0, longestNote - 20)
    .join('')
    .replace(/\s+\S*$/, '');
  return (
    <details class="note">
      <summary>{cut}…</summary>
      {note.slice(cut.length)}
    </details>
  );
};

const Row = ({
  texts,
  entry,
  zone,
  names,
  path,
}: Pick<TableProps, 'texts' | 'zone' | 'path'> & { readonly entry: DiaryEntry; readonly names: RowNames }) => {
  const { date, time, score, note, channel, status } = diaryRow(entry, zone);
  const hasWords = note !== null || status === 'amended';
  return (
    <>
      <tr class={hasWords ? 'open' : undefined}>
        <th scope="row">
          <time datetime={date}>{names.dayName(date)}</time>{' '}
          <span class="small">
            {[time && names.timeName(time), texts.diary.by[channel]].filter(Boolean).join(', ')}
          </span>
        </th>
        <td class="score">{score === null ? <NoScore texts={texts} /> : names.numberName(score)}</td>
        <td class="no-print">
          <a href={`${path}?entry=${keyInForm(entry.key)}`}>
            {texts.diary.change1}
            <span class="hidden"> {names.dayName(date)}</span>
          </a>
        </td>
      </tr>
      {hasWords ? (
        <tr>
          <td colspan={3}>
            {note === null ? null : <Note note={note} />}
            {status === 'amended' ? <span class="small">{texts.diary.amended}</span> : null}
          </td>
        </tr>
      ) : null}
    </>
  );
};

/** Diary entries as a table, newest first. */
export const DiaryTable = ({ texts, entries, zone, country, caption, dayName, path }: TableProps) => {
  const names = { dayName, timeName: timeNames(texts.lang, country), numberName: numberNames(texts.lang) };
  return (
    <table>
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.diary.when}</th>
          <th scope="col">{texts.diary.score}</th>
          <th scope="col" class="no-print">
            <span class="hidden">{texts.diary.change1}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.toReversed().map((entry) => (
          <Row texts={texts} entry={entry} zone={zone} names={names} path={path} />
        ))}
      </tbody>
    </table>
  );
};
