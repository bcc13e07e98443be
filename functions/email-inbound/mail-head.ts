import PostalMime, { type Address, addressParser, type Email } from 'postal-mime';
import { lowerCaseAscii } from '../../shared/domain/people/ascii-case.ts';
import {
  asksForNoAnswer,
  type MailHeaders,
  type MailWriter,
  writerOf,
} from '../../shared/domain/people/automatic-mail.ts';

/** Why a mail is not read: it is built to be hard to read, or to have two meanings. */
export type Unreadable = 'endless-header' | 'too-many-headers' | 'second-from' | 'nested-too-deep';

/** The mail is not read: no mail program writes one like it. */
export class UnreadableMailError extends Error {
  override readonly name = 'UnreadableMailError';
  readonly reason: Unreadable;
  constructor(reason: Unreadable, options?: ErrorOptions) {
    super(`the mail is not read: ${reason}`, options);
    this.reason = reason;
  }
}

/** What the headers say; nothing below them has been opened. */
export interface MailHead {
  /** In lower case. Undefined unless From names exactly one mailbox, beyond doubt. */
  readonly from: string | undefined;
  /** To and Cc, in lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  /** With its angle brackets; undefined if it has none. */
  readonly messageId: string | undefined;
  readonly references: string | undefined;
  readonly writer: MailWriter;
  readonly asksForNoAnswer: boolean;
  /** The words the writer may sign with, in lower case: of the name in From, and of the mailbox. */
  readonly names: ReadonlySet<string>;
}

/**
 * How much of a mail is read, in bytes: words come first, photographs after. A mail that is cut in the middle of an
 * attachment can still be read.
 */
export const readableBytes = 256 * 1024;
/** The most lines of a header; one that went through many hands has 300. */
const mostHeaderLines = 5_000;

/** The part of a mail that is read. */
export const readablePart = (raw: Uint8Array): Uint8Array => raw.subarray(0, readableBytes);

/** The end of the headers as postal-mime finds it: a line that holds nothing but carriage returns. */
const headerEnd = /(?:^|\n)\r*\n/;

/** The header block as text, a character a byte. */
const headerBlock = (readable: Uint8Array): string => {
  const text = Buffer.from(readable.buffer, readable.byteOffset, readable.byteLength).toString('latin1');
  const end = headerEnd.exec(text);
  // Headers without an end are accepted only if the whole mail was read.
  if (!end && readable.byteLength >= readableBytes) throw new UnreadableMailError('endless-header');
  return end ? text.slice(0, end.index + 1) : text;
};

/**
 * Counts the From headers that any program might see: after every kind of line end, and with a space or an invisible
 * character around the name.
 */
const fromHeaders = (lines: readonly string[]): number =>
  lines.filter((line) => {
    if (/^[ \t]/.test(line)) return false;
    const colon = line.indexOf(':');
    return (
      colon > 0 &&
      colon < 40 &&
      line
        .slice(0, colon)
        .replace(/[^a-z]/gi, '')
        .toLowerCase() === 'from'
    );
  }).length;

const mailboxesOf = (addresses: readonly Address[] | undefined): string[] =>
  (addresses ?? [])
    .flatMap((entry) => (entry.address === undefined ? entry.group : entry))
    .map(({ address }) => lowerCaseAscii(address));

const addressLike = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;

/** The mailbox in From, if From names exactly one: we must read the same mailbox that SES's DMARC check read. */
const authorOf = (headers: MailHeaders): string | undefined => {
  const value = headers.find(({ name }) => name === 'from')?.value ?? '';
  const [author, ...others] = addressParser(value, { flatten: true });
  if (others.length > 0 || !author?.address) return undefined;
  const address = lowerCaseAscii(author.address);
  const seen = lowerCaseAscii(value).match(addressLike) ?? [];
  // `"ana@example.org" <mallory@example.net>` names two; Outlook's `"ana@example.org" <ana@example.org>` names one.
  return seen.length > 0 && seen.every((like) => like === address) ? address : undefined;
};

const namesOf = (author: Address | undefined): ReadonlySet<string> =>
  new Set(
    `${author?.name ?? ''} ${author?.address?.split('@')[0] ?? ''}`
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== ''),
  );

const headOf = (mail: Email): MailHead => {
  const subject = mail.subject ?? '';
  const headers = mail.headers.map(({ key, value }) => ({ name: key, value: key === 'subject' ? subject : value }));
  return {
    from: authorOf(headers),
    to: mailboxesOf([...(mail.to ?? []), ...(mail.cc ?? [])]),
    subject,
    messageId: mail.messageId || undefined,
    references: mail.references,
    writer: writerOf(headers),
    asksForNoAnswer: asksForNoAnswer(headers),
    names: namesOf(mail.from),
  };
};

/**
 * Reads a mail's headers (RFC 5322), and nothing below them.
 * @throws UnreadableMailError if they do not end in what is read, if there are thousands, or more than one From
 */
export const readMailHead = async (raw: Uint8Array): Promise<MailHead> => {
  const block = headerBlock(readablePart(raw));
  const lines = block.split(/\r\n|[\r\n]/);
  if (lines.length > mostHeaderLines) throw new UnreadableMailError('too-many-headers');
  if (fromHeaders(lines) > 1) throw new UnreadableMailError('second-from');
  return headOf(await PostalMime.parse(Buffer.from(block, 'latin1'), { maxHeadersSize: readableBytes }));
};
