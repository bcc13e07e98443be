/** A signature's separator is a line of its own, though it ends in a space (RFC 3676, section 4.3). */
const signatureSeparator = '-- ';

interface QuotedLine {
  readonly depth: number;
  readonly words: string;
}

/** Quote marks come first, then the space that shields a line's own first character (sections 4.4 and 4.5). */
const readLine = (line: string): QuotedLine => {
  const words = line.replace(/^>+/, '');
  return { depth: line.length - words.length, words: words.startsWith(' ') ? words.slice(1) : words };
};

const goesOn = (line: QuotedLine, next: QuotedLine): boolean =>
  line.words.endsWith(' ') &&
  line.words !== signatureSeparator &&
  next.words !== signatureSeparator &&
  line.depth === next.depth;

/**
 * Joins the lines of a text in `format=flowed` (RFC 3676) to the paragraphs that were typed: a line that ends in a space goes on
 * in the next one, if that is quoted as deeply. With `delSp` that space was added for the break and goes.
 */
export const joinFlowedLines = (text: string, delSp: boolean): string => {
  // Pieces, joined once: a paragraph that grows piece by piece would be copied for each of its lines.
  const pieces: string[] = [];
  let before: QuotedLine | undefined;
  for (const line of text.split(/\r?\n/).map(readLine)) {
    if (before && goesOn(before, line)) {
      if (delSp) pieces.push(pieces.pop()?.slice(0, -1) ?? '');
    } else {
      if (before) pieces.push('\n');
      if (line.depth > 0) pieces.push(`${'>'.repeat(line.depth)} `);
    }
    pieces.push(line.words);
    before = line;
  }
  return pieces.join('');
};

/** A Content-Type field, its folded lines included (RFC 5322, section 2.2.3). */
const contentType = /^content-type:(?:[^\r\n]|\r?\n[ \t])*/gim;
const flowed = /(;\s*format\s*=\s*"?)flowed\b/gi;

/** What a mail says of its text's lines. */
export interface LineFormat {
  readonly isFlowed: boolean;
  readonly delSp: boolean;
  /** The mail with its parameter `format` made unknown, so that no parser joins lines. */
  readonly raw: Uint8Array;
}

/**
 * Takes `format=flowed` out of a mail's Content-Type fields. postal-mime 4.0.0 (src/mime-node.ts, decodeFlowedText) joins lines
 * whatever their quote depth, against section 4.5: "PAIN 6" typed below a quoted line with a space at its end became a part of
 * the quote, and its score was lost.
 */
export const readLineFormat = (raw: Uint8Array): LineFormat => {
  const mail = Buffer.from(raw).toString('latin1');
  let isFlowed = false;
  let delSp = false;
  const fixed = mail.replace(contentType, (field) => {
    if (field.search(flowed) === -1) return field;
    isFlowed = true;
    delSp ||= /;\s*delsp\s*=\s*"?yes\b/i.test(field);
    return field.replace(flowed, '$1joined');
  });
  return { isFlowed, delSp, raw: isFlowed ? Buffer.from(fixed, 'latin1') : raw };
};
