import type { Language } from '../../../shared/domain/people/subscriber.ts';
import type { english } from './english.ts';

/** The same words in any language, and as many, with the same gaps: what is missing does not compile. */
type Widened<T> = T extends Language
  ? Language
  : T extends string
    ? string
    : T extends (...gaps: infer Gaps) => string
      ? (...gaps: Gaps) => string
      : { readonly [Name in keyof T]: Widened<T[Name]> };

export type DeskWords = Widened<typeof english>;
