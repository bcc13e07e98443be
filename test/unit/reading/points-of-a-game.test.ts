import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const kindOf = (body: string): string => parseReply(body, lexicon).intent.kind;

describe('points that somebody won', () => {
  it.each([
    'scored a 9 at darts',
    'scored 7 at bowls today',
    'I scored an 8 in the quiz',
    'got a 6 at golf',
    "j'ai fait 8 à la pétanque",
    'fait un 6 aux dés',
  ])('are asked about, never logged as pain: %j', (body) => {
    expect(kindOf(body)).toBe('score-in-doubt');
  });

  it.each(['6 at golf', 'PAIN 6 at golf', 'I scored 6 today', 'my pain scored a 7', 'DOULEUR 5 à la pétanque'])(
    'are none in %j',
    (body) => {
      expect(kindOf(body)).toBe('score');
    },
  );
});

describe('a question what the ends of the scale mean', () => {
  it.each([
    'Zero to ten of what? Ten good or ten bad?',
    "10 c'est bien ou c'est mal ?",
    "10 c'est le mieux ou le pire ?",
    'is 10 bad or good?',
    '0 bon ou mauvais ?',
  ])('is no score: %j', (body) => {
    expect(kindOf(body)).not.toBe('score');
  });
});
