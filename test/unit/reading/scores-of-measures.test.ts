import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;
const logged = ['score', 'yesterday', 'fix'];

describe('a number that measures something else than the pain', () => {
  it.each([
    'hr 5',
    'hr 5 today',
    'my hr is 5',
    'resting pulse 8',
    'heart rate 8 this morning',
    'bpm 72',
    'bp 9',
    'BP 12/8',
    'blood pressure 14 over 9',
    'temp 38',
    'temp is 9',
    'sugar 6',
    'fasting glucose 5.5',
    'sugars 7 this morning',
    'o2 sats 9',
    'oxygen 9',
    'spo2 10',
    'peak flow 4',
    'hba1c 6.5',
    'hb 9',
    'rr 9',
    'tsh 3',
    'inr 2.5',
    'ketones 2',
    'cholesterol 5',
    'weight 9',
    'bmi 8',
    'slept for 5',
    'hours 6',
    'hours of sleep: 7',
    'steps: 8',
    'glasses of water 6',
    'reps 8',
    'squats 10',
    'calories 8',
    'dose 5',
  ])('%j is not logged', (body) => {
    expect(logged).not.toContain(intentOf(body).kind);
  });

  it.each([
    'pouls 6',
    'pouls 6 ce matin',
    'fréquence cardiaque 8',
    'tension 9',
    'tension 12/8',
    'ma tension est à 8',
    'temp 9',
    'glycémie 6 à jeun',
    'ma glycémie à 5',
    'dextro 8',
    'sucre 7',
    'diabète 8 ce matin',
    'oxygène 9',
    'saturation à 9',
    'hémoglobine 10',
    'cholestérol 5',
    'fer 8',
    'poids 9',
    'imc 8',
    "j'ai dormi 4",
    'heures de sommeil 6',
    'heures dormies 6',
    'pompes 10',
    'répétitions 8',
    'vitamine d 9',
  ])('%j n’est pas notée', (body) => {
    expect(logged).not.toContain(intentOf(body).kind);
  });

  it.each([
    ['PAIN 5, hr 72', 5],
    ['pain 6, bp fine', 6],
    ['bp normal, pain 5', 5],
    ['bp ok 4', 4],
    ['sats fine, back 5', 5],
    ['slept 5 hrs, pain 6', 6],
    ['sugar is fine, 4 today', 4],
    ['back 6, temp normal', 6],
    ['pain 6 after bp check', 6],
    ['no temp, 5', 5],
    ['mood low, pain 7', 7],
    ['poor sleep pain 7', 7],
    ["Temp of 38.4 two days running and back's a 7", 7],
    ['tension in my back 6', 6],
    ['gardening 6', 6],
    ['stairs 6', 6],
    ['evening 6', 6],
    ['grr 7', 7],
    ['brr 4', 4],
    ['pain lvl 5', 5],
    ['solid 6 after a 10 hr shift', 6],
    ['douleur 5, pouls 72', 5],
    ['douleur 6 tension ok', 6],
    ['tension normale, dos 5', 5],
    ['mal 4, glycémie bonne', 4],
    ['tensions dans le dos 6', 6],
    ['pas de fièvre, 5', 5],
    ['mauvais sommeil, 6', 6],
    ['6,5 je coupe la poire en deux', 6.5],
    ['bjr dlr 7', 7],
    ['mdr 6', 6],
  ])('%j is the pain all the same', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });
});

describe('a number whose measure is told behind it', () => {
  it.each([
    '8 my sugar was, doc says fine',
    '7 is my heart rate',
    '9 was my weight',
    "6 c'était ma glycémie",
    '5 mon pouls est, dit le docteur',
    '8 mon sucre était',
  ])('%j is asked about', (body) => {
    expect(intentOf(body).kind).toBe('score-in-doubt');
  });

  it.each(['6 my blood pressure is fine', '6, my bp was ok', '5 is my pain', "4 c'est la douleur", '7 was the worst'])(
    '%j is the pain all the same',
    (body) => {
      expect(intentOf(body).kind).toBe('score');
    },
  );
});
