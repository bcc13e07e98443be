import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const readingOf = (body: string) => {
  const { intent } = parseReply(body, lexicon);
  return 'score' in intent ? [intent.kind, intent.score] : [intent.kind];
};

describe('a number that is plainly the score is logged', () => {
  it.each([
    ...[
      ['not bad today 3', 3],
      ['not so great 7', 7],
      ['pas terrible ce matin 7', 7],
    ],
    ...[
      ['30 squats, so thanks to her its 8 now', 8],
      ['put 4 mate, slept on the couch', 4],
      ['0 all fine', 0],
    ],
    ...[
      ['copped a 6 today', 6],
      ["j'ai 7 en bas du dos", 7],
      ["j'ai mal à 5", 5],
      ["maintenant c'est à 4", 4],
    ],
    ...[
      ['0 aucune douleur ce soir', 0],
      ['3 e demi', 3.5],
      ['1. Pain: 6\n2. Sleep: poor', 6],
    ],
    ...[
      ['pain 6 i mowed the lawn yesterday', 6],
      ['slept 5 hours last night pain 4', 4],
    ],
    ...[
      ['ate out of ten', 8],
      ['won out of 10', 1],
      ['its ate point five', 8.5],
    ],
    ...[['it is 4 in the morning and my back is at a 7', 7]],
  ])('%j is %d', (body, score) => {
    expect(readingOf(String(body))).toEqual(['score', score]);
  });
});

describe('a number that may be another thing, or heard wrongly, is asked about', () => {
  it.each([
    ...['is 8 the bad end', "Est-ce que 7 c'est beaucoup quand on peut encore marcher un peu ?", 'most days its a 4'],
    ...['7 this week', '6 cette semaine', '7 mais seulement quelques secondes', 'pain for', 'ate', 'pain tree'],
    ...['7 7', 'two two', 'on est 4 à table', '1 good cow left', 'force 7 dans le dos'],
    ...['pain four mornin ate by night', 'mon but c de tomber a 2', 'back in the day this was a 9 every night'],
  ])('%j logs nothing', (body) => {
    expect(['score', 'yesterday', 'fix']).not.toContain(readingOf(body)[0]);
  });
});

describe('whose day, and what was sent before', () => {
  it.each([
    ['I owe you one from yesterday. It was five', 'yesterday', 5],
    ['all day yesterday about a 4', 'yesterday', 4],
    ['5 mais c pour la journée d’avant', 'yesterday', 5],
    ['sorry 4 fat thumbs', 'fix', 4],
    ['oops 7*', 'fix', 7],
    ['please change what I sent to 3', 'fix', 3],
    ['Il faut remplacer par 6, désolé', 'fix', 6],
    ['nah not 8. 4', 'fix', 4],
    ['Plutôt fatiguée, six', 'score', 6],
  ])('%j is %s %d', (body, kind, score) => {
    expect(readingOf(body)).toEqual([kind, score]);
  });
});
