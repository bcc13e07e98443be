import type { Language } from '../../../shared/domain/people/subscriber.ts';
import type { english } from './english.ts';

/** The type of the words in any language, with the same gaps: a word that is missing does not compile. */
type Widened<T> = T extends Language
  ? Language
  : T extends string
    ? string
    : T extends (...gaps: infer Gaps) => string
      ? (...gaps: Gaps) => string
      : { readonly [Name in keyof T]: Widened<T[Name]> };

/** Every word on the desk's pages. */
export type DeskWords = Widened<typeof english>;
