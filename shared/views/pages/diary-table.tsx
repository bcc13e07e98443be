import type { DiaryEntry } from '../../domain/diary.ts';
import { diaryRow } from '../exports/diary-document.ts';
import type { PageTexts } from './page-texts.ts';

interface TableProps {
  readonly texts: PageTexts;
  /** Oldest first; shown newest first. */
  readonly entries: readonly DiaryEntry[];
  readonly zone: string;
  readonly caption: string;
  readonly dayName: (date: string) => string;
}

/** Said aloud once more: a browser that lays rows out as a grid may forget that they are a table's. */
const role = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

const NoScore = ({ texts }: Pick<TableProps, 'texts'>) => (
  <>
    <span aria-hidden="true">–</span>
    <span class="hidden">{texts.diary.noScore}</span>
  </>
);

const Row = ({
  texts,
  entry,
  zone,
  dayName,
}: Pick<TableProps, 'texts' | 'zone' | 'dayName'> & { readonly entry: DiaryEntry }) => {
  const { date, time, score, note, channel, status } = diaryRow(entry, zone);
  return (
    <tr {...role.row}>
      <th scope="row" {...role.rowheader}>
        <time datetime={date}>{dayName(date)}</time>
        <span class="small">{[time, texts.diary.by[channel]].filter(Boolean).join(', ')}</span>
      </th>
      <td {...role.cell} class="score">
        {score ?? <NoScore texts={texts} />}
      </td>
      <td {...role.cell} class="note">
        {note}
        {status === 'amended' ? <span class="small">{texts.diary.amended}</span> : null}
      </td>
    </tr>
  );
};

/** Diary entries as a table; on a small screen the style sheet puts each note under its score. */
export const DiaryTable = ({ texts, entries, zone, caption, dayName }: TableProps) => (
  <table {...role.table}>
    <caption class="hidden">{caption}</caption>
    <thead {...role.rowgroup}>
      <tr {...role.row}>
        <th scope="col" {...role.columnheader}>
          {texts.diary.when}
        </th>
        <th scope="col" {...role.columnheader}>
          {texts.diary.score}
        </th>
        <th scope="col" {...role.columnheader}>
          {texts.diary.note}
        </th>
      </tr>
    </thead>
    <tbody {...role.rowgroup}>
      {entries.toReversed().map((entry) => (
        <Row texts={texts} entry={entry} zone={zone} dayName={dayName} />
      ))}
    </tbody>
  </table>
);
