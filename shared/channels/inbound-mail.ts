import PostalMime, { type Address, addressParser } from 'postal-mime';
import type { SubjectWords } from '../domain/conversation/hear-reply.ts';
import { isAutomaticMail } from './automatic-mail.ts';
import { htmlToText } from './html-to-text.ts';
import { ownWords } from './own-words.ts';

/** A mail is built to be hard to read: parts nested deeper than any mail program nests them. */
export class UnreadableMailError extends Error {
  override readonly name = 'UnreadableMailError';
}

export interface InboundMail {
  /** In lower case. Undefined unless From names exactly one mailbox, beyond doubt. */
  readonly from: string | undefined;
  /** To and Cc, in lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly subjectWords: SubjectWords;
  /** With its angle brackets; undefined if it has none. */
  readonly messageId: string | undefined;
  readonly references: string | undefined;
  /** The writer's own words: no quotes, no signature. May be empty. */
  readonly body: string;
  readonly isAutomatic: boolean;
}

/**
 * How much of a mail is read: words come first, photographs after. A mail that is cut in the middle of an attachment
 * is still a mail.
 */
export const readableBytes = 256 * 1024;

const mailboxesOf = (addresses: readonly Address[] | undefined): string[] =>
  (addresses ?? [])
    .flatMap((entry) => (entry.address === undefined ? entry.group : entry))
    .map(({ address }) => address.toLowerCase());

const addressLike = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;

/** Who wrote it, if From has one meaning only: what SES's DMARC check read must be what we read. */
const authorOf = (fromHeaders: readonly string[]): string | undefined => {
  const [value = ''] = fromHeaders;
  const [author, ...others] = addressParser(value, { flatten: true });
  if (fromHeaders.length !== 1 || others.length > 0 || !author?.address) return undefined;
  const address = author.address.toLowerCase();
  const seen = value.toLowerCase().match(addressLike) ?? [];
  // `"ana@example.org" <mallory@example.net>` names two; Outlook's `"ana@example.org" <ana@example.org>` names one.
  return seen.length > 0 && seen.every((like) => like === address) ? address : undefined;
};

const replyMarks = /^(\s*(re|aw|sv|tr|rép|ref|fwd?|wg)\s*:)+\s*/i;
/** The words a writer may sign with: of the name in From, and of the mailbox. */
const namesOf = (author: Address | undefined): ReadonlySet<string> =>
  new Set(
    `${author?.name ?? ''} ${author?.address?.split('@')[0] ?? ''}`
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== ''),
  );

/** A subject longer than any command is a subject. */
const longestCommand = 100;

/** What somebody says who writes nothing but a subject; an answer's subject is ours. */
const saidBy = (subject: string, words: string): string =>
  words !== '' || replyMarks.test(subject) || subject.length > longestCommand ? words : subject.trim();

const headOf = (raw: Uint8Array | string): Uint8Array | string =>
  typeof raw === 'string' ? raw.slice(0, readableBytes) : raw.subarray(0, readableBytes);

/**
 * Reads a raw mail (RFC 5322), its first 256 KB.
 * @throws UnreadableMailError
 */
export const readInboundMail = async (raw: Uint8Array | string): Promise<InboundMail> => {
  const mail = await PostalMime.parse(headOf(raw), {
    // A forwarded mail is not the writer's words.
    forceRfc822Attachments: true,
    maxNestingDepth: 30,
    maxHeadersSize: readableBytes,
  }).catch((cause: unknown) => {
    throw new UnreadableMailError('the mail cannot be taken apart', { cause });
  });
  const headers = mail.headers.map(({ key, value }) => ({ name: key, value }));
  const to = mailboxesOf([...(mail.to ?? []), ...(mail.cc ?? [])]);
  const subject = mail.subject ?? '';
  const text = mail.text?.trim() ? mail.text : htmlToText(mail.html ?? '');
  return {
    from: authorOf(headers.filter(({ name }) => name === 'from').map(({ value }) => value)),
    to,
    subject,
    subjectWords: { words: subject.replace(replyMarks, '').trim(), isReply: replyMarks.test(subject) },
    messageId: mail.messageId || undefined,
    references: mail.references,
    body: saidBy(subject, ownWords(text, to, namesOf(mail.from))),
    isAutomatic: isAutomaticMail(headers),
  };
};
