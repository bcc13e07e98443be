import { describe, expect, it } from 'vitest';
import { loadReplyReading } from '../../../shared/content/reply-reading.ts';

const { parse } = loadReplyReading();
const kindOf = (body: string): string => parse(body).intent.kind;

describe('a number that no one gave', () => {
  it.each([
    // A pronoun and an article.
    'tell me more about the sitting one',
    'rough one today',
    'that was a lovely one today',
    'Also the email one',
    'a cold one and an early night',
    'Saw accident on highway, one bike was crushed. We are safe',
    'One every day is too many',
    'Un tout grand merci',
    'un par semaine ça suffit',
    'les reins me font un mal de chien',
    'jai eu 1 nouvelle douleur au milieu du do',
    '1 par semaine ca ira',
    // Counted from something, or times something.
    'discectomie J+8, cicatrice propre',
    'Montréal dès lundi (UTC-5)',
    'Kiné ×3 cette semaine',
    'douleur haute, nouvelle, 10 j.',
    // None of something.
    'like zero warning then its gone',
    // Company.
    'the vet says the dog has a bad hip so that makes two',
    // An hour that is asked for.
    'send us it of an evenin instead would ya, about 6',
    'Please send more late, when i finish work, like 8 in the night',
  ])('%j is not logged', (body) => {
    expect(['score', 'yesterday', 'fix']).not.toContain(kindOf(body));
  });

  it.each([
    ['one', 1],
    ['Pain one', 1],
    ['one today', 1],
    ['just a one this morning', 1],
    ['un', 1],
    ['douleur un', 1],
    ['un aujourd’hui', 1],
    ['zero', 0],
    ['zero pain', 0],
    ['one and a half', 1.5],
    ['pain #6', 6],
  ])('%j is', (body, score) => {
    expect(parse(body).intent).toMatchObject({ kind: 'score', score });
  });
});

describe('a number whose clause is about the pain', () => {
  it.each([
    ['my back got me at 8, I cant get up out the seat', 8],
    ['mon dos me dit 7 et moi je lui dis zut', 7],
    ['je souffre à 8 ce soir', 8],
    ['bsr, g mal a 7 la', 7],
    ['6 normal 6, nothin weird', 6],
    ['barely a 1 this morning', 1],
    ['à peine 1 ce soir', 1],
    ['over the whole day id average it at 4', 4],
    ['pain is 8 from 10 today', 8],
    ['2am cant sleep its a 9', 9],
    ['bk pain 7 2day', 7],
    ['4 pas plus', 4],
    ['back pain 3 knee pain dont ask', 3],
    ['five and an arf', 5.5],
  ])('%j', (body, score) => {
    expect(parse(body).intent).toMatchObject({ kind: 'score', score });
  });

  it.each([
    ['my back went at 7', 7],
    ['3 sans bouger', 3],
    ['2 après le doliprane', 2],
    ['9 de colère contre ce dos', 9],
    ['- 2 ! même pas mal', 2],
    ['4 again for the old boy next door', 4],
    ["c'est bien 6 qu'il faut mettre quand ça empêche de dormir ?", 6],
  ])('%j is asked about', (body, score) => {
    expect(parse(body).intent).toMatchObject({ kind: 'score-in-doubt', score });
  });
});
