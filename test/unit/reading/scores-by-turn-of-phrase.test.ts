import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;
const logs = (body: string): boolean => ['score', 'yesterday', 'fix'].includes(intentOf(body).kind);

describe('a level that is held', () => {
  it.each([
    ['been 7 all week', 7],
    ['à 7 toute la semaine', 7],
    ['été à 7 toute la semaine', 7],
    ["j'ai été à 6 depuis lundi", 6],
    ['still at 6 doc', 6],
    ['still at 6', 6],
    ['yeah still at six today', 6],
    ['toujours à 6 doc', 6],
  ])('is a score: %j', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });

  it.each([
    'still at work till 6',
    'still at 6 oclock',
    'still up at 6',
    'still at 6 Elm Road',
    'still at 6 tablets a day',
    'still at 6 kg',
    'dinner still at 6',
    'toujours debout à 6',
    'encore au boulot à 6',
    'encore à 6 semaines de la retraite',
    'levé à 7 toute la semaine',
    'ouvert à 7 toute la semaine',
    'up at 7 all week',
    'start at 6 all week',
  ])('is no hour, count or address: %j', (body) => {
    expect(logs(body)).toBe(false);
  });
});

describe('what a day held, right behind PAIN', () => {
  it.each([
    ['PAIN 4 return to work', 4],
    ['DOULEUR 4 retour à la maison', 4],
    ['DOULEUR 4 voyage en train', 4],
    ['DOULEUR 4 anniversaire du petit', 4],
    ['PAIN 4 night shift', 4],
    ['PAIN 3 day off', 3],
    ['PAIN 4 bus ride', 4],
  ])('is a remark: %j', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });

  it.each([
    'PAIN 2 paracetamol at noon',
    'PAIN 2 sertraline at night',
    'PAIN 3 naproxene avec le repas',
    'PAIN 2 beers with the lads',
    'PAIN 4 returns',
    'PAIN 4 night shifts',
    'PAIN 3 days off',
    'pain 2 day trip',
    'PAIN 3 kids at home',
    'DOULEUR 3 jours de repos',
    'DOULEUR 3 jour de repos',
    'DOULEUR 2 doliprane à midi',
    'DOULEUR 4 séances de kiné',
  ])('is not what is counted: %j', (body) => {
    expect(logs(body)).toBe(false);
  });

  it.each([
    'PAIN 6 sorry 4',
    'PAIN 6 no 4',
    'PAIN 6 but 4',
    'DOULEUR 6 mais 4',
    'DOULEUR 6 puis 4',
    'PAIN 6 sometimes 4',
  ])('is one of two that contend, asked about as one, in %j', (body) => {
    expect(intentOf(body)).toMatchObject({ kind: 'unclear' });
  });

  it.each([
    ['PAIN 4 kids 2', 4],
    ['PAIN 5 pills 3', 5],
    ['DOULEUR 4 enfants 2', 4],
  ])('has its own number in %j, and the one behind the command is asked about', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score-in-doubt', score });
  });
});

describe('an extreme, a limit, a condition or a change is asked about', () => {
  it.each([
    ['best 3', 3],
    ['worst 8', 8],
    ['lowest 2', 2],
    ['highest 8', 8],
    ['hit 9 at one point', 9],
    ['pire moment 9', 9],
    ['pire moment de la semaine : 9', 9],
    ['au plus bas 2', 2],
    ["c'est monté jusqu'à 9", 9],
    ['weekly average 5', 5],
    ['6 mais sans medoc', 6],
    ['4 mais avec la morphine', 4],
    ['4 but only with tramadol', 4],
    ['6 on a bad step', 6],
    ['only when I bend, 8', 8],
    ['sitting 4', 4],
    ['standing: 7', 7],
    ['before tablets 7', 7],
    ['2 down on yesterday', 2],
  ])('%j', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score-in-doubt', score });
  });

  it.each([
    ['sitting at 6 doc', 6],
    ['down to 2', 2],
    ['average 5', 5],
    ['Average over the day: 5, I believe.', 5],
  ])('but not %j', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });
});

describe('what is counted, dosed, told of another or done by another is no score', () => {
  it.each([
    'three lads jumped up to give me their seat',
    '3 point turns for half an hour',
    "J'ai chuté de l'échelle, 3 bons mètres, sur le dos",
    "trois grands verres d'eau et toujours rien",
    'envie de pipi pendant tout le film, trois thés',
    'mes cachets comme prévu, deux le matin',
    'They give me the tramadol 50, one in morning one in night',
    "je reste couché tout l'acte trois",
    "I've been keeping back two a night",
    'huit et demi non huit',
    'My husband gave his own pain a 7',
  ])('%j', (body) => {
    expect(logs(body)).toBe(false);
  });

  it.each([
    ['my own pain is 7', 7],
    ['6 gros bisous', 6],
    ['5 bonne journée', 5],
    ['6 le matin', 6],
  ])('but %j is', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });
});

describe('"plutôt 4", "oups c 3"', () => {
  it.each([
    ['plutôt 4', 4],
    ['oups c 3', 3],
    ['oops 6', 6],
  ])('%j puts a score right, and is one where there is none', (body, score) => {
    expect(intentOf(body)).toEqual({ kind: 'fix', score, isScoreByItself: true });
  });

  it('"FIX 4" is a correction alone, and an excuse for being late is none', () => {
    expect(intentOf('FIX 4')).toEqual({ kind: 'fix', score: 4 });
    expect(intentOf("oups j'ai oublié, 6").kind).toBe('score');
  });

  it('"m\'a remplacé" was done by somebody else', () => {
    expect(intentOf("l'équipe de pétanque m'a remplacé, 2").kind).toBe('score');
  });
});

describe('yesterday in short French', () => {
  it.each([
    ['hier c t 4', 4],
    ['hier g t a 5', 5],
    ["Hier au soir j'étais à 7", 7],
    ["hier j'étais qu'à 1", 1],
    ["yesterday's average: 6.5", 6.5],
  ])('%j', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'yesterday', score });
  });

  it.each(["j'étais à 7", 'c t 4', "hier j'étais à 2 heures de route", 'c t à 6 la réunion'])(
    '%j is not logged: no day, or no score',
    (body) => {
      expect(logs(body)).toBe(false);
    },
  );
});
