import type { DiaryEntry } from '../../shared/domain/diary/diary.ts';
import type { ParsedReply } from '../../shared/domain/reading/parsed-reply.ts';
import { addDays, type LocalDate } from '../../shared/domain/time/local-time.ts';
import {
  defaultVisitWeeks,
  longestMedicines,
  mostVisitNotes,
  sheetWords,
  type VisitChoice,
  type VisitNote,
  visitWeeks,
} from '../../shared/domain/visit/visit-share.ts';
import { fieldOf, keyInForm } from './page-form.ts';
import { isPrivate, type Parse } from './private-words.ts';

/** A note that may be ticked, and its day. */
export interface OfferedNote extends VisitNote {
  readonly date: LocalDate;
  /** Whether the note is longer than the words of it that the sheet shows. */
  readonly isCut: boolean;
}

/** How many notes are offered, the newest first; older ones are in the diary. */
const mostOffered = 40;
const longestWeeks = 26;

/** The notes of a diary that its owner may tick, newest first, and which of them tell of a bodily red flag. */
export const offeredNotes = (entries: readonly DiaryEntry[], today: LocalDate, parse: Parse): readonly OfferedNote[] =>
  entries
    .filter(({ date }) => date > addDays(today, -7 * longestWeeks))
    .toReversed()
    .flatMap(({ key, date, note }) => (note === null ? [] : [{ key, date, note }]))
    .slice(0, mostOffered)
    .flatMap(({ key, date, note }) => {
      const read = parse(note);
      if (isPrivate(read)) return [];
      const text = sheetWords(note);
      return [{ entry: key, date, text, isCut: text !== note, isSign: read.danger.kind === 'flag' }];
    });

/** What the form for a link was filled in with, as read. */
export interface PostedChoice {
  readonly choice: VisitChoice;
  /** Whether more was ticked than a page has room for. */
  readonly tooMany: boolean;
  /** What was written under medicines, as it was read: it may be a cry for help. */
  readonly medicines: ParsedReply | undefined;
}

/** Reads a posted form. The words of ticked notes are taken from the diary, never from the form. */
export const readChoice = (
  fields: Readonly<Record<string, unknown>>,
  offered: readonly OfferedNote[],
  parse: Parse,
): PostedChoice => {
  const weeks = visitWeeks.find((one) => String(one) === fieldOf(fields, 'weeks')) ?? defaultVisitWeeks;
  const ticked = offered.filter(({ entry }) => fieldOf(fields, `tick-${keyInForm(entry)}`) === 'on');
  const written = [...fieldOf(fields, 'medicines')].slice(0, longestMedicines).join('').trim();
  const medicines = written === '' ? undefined : parse(written);
  const notes = ticked.map(({ entry, text, isSign }) => ({ entry, text, isSign }));
  return {
    choice: { weeks, notes, ...(medicines && !isPrivate(medicines) ? { medicines: written } : {}) },
    tooMany: notes.length > mostVisitNotes,
    medicines,
  };
};
