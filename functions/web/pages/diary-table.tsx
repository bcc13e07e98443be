import type { DiaryEntry } from '../../../shared/domain/diary/diary.ts';
import type { Language } from '../../../shared/domain/people/subscriber.ts';
import { diaryRow } from '../../../shared/exports/diary-document.ts';
import { numberNames, timeNames } from './spoken.ts';
import type { PageTexts } from './texts/page-texts.ts';

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

/** How a row's day, time and score are said. */
interface RowNames {
  readonly dayName: (date: string) => string;
  readonly timeName: (time: string) => string;
  readonly numberName: (score: number) => string;
}

/** 17:30 in English, where it is shorter and no country misreads it; 17 h 30 in French. */
const rowTimes: Readonly<Record<Language, () => RowNames['timeName']>> = {
  en: () => (time) => time,
  fr: () => timeNames('fr'),
};

const Row = ({
  texts,
  entry,
  zone,
  names,
}: Pick<TableProps, 'texts' | 'zone'> & { readonly entry: DiaryEntry; readonly names: RowNames }) => {
  const { date, time, score, note, channel, status } = diaryRow(entry, zone);
  return (
    <tr {...role.row}>
      <th scope="row" {...role.rowheader}>
        <time datetime={date}>{names.dayName(date)}</time>
        <span class="small">{[time && names.timeName(time), texts.diary.by[channel]].filter(Boolean).join(', ')}</span>
      </th>
      <td {...role.cell} class="score">
        {score === null ? <NoScore texts={texts} /> : names.numberName(score)}
      </td>
      <td {...role.cell} class="note">
        {note}
        {status === 'amended' ? <span class="small">{texts.diary.amended}</span> : null}
      </td>
    </tr>
  );
};

/** Diary entries as a table; on a small screen the style sheet puts each note under its score. */
export const DiaryTable = ({ texts, entries, zone, caption, dayName }: TableProps) => {
  const names = { dayName, timeName: rowTimes[texts.lang](), numberName: numberNames(texts.lang) };
  return (
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
          <Row texts={texts} entry={entry} zone={zone} names={names} />
        ))}
      </tbody>
    </table>
  );
};
