import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

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
    ...['pain 6 maybe more', 'pain 6 (was 8)', 'pain 8 on bad days 4 on good'],
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
    ...['555-1234', '12/11/2026', '4 hours', '2 days', '$5', '24/7', '9-5', "it's 4 pm", '2 💊', '6 weeks'],
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
    ...[
      'pain 5 p.m.',
      'pain 5 p m',
      'pain 5 a.m.',
      'pain 5 o clock',
      'pain 5 cm',
      'pain 5 inch',
      'pain 5 kilo',
      'pain 5 pound weight',
    ],
    ...[
      'pain 5 mm disc',
      'pain 2 feet',
      "pain 6'",
      'pain 6"',
      '6"',
      "FIX 6'",
      'pain 1 ibuprofen',
      'pain 1 advil',
      'pain 2 tylenol',
    ],
    ...['pain 3 beer', 'pain 10 fold worse', 'pain 5 yr old injury', 'pain 3 star', 'YDAY 1 leg', 'pain 6 bad nights'],
    // a place
    ...[
      'pain 1 leg',
      'pain one leg',
      'pain 1 side',
      'pain one side only',
      'pain one sided',
      'pain 1 knee',
      'pain 1 disc',
      'pain 1 spot',
    ],
    ...['pain 1 bad knee', 'pain 2 bad knees', 'pain 1 left leg', 'mal 1 jambe', 'pain 2 vertebrae'],
    // of another thing, though a level or a score is named
    ...['stress level 9', 'sleep score 8', 'mood score: 3', 'niveau de stress 8', 'fatigue level is a 7'],
    ...['noise level 4 in here', 'my handicap score is 9'],
    // another day, misspelt or meant
    ...['pain 6 the day before yesterday', 'pain 6 avant hier', 'pain 6 avant-hier'],
    ...[
      'pain 6 over the weekend',
      'pain 6 sun',
      'pain 6 on sat',
      'pain 6 on Sat.',
      'pain 6 tues',
      'pain 6 in january',
      'pain 6 last march',
    ],
    ...['pain 6 wednsday', 'pain 6 en janvier', 'pain 6 the other day', 'pain 6 the night before'],
    // taken back or bounded in the same breath
    ...[
      'pain 6 is incorrect',
      'pain 6 was false',
      'pain 6 is too low',
      "pain 6 isn't right",
      'pain 6 too low',
      'pain 6 scratch that',
    ],
    ...[
      'pain 6 nvm',
      'pain 6 never mind',
      'pain 6 nevermind',
      'pain 6 cancel that',
      'pain 6 just kidding',
      'pain 6 for my wife',
      'pain 6, for my husband',
    ],
    ...[
      'pain 6 at least',
      'pain 6 at most',
      'pain 6 max',
      'pain 6 minimum',
      'pain 6 and up',
      'pain 6 and rising',
      'pain 6 on average',
    ],
    ...[
      'pain 6 usually',
      'pain 6 au moins',
      'pain 2 bad to sleep',
      'pain 2 much',
      'pain 4 ever',
      'pain one oh',
      'pain ≠ 6',
      'pain =\u0338 6',
    ],
    ...[
      'pain 2 better',
      'pain 2 lower',
      'pain 6 sorry',
      'pain 6 not sure',
      'pain 6 at its worst',
      'pain 6 my wife',
      'pain 6 (my wife)',
    ],
    ...['pain 6 occasionally', 'pain 6 for her', 'pain 6 too high'],
    // guessed, denied, taken back
    ...['maybe 6', 'almost 7', 'maybe six', 'not 6', 'pain not 6', 'pain 6 oops', 'pain 6 wait 7', 'pain 6 no'],
    ...['I typed the wrong number', 'pain 6?'],
    // another day
    ...['pain was 6 last week', 'pain was 6', 'pain 6 on Monday', 'pain 6, that was on Monday', '6 tomorrow'],
    // in French: another day
    ...[
      'douleur 6 il y a une semaine',
      'douleur 6 il y a deux jours',
      "douleur 6, c'était il y a 2 jours",
      'douleur 6 la semaine passée',
      'douleur 6 le mois passé',
      "douleur 6 l'an passé",
    ],
    ...[
      "douleur 6 l'autre jour",
      'douleur 6 l’autre nuit',
      'douleur 6 l autre fois',
      "douleur 6 l'avant veille",
      "douleur 6 l'avant-veille",
    ],
    ...[
      'douleur 6 ce week-end',
      'douleur 6 ce weekend',
      'douleur 6 en mai',
      'douleur 6 en mars',
      'douleur 6 dim',
      'douleur 6 lun',
    ],
    ...[
      'douleur 6 mer.',
      'douleur 6 sam soir',
      'douleur 6 le jeu',
      'douleur 6 auparavant',
      'douleur 6 cette nuit',
      'douleur 6 la veille',
      "douleur 6 tout à l'heure",
    ],
    ...[
      "douleur 6 mais pas aujourd'hui",
      'pain 6 not today',
      'pain 6, but not today',
      'pain 6, that was two days ago',
      '6 il y a une semaine',
    ],
    // in French: taken back, or somebody else's
    ...[
      'douleur 7, je me suis trompée',
      "douleur 7 c'est faux",
      "douleur 7 n'est pas juste",
      "douleur 7, ce n'est pas ça",
      'douleur 7 pardon',
      'douleur 7 non pardon',
    ],
    ...[
      'douleur 7 annule',
      'douleur 7 annulez svp',
      'douleur 7 corrige',
      'douleur 7 oubliez',
      'douleur 7, oublie ça',
      'douleur 7 je rigole',
    ],
    ...[
      'douleur 7 blague',
      "douleur 7 j'ai menti",
      "douleur 7 c'est trop",
      'douleur 7 trop bas',
      'douleur 7 était trop',
      'douleur 7 mon mari',
    ],
    ...[
      'douleur 7 (ma femme)',
      'douleur 7, pour elle',
      'douleur 7, faute de frappe',
      'douleur 7 mauvais chiffre',
      'douleur 7, oups',
    ],
    ...[
      'douleur 7 mal tapé',
      'douleur 7 ignorez',
      'douleur 7 à l’époque',
      'douleur 7 avant',
      'douleur 7 ne pas compter',
    ],
    // in French: a time of day
    ...["j'ai mal à 5 du matin", 'hier 7 du matin', 'hier 8 du soir', 'hier à 8', 'à 6', 'a\u0300 6'],
    ...['À 6', 'mal à 5 heures', 'mal à 6', 'mal a 6', "c'est à 6"],
    // in French: a difference, a bound, a guess
    ...['douleur 2 en moins', '1 en moins', 'mal 3 en moins', 'douleur 5 de moins', '5 de plus', 'douleur 5 moins'],
    ...[
      'douleur 6 au pire',
      'douleur 6 au max',
      'douleur 6 maxi',
      'douleur 6 grand max',
      'douleur 6 au mieux',
      'douleur 6 en général',
    ],
    ...[
      "douleur 6 d'habitude",
      'douleur 6 souvent',
      'douleur 6 parfois',
      'douleur 6 et plus',
      'douleur 6 et quart',
      'douleur 6, peut-être',
    ],
    ...['douleur 6 sans doute', 'douleur 6 désolée', 'pain 6 in general', 'pain 6 sometimes'],
    ...['pain 6 and a quarter'],
    // in French: counts in the singular
    ...[
      'hier 5 kilomètre',
      'douleur 5 centimètre',
      'mal 5 bière',
      'douleur 5 doliprane',
      'mal 6 nuit',
      'mal à 5 orteil',
    ],
    ...[
      'mal 5 orteil',
      'douleur 5 verre',
      'douleur 5 marche',
      'douleur 5 séance',
      'douleur 5 journée',
      'douleur 5 sem',
    ],
    ...['douleur 5 quart'],
    // no number where one belongs
    ...['PAIN', 'pain?', 'FIX', 'YDAY', 'FIX 11', 'YDAY 11', 'FIX 5-6', 'no pain, slept well'],
  ])('%j', (body) => {
    expect(['unclear', 'score-in-doubt']).toContain(intentOf(body).kind);
  });
});

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
