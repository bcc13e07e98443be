/** The part of text-readability 1.1.1 (which ships no types) that readability.ts uses. */
declare module 'text-readability' {
  const readability: {
    /** Words, punctuation taken out. */
    lexiconCount(text: string): number;
    /** Sentences of three words or more, at least 1. */
    sentenceCount(text: string): number;
    syllableCount(text: string): number;
  };
  export default readability;
}
