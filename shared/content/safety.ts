import { read } from '../../content/compiled/safety.js';
import { buildLexicon, type Lexicon } from '../domain/reply/safety.ts';

let lexicon: Lexicon | undefined;

/** What replies are read with, and safety answers made of; built once, from what content/safety.yaml was compiled to. */
export const loadLexicon = (): Lexicon => {
  lexicon ??= buildLexicon(read());
  return lexicon;
};
