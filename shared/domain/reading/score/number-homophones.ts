import type { Token } from '../tokens.ts';

/** Numbers as voice typing mishears them: "ate out of ten", "pain tree". */
const heard: ReadonlyMap<string, number> = new Map(
  Object.entries({ won: 1, to: 2, tu: 2, tree: 3, for: 4, fore: 4, fife: 5, sex: 6, sics: 6, ate: 8 }),
);

/** The number that a word sounds like; undefined if there is none. */
export const numberHeard = (token: Token | undefined): number | undefined =>
  token?.kind === 'word' ? heard.get(token.text) : undefined;
