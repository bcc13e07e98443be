import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { isCounted, type TallyChange, type TallyName, tallyNameOf } from '../../shared/domain/desk/day-tally.ts';
import { readStreamRecord } from '../../shared/schemas/ledger-entry.ts';
import { readOutcome } from '../../shared/schemas/stored-items.ts';
import { fromAttributes } from '../../shared/store/attribute-value.ts';
import { definedOnly } from '../../shared/store/defined-only.ts';
import { tipKey } from '../../shared/store/keys.ts';

/** A change of a tip's outcome could not be read. The message names the fields at fault, never a value. */
export class UnreadableTipChangeError extends Error {
  override readonly name = 'UnreadableTipChangeError';
  constructor(fields: readonly string[]) {
    super(`a change of a tip's outcome: unexpected ${fields.join(', ')}`);
  }
}

/** The only fields of an outcome that are read: neither whose it is nor the provider's id of the message. */
const looked: ReadonlySet<string> = new Set(['state', 'reason', 'at']);

const nameIn = (image: Readonly<Record<string, unknown>> | undefined): TallyName | undefined => {
  if (image === undefined) return undefined;
  const some = Object.entries(image).filter((entry): entry is [string, AttributeValue] => looked.has(entry[0]));
  const read = readOutcome(fromAttributes(Object.fromEntries(some)));
  if (!read.success) throw new UnreadableTipChangeError(read.faults);
  return tallyNameOf(definedOnly(read.data));
};

/** The prefix of the sort keys of tips' outcomes. */
const tipPrefix = tipKey('');

/** The length of a sequence number, in digits, as DynamoDB's longest: as texts of one length they sort like numbers. */
const digits = 40;

/**
 * What one record of the table's stream changes in its day's tallies; undefined if nothing.
 * @throws UnreadableTipChangeError
 */
export const readTipChange = (record: unknown): TallyChange | undefined => {
  const read = readStreamRecord(record);
  if (!read.success) throw new UnreadableTipChangeError(read.faults);
  const { Keys, SequenceNumber, ApproximateCreationDateTime, NewImage, OldImage } = read.data.dynamodb;
  if (!Keys.SK.S.startsWith(tipPrefix)) return undefined;
  const date = Keys.SK.S.slice(tipPrefix.length);
  if (!isCounted(date, ApproximateCreationDateTime * 1000)) return undefined;
  return { date, sequence: SequenceNumber.padStart(digits, '0'), was: nameIn(OldImage), is: nameIn(NewImage) };
};
