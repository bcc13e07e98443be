import { CsvError, parse } from 'csv-parse/sync';
import type { ImportFields } from '../../../domain/desk/import-row.ts';
import type { ListedRow } from '../invite-people.ts';
import { isPinpointHeader, pinpointFields, readJsonLines } from './pinpoint.ts';
import { UnreadableListError } from './unreadable-list.ts';

const fields = ['address', 'language', 'zone', 'time', 'code', 'consentWhen', 'consentHow', 'consentWording'] as const;
type Field = (typeof fields)[number];

/** The headings of each field, compared by their letters alone, so that "E-mail address" and `consent_when` match. */
const headings: Readonly<Record<Field, readonly string[]>> = {
  address: [
    'address',
    'email',
    'emailaddress',
    'mail',
    'mailbox',
    'phone',
    'phonenumber',
    'number',
    'mobile',
    'adresse',
    'courriel',
    'telephone',
  ],
  language: ['language', 'lang', 'langue'],
  zone: ['zone', 'timezone', 'city', 'place', 'fuseau', 'ville'],
  time: ['time', 'hour', 'heure'],
  code: ['code'],
  consentWhen: [
    ...['consentwhen', 'consentdate', 'consentday', 'dateofconsent', 'consented', 'consentedon', 'agreedon', 'when'],
    ...['dateconsentement', 'dateduconsentement', 'dateaccord', 'accordle'],
  ],
  consentHow: ['consenthow', 'consentsource', 'how', 'consentementcomment', 'accordcomment'],
  consentWording: ['consentwording', 'consenttext', 'wording', 'consentementtexte', 'accordtexte', 'texte'],
};

const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
const fieldNamed = (heading: string): Field | undefined =>
  fields.find((field) => headings[field].includes(plain(heading)));

/** The sign that separates the columns: whichever of those that spreadsheets write is most frequent in the heading. */
const delimiterOf = (heading: string): string =>
  [',', ';', '\t'].map((sign) => ({ sign, count: heading.split(sign).length })).sort((a, b) => b.count - a.count)[0]
    ?.sign ?? ',';

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const optionsFor = (text: string) => ({
  bom: true,
  delimiter: delimiterOf(text.split(/\r?\n/, 1)[0] ?? ''),
  relax_column_count: true,
  skip_empty_lines: true,
  trim: true,
});

/**
 * The rows of a CSV. `from` is the line that a row begins on, which the parser does not tell: its `info.lines` is the line
 * that the row ends on.
 */
const rowsOf = (
  text: string,
): { readonly rows: readonly { from: number; cells: readonly string[] }[]; readonly unclosed?: number } => {
  const records: Parsed[] = [];
  const options = {
    ...optionsFor(text),
    on_record: (record: string[], info: Parsed['info']) => {
      records.push({ record, info: { lines: info.lines } });
      return null;
    },
  };
  let unclosed: number | undefined;
  try {
    parse(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The rows before an unclosed quote are complete. From the quote on nobody knows where a row ends.
    unclosed = (records.at(-1)?.info.lines ?? 0) + 1;
  }
  const lines = text.split(/\r?\n/);
  let next = 1;
  const rows = records.map(({ record, info }) => {
    // The parser skips empty lines, so the row begins on the next line that is not empty.
    while (next < info.lines && (lines[next - 1] ?? '').trim() === '') next += 1;
    const from = next;
    next = info.lines + 1;
    return { from, cells: record };
  });
  return { rows, ...(unclosed === undefined ? {} : { unclosed }) };
};

const fieldsOf = (columns: readonly (Field | undefined)[], cells: readonly string[]): ImportFields =>
  Object.fromEntries(columns.flatMap((field, at) => (field === undefined ? [] : [[field, cells[at] ?? '']])));

/**
 * Reads a list: a CSV with a heading, of our own columns or Amazon Pinpoint's, or Pinpoint's lines of JSON. A row that
 * cannot be read is reported by its line; the rows after it are read all the same.
 * @throws UnreadableListError if it has no heading that we know
 */
export function* readList(text: string): Generator<ListedRow> {
  if (/^\uFEFF?\s*\{/.test(text)) {
    yield* readJsonLines(text.replace(/^\uFEFF/, ''));
    return;
  }
  const { rows, unclosed } = rowsOf(text);
  const [heading, ...people] = rows;
  const header = heading?.cells ?? [];
  const isPinpoint = isPinpointHeader(header);
  const columns = header.map(fieldNamed);
  if (!isPinpoint && !columns.includes('address'))
    throw new UnreadableListError({
      en: 'the first line has to name the columns: address, language, zone, consent_when, consent_how, consent_wording; or be that of an export of Amazon Pinpoint',
      fr: 'la première ligne nomme les colonnes : address, language, zone, consent_when, consent_how, consent_wording ; ou c’est celle d’un export d’Amazon Pinpoint',
    });
  for (const { from, cells } of people) {
    if (cells.length > header.length) {
      yield {
        line: from,
        unreadable: {
          en: `it has ${cells.length} columns, the heading ${header.length}: put "…" around what has a comma in it`,
          fr: `elle a ${cells.length} colonnes, l’en-tête ${header.length} : mettez entre "…" ce qui contient une virgule`,
        },
      };
    } else if (isPinpoint) {
      yield {
        line: from,
        fields: pinpointFields(Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))),
      };
    } else {
      yield { line: from, fields: fieldsOf(columns, cells) };
    }
  }
  if (unclosed !== undefined)
    yield {
      line: unclosed,
      unreadable: {
        en: 'a " is opened and never closed: from this line on nothing was read',
        fr: 'un " est ouvert et jamais fermé : à partir de cette ligne rien n’a été lu',
      },
    };
}
