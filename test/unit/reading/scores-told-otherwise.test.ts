import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

describe('scores in the words of people from elsewhere', () => {
  it.each([
    ['The pain has reached 9, I could not sit for church', 9],
    ['Regrettably it has risen to 7.', 7],
    ['Unchanged at 4.', 4],
    ['pain is 5 points', 5],
    ['Dear service, I write number four', 4],
    ['Permettez que je hausse la note à 8.', 8],
    ["Avec ce temps de chien c'est 6", 6],
    ['Four and one half.', 4.5],
    ["slt c'est 6 en vrai", 6],
    ['Rien du tout aujourd’hui, aucune douleur.', 0],
  ])('%j is %d, logged', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });

  it.each([
    ['nowt. not a twinge', 0],
    ['I am pleased to report none whatsoever.', 0],
    ['Nothing pain today!', 0],
    ['Néant.', 0],
    ["p't'être ben un 5, j'sais pas trop", 5],
    ['Disons 6, sous toutes réserves ?', 6],
    ['euh non 4 pas 7', 4],
  ])('%j: %d is asked about', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score-in-doubt', score });
  });

  it('is no score of yesterday because something was yesterday', () => {
    expect(intentOf('Having celebrated my 83rd birthday yesterday, I report a 5.').kind).not.toBe('yesterday');
  });

  it('is put right by an erratum', () => {
    expect(intentOf('Erratum: 5.')).toMatchObject({ kind: 'fix', score: 5 });
  });

  it.each([
    'Your tip no. 7 was instructive.',
    "J'ai relu le tome 3.",
    'on to volume 3',
    'gate 4',
    "L'article 6 du RGPD est clair.",
    'it is 5 points worse',
  ])('%j is a name, or a difference, and not logged', (body) => {
    expect(['score', 'yesterday', 'fix']).not.toContain(intentOf(body).kind);
  });
});
