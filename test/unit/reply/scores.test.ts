import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reply/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;
const askForOneNumber = { kind: 'unclear', about: 'score' };

describe('a score is logged', () => {
  it.each([
    ['6', 6],
    ['6/10', 6],
    ['6 / 10', 6],
    ['6 out of 10', 6],
    ['pain: 6', 6],
    ['PAIN６', 6],
    ['pain6', 6],
    ['six', 6],
    ['pain is a 6 today', 6],
    ['6.5', 6.5],
    ['6,5', 6.5],
    ['6 1/2', 6.5],
    ['6½', 6.5],
    ['six and a half', 6.5],
    ['pain six point five', 6.5],
    ['my back is 7 today', 7],
    ["it's a 4", 4],
    ['it’s a 4', 4],
    ["I'm at a 6", 6],
    ['7 today', 7],
    ['no pain', 0],
    ['No pain today!', 0],
    ['pain-free', 0],
    ['0', 0],
    ['zero', 0],
    ['10/10', 10],
    ['6️⃣', 6],
    ['1️⃣0️⃣', 10],
    ['🔟', 10],
    ['pain ⑥', 6],
    ['6 😊', 6],
    ['pian 6', 6],
    ['PAUN 6', 6],
    ['PAIN (6)', 6],
    ['Hi, pain 6', 6],
    ['my pain was 6 this morning', 6],
    ['DOULEUR 6', 6],
    ['MAL 6', 6],
    ['mal au dos 6', 6],
    ["c'est 6", 6],
    ['6 sur 10', 6],
    ['pas de douleur', 0],
    ['P\u200BAIN \u200B6', 6],
  ])('%j is %s', (body, score) => {
    expect(intentOf(body)).toEqual({ kind: 'score', score });
  });

  it.each([
    ['pain 6 after gardening', 6, 'after gardening'],
    ['PAIN 6, slept badly last night', 6, 'slept badly last night'],
    ['pain 6 after 20 minutes walk', 6, 'after 20 minutes walk'],
    ['PAIN 6 took 2 pills at 7am', 6, 'took 2 pills at 7am'],
    ['pain 6 one of those days', 6, 'one of those days'],
    ['PAIN 6 same as yesterday', 6, 'same as yesterday'],
    ['pain 3, no numbness', 3, 'no numbness'],
    ['pain 8 and numb between my legs, cannot pee', 8, 'and numb between my legs, cannot pee'],
    ['Pain 5 Après le Jardin', 5, 'Après le Jardin'],
    ['PAIN 3\n\nThanks, Ana', 3, 'Thanks, Ana'],
    ['6\n\nBest, Ana', 6, 'Best, Ana'],
  ])('%j is %s, and the rest is kept in their words', (body, score, note) => {
    expect(intentOf(body)).toEqual({ kind: 'score', score, note });
  });
});

describe('what may not be a score is asked about', () => {
  it.each([
    // more than one candidate
    ...['5-6', '5–6', '5 or 6', '4 then 7', 'was 7 now 4', '5/6', '5, 6', '5,6', 'five or six', '5️⃣-6️⃣', '6\n7'],
    ...[
      'pain 6 fix 5',
      'pain 6 or 7',
      'pain 6-7',
      'pain 6 7',
      'pain 6 then 4',
      'pain 6 this morning 3 now',
      'pain 6, 7',
    ],
    ...[
      'no pain in legs but back 6',
      'pain 6 maybe more',
      'pain 6 (was 8)',
      'fix 5 not 6',
      'pain 8 on bad days 4 on good',
    ],
    // out of range
    ...[
      '11',
      '-1',
      '−1',
      '60%',
      '60 %',
      '8/5',
      '100',
      'pain 10.5',
      '6/100',
      '6 out of 7',
      'PAIN 11',
      'PAIN -1',
      'six hundred',
    ],
    ...['10 and a half', '6.25', '6.50', '06', '007'],
    // not plainly a digit
    ...['6²', '⁶', '6\u0336', '٦', '6+', '~6', '<6', '6?'],
    // measures something else
    ...['7 am', '20 minutes', '2 pills', 'took 2 pills', 'walked 3 km', '5mg', 'day 3', 'L5', 'at 6', '2nd', '5 times'],
    ...[
      '555-1234',
      '12/11/2026',
      '4 hours',
      '2 days',
      '$5',
      '24/7',
      '9-5',
      "it's 4 pm",
      '2 💊',
      '7 tonight',
      '6 weeks',
    ],
    ...[
      'pain 6 hours',
      'pain 2 pills',
      'pain 3 times',
      'pain 6 am',
      'pain 6 2 pills',
      'pain 6%',
      'pain 6 sessions',
      '20 minutes of walking',
    ],
    // guessed, denied, taken back
    ...[
      'about 6',
      'maybe 6',
      'almost 7',
      'maybe six',
      'not 6',
      'pain not 6',
      'pain 6 oops',
      'pain 6 wait 7',
      'pain 6 no',
    ],
    ...['I meant 5', 'wrong number, I meant 5', 'I typed the wrong number', 'pain 6?'],
    // another day
    ...[
      'pain was 6 last week',
      'pain was 6',
      'pain 6 on Monday',
      'pain 6 last night',
      'pain 6, that was on Monday',
      '6 tomorrow',
    ],
    // no number where one belongs
    ...['PAIN', 'pain?', 'FIX', 'YDAY', 'FIX 11', 'YDAY 11', 'FIX 5-6', 'no pain, slept well'],
  ])('%j', (body) => {
    expect(intentOf(body)).toEqual(askForOneNumber);
  });
});

describe('yesterday', () => {
  it.each([
    'YDAY 6',
    'yesterday 6',
    'Yesterday was a 6',
    'pain 6 yesterday',
    '6 yesterday',
    'my pain was 6 yesterday',
    'HIER 6',
    'yday6',
    'pain 6 (yesterday)',
  ])('%j is logged for yesterday, not today', (body) => {
    expect(intentOf(body)).toEqual({ kind: 'yesterday', score: 6 });
  });

  it('keeps the rest as a note', () => {
    expect(intentOf('YDAY 6 after gardening')).toEqual({ kind: 'yesterday', score: 6, note: 'after gardening' });
  });

  it('has no pain too', () => {
    expect(intentOf('no pain yesterday')).toEqual({ kind: 'yesterday', score: 0 });
  });
});

describe('fix', () => {
  it.each(['FIX 5', 'fix: 5', 'fix to 5', 'Fix it to 5 please', 'fix5', 'CORRIGE 5', 'Corrigé 5'])(
    '%j corrects to 5',
    (body) => {
      expect(intentOf(body)).toEqual({ kind: 'fix', score: 5 });
    },
  );
});

describe('words without a score are a note', () => {
  it.each([
    ...[
      'more pain today',
      'no pain relief',
      'no pain meds',
      'my legs are tired',
      'one of those days',
      'thank you',
      'pas mal',
    ],
    ...[
      'the pain is bad',
      'no more pain',
      'fix my back',
      'yesterday was awful',
      'my two dogs kept me walking all day long',
      '',
    ],
  ])('%j', (body) => {
    expect(intentOf(body)).toEqual({ kind: 'note' });
  });
});
