import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

type Token = ReturnType<typeof markdown.parse>[number];

interface Unsupported {
  /** Line in the body, from 1. */
  readonly line: number;
  readonly what: string;
}

/** A mail body in the forms it is needed in. */
export interface RenderedTip {
  readonly html: string;
  readonly text: string;
  /** Paragraphs and list items without their marks, for counting words and sentences. */
  readonly blocks: readonly string[];
  /** What the text form cannot show. */
  readonly unsupported: readonly Unsupported[];
}

const supported = /^(?:inline|(?:paragraph|bullet_list|ordered_list|list_item)_(?:open|close))$/;
const supportedInline = /^(?:text|text_special|softbreak|hardbreak|(?:strong|em)_(?:open|close))$/;

const nameOf = ({ type }: Token): string => `"${type.replace(/_(?:open|close)$/, '')}"`;

/** The words of a paragraph or an item; its bold and italics are lost. */
const wordsOf = ({ children }: Token): string =>
  (children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('')
    .trim();

const unsupportedIn = (token: Token): readonly string[] => {
  if (!supported.test(token.type)) return token.type.endsWith('_close') ? [] : [nameOf(token)];
  if (token.type.endsWith('list_open') && token.level > 0) return ['a list within a list'];
  const strange = (token.children ?? []).filter(({ type }) => !supportedInline.test(type) && !type.endsWith('_close'));
  // With HTML switched off, a tag would reach the reader as it was typed.
  return [...strange.map(nameOf), ...(/<[a-z/!]/i.test(wordsOf(token)) ? ['HTML'] : [])];
};

/** Paragraphs apart by an empty line, items under each other behind `-` or their number. */
const plainText = (tokens: readonly Token[]): string => {
  const lines: string[] = [];
  /** The mark before the next line; undefined outside an item, and after an item's first paragraph. */
  let mark: string | undefined;
  for (const token of tokens) {
    if (token.type.endsWith('list_open')) lines.push('');
    // An ordered item carries its number in `info`.
    if (token.type === 'list_item_open') mark = token.info === '' ? '-' : `${token.info}.`;
    if (token.type !== 'inline') continue;
    lines.push(...(mark === undefined ? ['', wordsOf(token)] : [`${mark} ${wordsOf(token)}`]));
    mark = undefined;
  }
  return lines.join('\n').trim();
};

/** Renders the Markdown of a mail: paragraphs, lists, bold and italics; anything else is reported. */
export const renderTip = (body: string): RenderedTip => {
  const tokens = markdown.parse(body, {});
  return {
    html: markdown.render(body).trim(),
    text: plainText(tokens),
    blocks: tokens.filter(({ type }) => type === 'inline').map(wordsOf),
    unsupported: tokens.flatMap((token) =>
      unsupportedIn(token).map((what) => ({ line: (token.map?.[0] ?? 0) + 1, what })),
    ),
  };
};
