import type { Language } from '../../../../shared/domain/people/subscriber.ts';
import type { english } from './english.ts';

/** The same words in any language, and as many: a paragraph that is missing does not compile. */
type Widened<T> = T extends Language
  ? Language
  : T extends string
    ? string
    : { readonly [Name in keyof T]: Widened<T[Name]> };
export type PageTexts = Widened<typeof english>;

/** A text with its `{names}` filled in. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
