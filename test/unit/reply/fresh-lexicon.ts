import { compileSafety } from '../../../content/safety.ts';
import { buildLexicon } from '../../../shared/domain/reply/safety.ts';

/** Compiled from content/safety.yaml as it stands, so that no test depends on an older build. */
export const compiledSafety = compileSafety();
export const lexicon = buildLexicon(compiledSafety);
