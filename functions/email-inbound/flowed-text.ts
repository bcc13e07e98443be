/** The separator of a signature, a line of its own although it ends in a space (RFC 3676, section 4.3). */
const signatureSeparator = '-- ';

interface QuotedLine {
  readonly depth: number;
  readonly words: string;
}

/**
 * Splits a line into its quote depth and its text. Quote marks come first, then the space that protects a line's own
 * first character (sections 4.4 and 4.5).
 */
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
 * Joins the lines of a `format=flowed` text (RFC 3676) to the paragraphs that were typed: a line that ends in a space
 * continues in the next one if both are quoted equally deep. With `delSp` the space was added for the break and is
 * removed.
 */
export const joinFlowedLines = (text: string, delSp: boolean): string => {
  // Pieces are joined once: a paragraph built up by `+=` would be copied for each of its lines.
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

/** What a mail declares about the lines of its text. */
export interface LineFormat {
  readonly isFlowed: boolean;
  readonly delSp: boolean;
  /** The mail with its parameter `format` made unknown, so that no parser joins lines. */
  readonly raw: Uint8Array;
}

/**
 * Removes `format=flowed` from a mail's Content-Type fields. postal-mime 4.0.0 (src/mime-node.ts, decodeFlowedText)
 * joins lines of different quote depths, against section 4.5: "PAIN 6" typed below a quoted line with a space at its
 * end became part of the quote, and its score was lost.
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
