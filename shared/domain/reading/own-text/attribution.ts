import { dateStart, hasAddress, hasDate } from './dates-and-addresses.ts';
import { isMarked } from './lines.ts';

/** Where a quotation begins: the index of a line, and what the writer said before it on that line. */
export interface QuoteStart {
  readonly line: number;
  readonly before: string;
  /** The line that the quotation begins with, after what introduces it. */
  readonly next: number;
}

/** A longer line introduces no quotation. */
const mostCharacters = 400;
/** Mail programs wrap an attribution over at most this many lines. */
const longest = 4;

/** The word that leads in and the date right behind it: "On Tue, Nov 24", "Le mar. 24 nov.", "Am 24.11.". */
const leadIn = new RegExp(
  `(?:^|(?<=\\s))(?:on|le|am|el|il|op|em|den|på|w dniu|dnia|dňa|vào)(?: the)? ${dateStart}`,
  'giu',
);
/** An attribution that begins with its date: "2026-11-24 9:00 GMT+01:00 Backbeat <…>:", "Tue, 24 Nov 2026, Backbeat wrote:". */
const startsWithDate = new RegExp(`^${dateStart}`, 'iu');

const wrote =
  /(?:\bwrote|(?<!\p{L})[aà] [ée]crit(?: le)?|\bschrieb(?: am)?|\bescribi[óo]|\bha scritto|\bschreef|\bescreveu|\bskrev|\bnapisa[łl])\b/iu;
const wroteColon = new RegExp(`${wrote.source} ?:`, 'iu');
/**
 * An attribution that begins with its author and so holds no word of the writer's: "Backbeat schrieb am 24.11.26 um
 * 09:00:", "Backbeat a écrit le 24/11/2026 :".
 */
const authorFirst =
  /^[^,.!?]{1,80}(?:\bwrote(?: on)?|(?<!\p{L})a [ée]crit(?: le)?|\bschrieb(?: am)?)(?![\p{L}])[^!?]{0,80}:$/iu;

const isIntroduced = (text: string): boolean => hasAddress(text) || hasDate(text);

/** Where in the text the attribution begins. Of several places the last is taken, so that nothing of the writer's is cut. */
const placeIn = (text: string): number | undefined => {
  for (const { index } of [...text.matchAll(leadIn)].reverse()) {
    const said = text.slice(index);
    if (isIntroduced(said) && (wrote.test(said) || hasAddress(said))) return index;
  }
  return startsWithDate.test(text) && isIntroduced(text) && (wrote.test(text) || hasAddress(text)) ? 0 : undefined;
};

/**
 * Whether a line is an attribution although no known word leads in: it names an address and a date, or begins with its
 * author. Its language does not matter.
 */
const standsAlone = (line: string): boolean =>
  (hasAddress(line) && (hasDate(line) || /^[<"«]|>\s?(?:\p{L}+ ?){0,3}:$/u.test(line))) ||
  (authorFirst.test(line) && hasDate(line));

/**
 * An attribution with a weekday instead of a date: "Le lundi, Backbeat a écrit :". It counts only above a quote that is
 * marked.
 */
const weekdayOnly = new RegExp(`^(?:on|le|am) (?:${dateStart})[^.!?]{0,80}${wrote.source} ?:$`, 'iu');

const nextSaid = (lines: readonly string[], from: number): number => {
  const next = lines.findIndex((line, index) => index >= from && line !== '');
  return next === -1 ? lines.length : next;
};

/**
 * The line up to where its attribution ends. Yahoo's app goes on with the quote on the same line; a date and an address
 * show that.
 */
const upToColon = (line: string): string | undefined => {
  if (line.endsWith(':')) return line;
  const verb = wroteColon.exec(line);
  const head = verb ? line.slice(0, verb.index + verb[0].length) : '';
  return hasAddress(head) && hasDate(head) ? head : undefined;
};

/**
 * The quotation that is introduced by an attribution ending on line `end`. `last` is that line as far as it may be the
 * attribution.
 */
const endsHere = (lines: readonly string[], end: number, last: string): QuoteStart | undefined => {
  for (let start = end; start >= 0 && end - start < longest && lines[start] !== ''; start -= 1) {
    const place = placeIn([...lines.slice(start, end), last].join(' '));
    const first = start === end ? last : (lines[start] ?? '');
    if (place !== undefined && place <= first.length) {
      return { line: start, before: first.slice(0, place).trim(), next: nextSaid(lines, end + 1) };
    }
  }
  const next = nextSaid(lines, end + 1);
  const aboveQuote = weekdayOnly.test(last) && isMarked(lines[next] ?? '');
  return standsAlone(last) || aboveQuote ? { line: end, before: '', next } : undefined;
};

/**
 * Finds the first line that says who wrote what follows: "On Tue, Nov 24, 2026 at 9:00 AM Backbeat <…> wrote:". It ends in
 * a colon and needs a date or an address. "On reflection, STOP" has neither and is the writer's.
 */
export const findAttribution = (lines: readonly string[]): QuoteStart | undefined => {
  for (const [end, line] of lines.entries()) {
    const head = isMarked(line) ? undefined : upToColon(line.slice(0, mostCharacters));
    const found = head === undefined ? undefined : endsHere(lines, end, head);
    if (found) return head === line ? found : { ...found, next: end };
  }
  return undefined;
};
