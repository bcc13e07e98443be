import EmailReplyParser from 'email-reply-parser';
import { withoutSignOff } from './sign-off.ts';

/** What the reply parser is given at a time: longer, and its patterns become slow. */
const pieceLength = 4_000;
/** Pieces that are read: nobody's story is longer, and a cry for help may stand at its end. */
const maxPieces = 8;

/** What mail programs put before the message they quote, in the languages we speak; the parser below knows a dozen more. */
const quoteStarts: readonly RegExp[] = [
  /^-{2,}\s*(original message|forwarded message|message d['’]origine|message transf[ée]r[ée]|message original)\s*-{2,}/i,
  /^(begin forwarded message|d[ée]but du message (r[ée]exp[ée]di[ée]|transf[ée]r[ée]))\s*:/i,
  /^_{10,}$/,
];

/** Outlook quotes without a mark: a block of header names, in bold (`*From:*`) or not, of which two stand together. */
const headerLine = /^\*?(from|sent|date|to|subject|de|envoy[ée]|[àa]|objet|cc)\s?:\*?(\s|$)/i;

/** `On Tue, Jan 8, 2030 at 9:00 AM Backbeat <…> wrote:`, which programs wrap over up to three lines. */
const attribution = /^(on|le)\s.{6,300}\s(wrote|a\s[ée]crit)\s?:$/i;

const isAttribution = (lines: readonly string[], index: number): number => {
  if (!/^(on|le)\s/i.test(lines[index] ?? '')) return 0;
  for (let length = 1; length <= 3; length++) {
    const joined = lines.slice(index, index + length).join(' ');
    if (attribution.test(joined)) return length;
  }
  return 0;
};

interface Quote {
  /** Index of the first line that is not the writer's own. */
  readonly start: number;
  /** Whether quoted lines are marked with `>`, so that what stands below or between them can be told apart. */
  readonly marked: boolean;
}

const findQuote = (lines: readonly string[], ourAddresses: readonly string[]): Quote | undefined => {
  for (const [start, line] of lines.entries()) {
    if (line.startsWith('>')) return { start, marked: true };
    const length = isAttribution(lines, start);
    if (length > 0) return { start, marked: lines.slice(start + length).some((below) => below.startsWith('>')) };
    const isBlock = headerLine.test(line) && headerLine.test(lines[start + 1] ?? '');
    // Whatever the language: nobody types the address they are writing to, a line that introduces our mail has it.
    const namesUs = ourAddresses.some((address) => line.toLowerCase().includes(address));
    if (isBlock || namesUs || quoteStarts.some((pattern) => pattern.test(line))) return { start, marked: false };
  }
  return undefined;
};

/** What the parser does not take for a signature: Android's and Windows's own, and the French ones. */
const appended =
  /^(sent (from|with|using|via) |get outlook for |envoy[ée] (de(puis)?|[àa] partir|avec|via) |t[ée]l[ée]charge[rz] outlook)/i;
const signature = /^--\s?$/;
const greeting = /^(hi|hello|hey|dear|good (morning|afternoon|evening)|bonjour|bonsoir|salut|coucou)\b[^\d:?]{0,30}$/i;

/** The text in pieces of whole lines, as far as lines are not longer than a piece. */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = [];
  for (let start = 0; start < text.length && pieces.length < maxPieces; ) {
    const lineEnd = text.lastIndexOf('\n', start + pieceLength);
    const end = text.length - start <= pieceLength ? text.length : lineEnd > start ? lineEnd : start + pieceLength;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
};

/** What is left once the parser has taken off a quote that it knows: after one that begins in a piece nothing more is read. */
const visibleWords = (text: string): string => {
  const visible: string[] = [];
  for (const piece of piecesOf(text)) {
    const words = new EmailReplyParser().parseReply(piece);
    visible.push(words);
    if (words.trim().length < piece.trim().length) break;
  }
  return visible.join('\n');
};

const trimWords = (text: string, names: ReadonlySet<string>): string => {
  const visible = visibleWords(text.trim().replace(/\n{3,}/g, '\n\n'));
  const lines = visible.split('\n').map((line) => line.trim());
  const end = lines.findIndex((line) => signature.test(line) || appended.test(line));
  const own = withoutSignOff(end === -1 ? lines : lines.slice(0, end), names);
  const start = own.findIndex((line) => line !== '');
  const rest = own
    .slice(start + 1)
    .join('\n')
    .trim();
  // "Hello," before the score is not part of it; by itself it is what was said.
  return greeting.test(own[start] ?? '') && rest !== '' ? rest : own.join('\n').trim();
};

/**
 * What the writer of a mail said: without quotes, signatures and "Sent from my phone". `ourAddresses`, and the words of the
 * writer's name, in lower case.
 * Words below or between quoted lines are taken only if there are none above: people who answer at the bottom.
 */
export const ownWords = (text: string, ourAddresses: readonly string[], names: ReadonlySet<string>): string => {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
  const quote = findQuote(
    lines.map((line) => line.trim()),
    ourAddresses,
  );
  if (quote === undefined) return trimWords(lines.join('\n'), names);
  const above = lines.slice(0, quote.start).join('\n');
  if (above.trim() !== '') return trimWords(above, names);
  if (!quote.marked) return '';
  const firstMarked = lines.findIndex((line, index) => index >= quote.start && line.trim().startsWith('>'));
  const below = lines.slice(firstMarked).filter((line) => !line.trim().startsWith('>'));
  return trimWords(below.join('\n').trim(), names);
};
