import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import type { Language } from '../domain/people/subscriber.ts';
import { localDateTime } from '../domain/time/zone-clock.ts';
import type { PersonDocument } from './diary-document.ts';
import { personRecord } from './diary-json.ts';
import { englishSheets, frenchNames, frenchSheets } from './workbook-words.ts';

type Part = keyof typeof englishSheets;

const minutesOfDay = 1440;
/**
 * Formats that every spreadsheet shows as its country does, except for their order: Excel's 14 and 22 would be one
 * machine's.
 */
const formats = { date: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm', time: 'hh:mm' } as const;
const column = { wide: 22, words: 50 } as const;

const isDay = /^\d{4}-\d\d-\d\d$/;
const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const isTime = /^(\d\d):(\d\d)$/;
/** Fields that people wrote themselves: they stay text, whatever they look like. */
const ownWords = new Set(['activity', 'note', 'text', 'words', 'medicines', 'otherNames']);
/** Fields that stay text: people's own words, and the version of a wording, which looks like a day. */
const textual = new Set([...ownWords, 'wording']);

/** An instant as the person's own clock showed it, because a spreadsheet's dates have no zone. */
const onTheirClock = (zone: string, instant: string): Date => {
  const { date, time } = localDateTime(zone, Date.parse(instant));
  return new Date(`${date}T${time}:00Z`);
};

/**
 * A cell with its type: dates, times and numbers as such. A text cannot become a formula, because only a formula cell
 * is one.
 */
const cellOf = (name: string, value: unknown, zone: string): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  if (Array.isArray(value)) return cellOf('text', value.map((one) => inWords(one, zone)).join('; ') || null, zone);
  if (typeof value === 'object') return cellOf('text', inWords(value, zone), zone);
  const text = String(value).toWellFormed();
  if (!textual.has(name)) {
    if (isInstant.test(text)) return { value: onTheirClock(zone, text), type: Date, format: formats.instant };
    if (isDay.test(text)) return { value: new Date(`${text}T00:00:00Z`), type: Date, format: formats.date };
    const [, hours, minutes] = isTime.exec(text) ?? [];
    if (hours !== undefined && minutes !== undefined)
      return { value: (Number(hours) * 60 + Number(minutes)) / minutesOfDay, type: Number, format: formats.time };
  }
  return { value: text, type: String };
};

/** A value with parts, on one line: an entry's words, when somebody looked, a possible zone. */
const inWords = (value: unknown, zone: string): string => {
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .filter((part) => part !== null)
      .join(', ');
  const text = String(value);
  return isInstant.test(text) ? onTheirClock(zone, text).toISOString().slice(0, 16).replace('T', ' ') : text;
};

/** Whether a zone must be named with it. */
const hasClock = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(hasClock) : typeof value === 'string' && isInstant.test(value);

const heading = (words: string): Cell => ({ value: words, type: String, fontWeight: 'bold' });

/** All names with their values, one per line; the name of a part's field begins with the part's. */
const linesOf = (part: object, under: readonly string[] = []): readonly (readonly [readonly string[], unknown])[] =>
  Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? linesOf(value, [...under, name])
      : [[[...under, name], value] as const],
  );

/**
 * All that is held on a person as a workbook (Office Open XML), in the words of their language: one sheet for each part
 * of the JSON export's record.
 */
export const personXlsx = async (document: PersonDocument): Promise<Uint8Array<ArrayBuffer>> => {
  const { language, zone } = document.subscriber;
  const { entries, weeks, walks, goals, consents, tips, shares, audit, ...person } = personRecord(document);
  const names: Readonly<Record<Language, (name: string) => string>> = {
    en: (name) => name,
    fr: (name) => frenchNames[name] ?? name,
  };
  const named = names[language];
  const sheetNames = { en: englishSheets, fr: frenchSheets }[language];
  const withZone = (words: string, isClock: boolean): string => (isClock ? `${words} (${zone})` : words);
  const sheetOf = (part: Part, rows: readonly object[]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const clocks = new Set(
      rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (hasClock(value) ? [name] : []))),
    );
    const head: Row = columns.map((name) => heading(withZone(named(name), clocks.has(name))));
    const lines = rows.map((row): Row => {
      const values = new Map(Object.entries(row));
      return columns.map((name) => cellOf(name, values.get(name), zone));
    });
    return {
      sheet: sheetNames[part],
      data: rows.length === 0 ? [] : [head, ...lines],
      stickyRowsCount: 1,
      columns: columns.map((name) => ({ width: ownWords.has(name) ? column.words : column.wide })),
    };
  };
  const known = linesOf(person).map(
    ([path, value]): Row => [
      heading(withZone(path.map(named).join(' · '), hasClock(value))),
      cellOf(path.at(-1) ?? '', value, zone),
    ],
  );
  const buffer = await writeXlsxFile([
    sheetOf('entries', entries),
    sheetOf('weeks', weeks),
    sheetOf('walks', walks),
    sheetOf('goals', goals),
    { sheet: sheetNames.person, data: known, columns: [{ width: column.words }, { width: column.words }] },
    sheetOf('tips', tips),
    sheetOf('consents', consents),
    sheetOf('shares', shares),
    sheetOf('audit', audit),
  ]).toBuffer();
  return new Uint8Array(buffer);
};
