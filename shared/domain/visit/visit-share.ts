import type { SubscriberId } from '../people/subscriber.ts';
import { dayMs } from '../time/durations.ts';
import type { LocalDate } from '../time/local-time.ts';

/** How long a link to the sheet works, in ms: long enough from asking for it to the visit, hardly longer. */
export const visitLinkMs = 7 * dayMs;

/** How many weeks a sheet may look back. Twelve is what a clinician asks about; more than half a year fits no page. */
export const visitWeeks = [4, 12, 26] as const;

/** How many weeks a sheet looks back. */
export type VisitWeeks = (typeof visitWeeks)[number];

/** How many weeks a sheet looks back unless its owner chooses. */
export const defaultVisitWeeks: VisitWeeks = 12;

/** How many notes and signs fit on the one page of a sheet. */
export const mostVisitNotes = 8;

/** How many characters of each note fit on the sheet. */
export const longestVisitNote = 120;

/** How many characters of the medicines fit on the sheet. */
export const longestMedicines = 200;

/** A note that the diary's owner ticked. Only ticked notes are shown, and only while they are in the diary. */
export interface VisitNote {
  /** The key of its diary entry. */
  readonly entry: string;
  readonly text: string;
  /** Whether it tells of a bodily red flag, which the sheet names as one. */
  readonly isSign: boolean;
}

/** What the owner of a diary lets somebody see, and for how long. */
export interface VisitShare {
  readonly id: SubscriberId;
  /**
   * The share's name: eight letters of base32, derived from the message that asked for it, so that a redelivery is the
   * same link.
   */
  readonly share: string;
  readonly epoch: string;
  /** Epoch ms. */
  readonly at: number;
  readonly until: number;
  readonly weeks: VisitWeeks;
  readonly notes: readonly VisitNote[];
  readonly medicines?: string;
  /** When its owner ended it, epoch ms. */
  readonly endedAt?: number;
  /** When it was looked at, epoch ms to the minute, oldest first. */
  readonly views: readonly number[];
}

/** What a share shows, as chosen on a page; SHARE by text chooses nothing. */
export type VisitChoice = Pick<VisitShare, 'weeks' | 'notes' | 'medicines'>;

/** The choice that SHARE by text makes. */
export const plainVisit: VisitChoice = { weeks: defaultVisitWeeks, notes: [] };

/** The share that a message asks for, by the message's key (`r#` and its hash). */
export const shareOf = (
  { id, epoch }: { readonly id: SubscriberId; readonly epoch: string },
  messageKey: string,
  at: number,
  choice: VisitChoice,
): VisitShare => ({ id, share: messageKey.slice(2, 10), epoch, at, until: at + visitLinkMs, views: [], ...choice });

/** Whether the share's link works. */
export const isLive = ({ until, endedAt }: VisitShare, now: number): boolean => endedAt === undefined && now < until;

/** The ticked notes that are still in the diary: what was deleted or never ticked is not shown. */
export const shownNotes = (
  { notes }: Pick<VisitShare, 'notes'>,
  entries: readonly { readonly key: string; readonly date: LocalDate; readonly note: string | null }[],
): readonly (VisitNote & { readonly date: LocalDate })[] =>
  notes.flatMap((ticked) => {
    const entry = entries.find(({ key }) => key === ticked.entry);
    return entry?.note?.includes(ticked.text)
      ? [{ ...ticked, text: ticked.text + (entry.note === ticked.text ? '' : '…'), date: entry.date }]
      : [];
  });

/** The words of an entry that a sheet has room for: whole words, from the beginning. */
export const sheetWords = (note: string): string => {
  const letters = [...note];
  if (letters.length <= longestVisitNote) return note;
  return letters
    .slice(0, longestVisitNote)
    .join('')
    .replace(/\s+\S*$/, '');
};
