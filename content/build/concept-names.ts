import type { CompiledLexicon } from '../../shared/domain/reading/lexicon/lexicon.ts';

/** Where the names of the concepts stand for the type checker, from the root of the repository. */
export const conceptNamesFile = 'shared/domain/reading/lexicon/concept.ts';

/**
 * The module of the names that the lexicons of all languages define, one a line and sorted, so that two branches which each
 * add one merge. Cues and classes are no concepts: no rule asks for them by name.
 */
export const conceptNames = (lexicons: readonly CompiledLexicon[]): string => {
  const names = lexicons.flatMap(({ concepts, classes, cues }) => {
    const others = new Set([...classes, ...Object.keys(cues)]);
    return concepts.filter((name) => !others.has(name));
  });
  return `/**
 * What a text can name: the concepts of content/<language>/lexicon, of all languages together. \`npm run content\` writes
 * this file, so that a rule does not compile if it asks for a concept that no lexicon defines.
 */
export type Concept =
${[...new Set(names)]
  .sort()
  .map((name) => `  | '${name}'`)
  .join('\n')};
`;
};
