import { read as readEnglish } from '../../content/compiled/en/lexicon.js';
import { read as readFrench } from '../../content/compiled/fr/lexicon.js';
import { read } from '../../content/compiled/safety.js';
import { read as readModels } from '../../content/compiled/second-opinion.js';
import { read as readTopics } from '../../content/compiled/topics.js';
import { readWords } from '../domain/reading/read-words.ts';
import type { Lexicon } from '../domain/reading/reader-content.ts';
import { secondOpinion } from '../domain/reading/second-opinion/second-opinion.ts';
import { topicModel } from '../domain/reading/second-opinion/topic-model.ts';

let lexicon: Lexicon | undefined;

/**
 * The lexicon with which replies are read and safety answers are made, from what `npm run content` compiled; built
 * once.
 */
export const loadLexicon = (): Lexicon => {
  lexicon ??= {
    words: readWords({ en: readEnglish(), fr: readFrench() }),
    secondOpinion: secondOpinion(readModels()),
    topics: topicModel(readTopics),
    safety: read(),
  };
  return lexicon;
};
