import type { Language } from '../people/subscriber.ts';

/** What is said to whoever works at the desk, in each language; without a capital at its beginning and a full stop at its end. */
export type Sentence = Readonly<Record<Language, string>>;
