import PostalMime, { type Attachment } from 'postal-mime';
import type { SubjectWords } from '../../shared/domain/answering/combine-reply.ts';
import { isMachinesWords, isReceipt } from '../../shared/domain/reading/own-text/automatic-words.ts';
import { type ReplyText, readReplyText } from '../../shared/domain/reading/own-text/reply-text.ts';
import { joinFlowedLines, readLineFormat } from './flowed-text.ts';
import { type MailHead, readableBytes, readablePart, UnreadableMailError } from './mail-head.ts';
import { repairMisdeclaredUtf8 } from './misdeclared-charset.ts';

// The HTML reader is loaded only by a mail without plain text; most have one.
const textOfHtml = async () => (await import('./html-to-text.ts')).htmlToText;

/** What a mail says. */
export interface SaidByMail extends ReplyText {
  readonly subject: SubjectWords;
  /** A machine wrote it, by its words or its parts, although no header says so. */
  readonly isMachines: boolean;
}

/**
 * The most lines that are parsed. Each costs the parser some objects: 256 KB of base64 are 3,500 lines, 256 KB of line
 * ends 256,000.
 */
const mostLines = 10_000;
const lineFeed = 0x0a;

const firstLines = (readable: Uint8Array): Uint8Array => {
  let end = -1;
  for (let lines = 0; lines < mostLines; lines += 1) {
    end = readable.indexOf(lineFeed, end + 1);
    if (end === -1) return readable;
  }
  return readable.subarray(0, end);
};

const replyMarks = /^(\s*(re|aw|sv|tr|rép|ref|fwd?|wg)\s*:)+\s*/i;
/** The longest subject, in characters, that may be a command; a longer one is a title. */
const longestCommand = 100;

/** What the subject says, where the mail has no other words. The subject of an answer is our own and says nothing. */
const saidBy = (subject: string, words: string): string =>
  words !== '' || replyMarks.test(subject) || subject.length > longestCommand ? words : subject.trim();

/** Whether a part is a calendar's answer to an invitation, which is written when somebody presses a button. */
const isCalendarAnswer = ({ method }: Attachment): boolean => method === 'REPLY' || method === 'COUNTER';

/**
 * Reads what a mail says, from its first 256 KB and 10,000 lines: the plain text, or else what the HTML shows.
 * @throws UnreadableMailError if its parts are nested beyond reason
 */
export const readMailBody = async (raw: Uint8Array, { subject, names }: MailHead): Promise<SaidByMail> => {
  const format = readLineFormat(firstLines(readablePart(raw)));
  const mail = await PostalMime.parse(format.raw, {
    // A forwarded mail is kept as an attachment: it is not the writer's words.
    forceRfc822Attachments: true,
    maxNestingDepth: 30,
    maxHeadersSize: readableBytes,
  }).catch((cause: unknown) => {
    throw new UnreadableMailError('nested-too-deep', { cause });
  });
  const plain = format.isFlowed && mail.text !== undefined ? joinFlowedLines(mail.text, format.delSp) : mail.text;
  const words = plain?.trim() ? plain : (await textOfHtml())(mail.html ?? '');
  const repaired = repairMisdeclaredUtf8(words);
  const read = readReplyText(repaired, names);
  const isReply = replyMarks.test(subject);
  return {
    ...read,
    text: read.reaction ? '' : saidBy(subject, read.text),
    isMachines: mail.attachments.some(isCalendarAnswer) || isMachinesWords(read.text) || isReceipt(repaired),
    subject: { words: subject.replace(replyMarks, '').trim(), isReply },
  };
};
