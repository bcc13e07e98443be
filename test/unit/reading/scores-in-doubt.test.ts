import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

describe('one number in doubt is asked about by its value', () => {
  it.each([
    ['PAIN 4 better than yesterday', 4],
    ['maybe 6', 6],
    ['6?', 6],
    ['pain 6 at least', 6],
    ['my knee is a 6', 6],
    ['6 if I bend', 6],
    ['le moral est à 8', 8],
    ['au moins 5', 5],
    ['no pain, slept well', 0],
    ['5 for the bad knee', 5],
    ['6 but thats my neck', 6],
    ["la fatigue c'est 3", 3],
    ['wifey think its a 9', 9],
    ['is a 5 like when you cant sit still', 5],
    ['7 I think is what I sent or was it', 7],
  ])('%j: %s', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score-in-doubt', score });
  });
});

describe('what was left out', () => {
  it.each([
    'all but one',
    'did all but 2',
    'every day but 2',
    'all except 1',
    'every morning except for 2',
    'none but 1',
    'missed 2',
    'skipped only 3',
    'tous les jours sauf 2',
    'raté 2',
  ])('is counted, and asked about: %j', (body) => {
    expect(intentOf(body).kind).not.toBe('score');
  });

  it.each([
    ['sore but 2', 2],
    ['ok today but 6', 6],
    ['not bad at all but 2', 2],
  ])('is not meant by every "but": %j', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });
});
