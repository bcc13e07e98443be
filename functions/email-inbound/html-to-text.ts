import { Parser } from 'htmlparser2';

/** Elements that are never shown. */
const unseen: ReadonlySet<string> = new Set([
  'head',
  'title',
  'style',
  'script',
  'template',
  'noscript',
  'object',
  'svg',
]);
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/**
 * The names that mail programs give to the element around a quote or a signature: Gmail, Thunderbird, Yahoo, Proton,
 * GMX.
 */
const quoting =
  /\b(?:gmail_quote|gmail_attr|gmail_signature|moz-cite-prefix|moz-signature|yahoo_quoted|protonmail_quote|protonmail_signature_block-user)\b/i;
/** The element around a signature in Outlook on the web and its apps, and the same in a mail that went through them again. */
const outlookSignature = /^(?:x_)*(?:Signature|ms-outlook-mobile-signature)$/;
/** Marks after which everything is quoted, although no element encloses it: three generations of Outlook. */
const originalBelow = /\b(?:divRplyFwdMsg|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)\b/i;
const outlookRule = /border-top:\s*solid\s+#(?:e1e1e1|b5c4df)/i;

/** The line above a quote in plain text, as mail programs write it; the code that removes quotes recognises it. */
const originalMessage = '-----Original Message-----';
const rule = '________________________________';

/**
 * The depth to which HTML is read, deeper than any mail program nests. It is limited because closing a tag searches all
 * open ones. HTML is parsed in pieces, and what follows the piece that went too deep is left unread.
 */
const deepest = 2_000;
const piece = 8_192;
/** The most characters of text that are taken from one mail. */
const longest = 64_000;

type Attributes = Readonly<Record<string, string>>;
type Shown = 'plain' | 'quoted' | 'unseen' | 'preformatted';

const shownAs = (name: string, { class: kind = '', id = '', name: called = '', style = '' }: Attributes): Shown => {
  if (unseen.has(name) || /display:\s*none/i.test(style)) return 'unseen';
  if (name === 'blockquote' || quoting.test(`${kind} ${id}`) || (name === 'div' && called === 'quote')) return 'quoted';
  if (outlookSignature.test(id)) return 'quoted';
  return name === 'pre' || /white-space:\s*pre/i.test(style) ? 'preformatted' : 'plain';
};

/**
 * The numbers of the lists around a place. A mail program that numbers lists by itself turns "6. better today" into
 * one, and the 6 must not be lost.
 */
const createNumbering = () => {
  const lists: { next: number; readonly isTyped: boolean }[] = [];
  return {
    opened: (name: string, { start = '1' }: Attributes): void => {
      const next = Number.parseInt(start, 10);
      // A list that does not begin at 1 begins with a number that its writer typed.
      if (name === 'ol' || name === 'ul')
        lists.push({ next, isTyped: name === 'ol' && next !== 1 && !Number.isNaN(next) });
    },
    closed: (name: string): void => {
      if (name === 'ol' || name === 'ul') lists.pop();
    },
    /** The number before the next item of the innermost list; empty if its writer did not type it. */
    nextItem: (): string => {
      const list = lists.at(-1);
      if (list === undefined || !list.isTyped) return '';
      list.next += 1;
      return `${list.next - 1}. `;
    },
  };
};

/** Writes lines by HTML's rules for white space: a run of it is one space, and each block begins a line. */
const createPage = () => {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  const open: Record<Shown, number> = { plain: 0, quoted: 0, unseen: 0, preformatted: 0 };
  const endLine = (): void => {
    lines.push(`${open.quoted > 0 ? '> ' : ''}${line.trim()}`);
    length += line.length + 1;
    line = '';
  };
  return {
    open,
    isFull: () => length + line.length > longest,
    endLine,
    /** Ends the line unless it is empty. A line with a no-break space in it is not empty. */
    startBlock: () => {
      if (line.replaceAll(' ', '') !== '') endLine();
      line = '';
    },
    write: (text: string): void => {
      if (open.unseen > 0) return;
      if (open.preformatted === 0) {
        line += text.replace(/[ \t\r\n\f]+/g, ' ');
        return;
      }
      const [first = '', ...rest] = text.split(/\r?\n/);
      line += first;
      for (const next of rest) {
        endLine();
        line = next;
      }
    },
    text: () => {
      if (line.trim() !== '') endLine();
      return lines.join('\n').trim();
    },
  };
};

/**
 * Turns a mail's HTML into the text that somebody sees: entities decoded, cells separated by a space. A quote is marked
 * as in plain text: lines with `>`, or "Original Message" above it. Takes time in proportion to the length.
 */
export const htmlToText = (html: string): string => {
  const page = createPage();
  const numbering = createNumbering();
  const shown: Shown[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, name: called, style = '', alt = '' } = attributes;
      const how = shownAs(name, attributes);
      if (blocks.has(name)) page.startBlock();
      shown.push(how);
      page.open[how] += 1;
      if (name === 'br') page.endLine();
      if (name === 'hr') page.write(rule);
      numbering.opened(name, attributes);
      if (name === 'li') page.write(numbering.nextItem());
      if (originalBelow.test(id ?? called ?? '') || outlookRule.test(style)) {
        page.write(originalMessage);
        page.endLine();
      }
      // Some programs send an emoji as a picture of it.
      if (name === 'img' && /^\p{Extended_Pictographic}/u.test(alt)) page.write(alt);
    },
    ontext: page.write,
    onclosetag(name) {
      if (blocks.has(name)) page.startBlock();
      if (name === 'td' || name === 'th') page.write(' ');
      numbering.closed(name);
      const how = shown.pop();
      if (how !== undefined) page.open[how] -= 1;
    },
  });
  for (let at = 0; at < html.length && shown.length < deepest && !page.isFull(); at += piece) {
    parser.write(html.slice(at, at + piece));
  }
  parser.end();
  return page.text();
};
