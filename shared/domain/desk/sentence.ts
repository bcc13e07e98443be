import type { Language } from '../people/subscriber.ts';

/** A sentence for staff, in each language, without its capital and its full stop. */
export type Sentence = Readonly<Record<Language, string>>;
