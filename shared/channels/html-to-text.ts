/** Where mail programs begin what they quote: Gmail, Outlook (three generations), Apple, Thunderbird, Yahoo, Proton. */
const quoteMarks: readonly RegExp[] = [
  /<blockquote\b/i,
  /<[a-z]+\b[^<>]{0,200}\b(?:class|id)\s*=\s*["']?[^"'<>]{0,100}\b(?:gmail_quote|gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote|divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)/i,
  /<div\b[^<>]{0,200}border-top:\s*solid\s+#(?:e1e1e1|b5c4df)/i,
  /<hr\b/i,
];

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  ugrave: 'ù',
  ucirc: 'û',
  Eacute: 'É',
  Agrave: 'À',
  frac12: '½',
};

const decode = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return entities[name] ?? whole;
  const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

/** Cuts out every `open` … `close`; one that is not closed stays. Linear, whatever is sent. */
const without = (html: string, open: RegExp, close: string): string => {
  const [first = '', ...rest] = html.split(open);
  return rest.reduce((kept, part) => {
    const end = part.toLowerCase().indexOf(close);
    return kept + (end === -1 ? part : part.slice(end + close.length));
  }, first);
};

const unseen: readonly (readonly [RegExp, string])[] = [
  [/<!--/, '-->'],
  [/<head\b/i, '</head>'],
  [/<style\b/i, '</style>'],
  [/<script\b/i, '</script>'],
];

const textOf = (html: string): string =>
  html
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<\/(?:p|div|tr|li|h[1-6]|table|ul|ol)\s*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d{0,2});/gi, decode)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The writer's part of a mail that has only HTML: above what it quotes or, where nothing is, below the last block quote. */
export const htmlToText = (html: string): string => {
  const visible = unseen.reduce((kept, [open, close]) => without(kept, open, close), html);
  const quotes = quoteMarks.map((mark) => visible.search(mark)).filter((index) => index >= 0);
  if (quotes.length === 0) return textOf(visible);
  const above = textOf(visible.slice(0, Math.min(...quotes)));
  const end = visible.toLowerCase().lastIndexOf('</blockquote>');
  // Without a block quote the end of the quoted part cannot be told: better no words than ours taken for theirs.
  return above !== '' || end === -1 ? above : textOf(visible.slice(end));
};
