import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLexicon } from '../../../content/build/compile-lexicon.ts';
import { compileSafety } from '../../../content/build/compile-safety.ts';
import { readWords } from '../../../shared/domain/reading/read-words.ts';
import type { Lexicon } from '../../../shared/domain/reading/reader-content.ts';
import {
  type SecondOpinionModels,
  secondOpinion,
} from '../../../shared/domain/reading/second-opinion/second-opinion.ts';
import { topicModel } from '../../../shared/domain/reading/second-opinion/topic-model.ts';

const content = join(import.meta.dirname, '../../../content');

/** Compiled from content/ as it stands, so that no test depends on an older build. */
export const compiledSafety = compileSafety();
/** As the build compiles them. */
export const lexicons = { en: compileLexicon(content, 'en'), fr: compileLexicon(content, 'fr') };
export const words = readWords(lexicons);
export const models: SecondOpinionModels = JSON.parse(readFileSync(join(content, 'second-opinion.json'), 'utf8'));
const topics = topicModel(() => JSON.parse(readFileSync(join(content, 'topics.json'), 'utf8')));
export const lexicon: Lexicon = { words, secondOpinion: secondOpinion(models), topics, safety: compiledSafety };
