import type { Language } from '../../../../shared/domain/people/subscriber.ts';
import type { english } from './english.ts';

/** The type of the words in any language: a text or a paragraph that is missing does not compile. */
type Widened<T> = T extends Language
  ? Language
  : T extends string
    ? string
    : { readonly [Name in keyof T]: Widened<T[Name]> };

/** Every word on the web pages. */
export type PageTexts = Widened<typeof english>;

/** A text with its `{names}` filled in. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/**
 * Other words for some of the texts, by where they stand (`landing.lead`, `privacy.sections.0.text.1`): all of a text, or
 * pieces of it that give way to others.
 */
export type OtherWords = Readonly<Record<string, string | readonly (readonly [piece: string, instead: string])[]>>;

/** There is no text, or no such piece of a text, at the place for which other words were given. */
export class UnknownTextError extends Error {
  override readonly name = 'UnknownTextError';
  readonly path: string;
  constructor(path: string) {
    super(`there is no such text as ${path}, or not in these words`);
    this.path = path;
  }
}

/**
 * The same texts with other words in some places.
 * @throws UnknownTextError where there is no text to take the place of
 */
export const withWords = (texts: PageTexts, words: OtherWords): PageTexts => {
  const changed = structuredClone(texts);
  for (const [path, other] of Object.entries(words)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const place = names.reduce<object>((part, name) => Object(Reflect.get(part, name)), changed);
    const text: unknown = Reflect.get(place, last);
    if (typeof text !== 'string') throw new UnknownTextError(path);
    const instead = typeof other === 'string' ? other : replaceIn(text, other);
    if (instead === undefined) throw new UnknownTextError(path);
    Reflect.set(place, last, instead);
  }
  return changed;
};

const replaceIn = (text: string, pieces: readonly (readonly [string, string])[]): string | undefined =>
  pieces.reduce<string | undefined>(
    (changed, [piece, instead]) => (changed?.includes(piece) ? changed.replaceAll(piece, () => instead) : undefined),
    text,
  );
