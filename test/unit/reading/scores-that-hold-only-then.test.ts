import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

describe('a number that holds only then, or is not how the back is, is asked about', () => {
  it.each([
    // a movement, a posture
    ['8 getting out of bed', 8],
    ['getting off the toilet its a 7', 7],
    ['leaning forward gives me a 5', 5],
    ['en sortant de la voiture c’est un 7', 7],
    ['9 en toussant', 9],
    ['sat still 3', 3],
    ['allongé 4', 4],
    ['assis au bureau 5', 5],
    ['if i so much as reach for the kettle, 8', 8],
    ['dès que je bouge c’est 6', 6],
    ['tant que je porte rien ça va, avec les courses c’est 7', 7],
    ['I’d say 6 once I start moving', 6],
    // an instant
    ['for a second there it was a 10', 10],
    ['9 for about two seconds when I sneezed', 9],
    ['10 pendant deux secondes', 10],
    // a bound
    ['five at the very least love', 5],
    ['au bas mot 6', 6],
    ['anything up to a 4', 4],
    ['not far off 6', 6],
    // how much it changed
    ['knocked 2 off since the weekend', 2],
    ['hop, plus 2', 2],
    // somebody else's word
    ['5, that’s what my wife says', 5],
    ['autour de 5, enfin c’est mon mari qui dit ça', 5],
  ])('%j: %d', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score-in-doubt', score });
  });

  it.each([
    '7 ça veut dire quoi',
    'est-ce que 6 ça passe',
    '10 c’est le pire c’est ça ?',
    'is 0 the best or 10',
    'used to be 4',
    'd’ordinaire je suis à 4',
  ])('%j: of the scale or of other days, and not logged', (body) => {
    expect(intentOf(body).kind).not.toBe('score');
  });

  it.each([
    ['6, 10 being the worst', 6],
    ['6 getting better', 6],
    ['6 now, getting out of bed was slow', 6],
    ['sat all day 6', 6],
    ['4 my daughter says I should rest', 4],
    ['6 in pain for an hour now', 6],
  ])('%j: still logged as %d', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });
});

describe('a night that was slept, and a day by itself', () => {
  it.each([
    ['slept badly last night, 4', 4],
    ['hardly slept last night 6', 6],
    ['mal dormi hier soir, 4', 4],
  ])('%j: the sleep is dated, %d is of today', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });

  it.each([
    ['sorry about yesterday. 6', 6],
    ['désolé pour hier. 4', 4],
    ['gardened yesterday, 6', 6],
    ['moi hier je suis au champ, le mal 9, le soir je dors pas', 9],
  ])('%j: may be of yesterday, %d is asked about', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score-in-doubt', score, day: 'yesterday' });
  });

  it('what stands before "for last night" is of it', () => {
    expect(intentOf('Put me down as 3 for last night please, phone was dead')).toMatchObject({
      kind: 'yesterday',
      score: 3,
    });
  });
});
