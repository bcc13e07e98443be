import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

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
    ['7 tonight', 7],
    ['pain 6 i guess', 6],
    ['pain 6 i believe', 6],
    ['douleur 6 je crois', 6],
    ['douleur 6 à peu près', 6],
    ['about 6', 6],
    ['Pain: about a 6', 6],
    ['ok 4', 4],
    ['6 tonight', 6],
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
    ['mal 6', 6],
    ["douleur 6 aujourd'hui", 6],
    ['douleur 6 ce matin', 6],
    ["j'ai mal à 6 sur 10", 6],
    ['ma douleur est à 6', 6],
    ['je suis à 6', 6],
    ['a 6', 6],
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
    ['pain 6 bad night', 6, 'bad night'],
    ["PAIN 7 couldn't sleep", 7, "couldn't sleep"],
    ['pain 1 after a walk', 1, 'after a walk'],
    ['pain 2 feeling great', 2, 'feeling great'],
    ['pain 1 slept well', 1, 'slept well'],
    ['pain 3 much better today', 3, 'much better today'],
    ['pain 1, left leg', 1, 'left leg'],
    ['pain 6 left leg', 6, 'left leg'],
    ['pain 2 in one leg', 2, 'in one leg'],
    ['pain 2 I walked', 2, 'I walked'],
    ['pain 6 a bit stiff', 6, 'a bit stiff'],
    ['pain 6 tbh', 6, 'tbh'],
    ['pain 3 yay', 3, 'yay'],
    ['pain 10 worst ever', 10, 'worst ever'],
    ['pain 6 my dog pulled me', 6, 'my dog pulled me'],
    ["pain 6 didn't cancel the gym", 6, "didn't cancel the gym"],
    ['pain 6 sat too long', 6, 'sat too long'],
    ['pain 6 since sat', 6, 'since sat'],
    ['pain 6 after a busy weekend', 6, 'after a busy weekend'],
    ['pain 6 for most of the walk', 6, 'for most of the walk'],
    ['pain 6 "on fire"', 6, 'on fire'],
    ['pain 2/10 left leg', 2, 'left leg'],
    ['douleur 2 très bien dormi', 2, 'très bien dormi'],
    ['Pain 5 Après le Jardin', 5, 'Après le Jardin'],
    ['DOULEUR 6,5 après le jardin', 6.5, 'après le jardin'],
    ['douleur 6 après la marche', 6, 'après la marche'],
    ['mal 6 dans le dos', 6, 'dans le dos'],
    ['douleur 4, ça va mieux', 4, 'ça va mieux'],
    ['douleur 6 après un faux mouvement', 6, 'après un faux mouvement'],
    ['douleur 6 après un week-end chargé', 6, 'après un week-end chargé'],
    ['douleur 6 depuis mars', 6, 'depuis mars'],
    ['douleur 6, mal dormi cette nuit', 6, 'mal dormi cette nuit'],
    ["douleur 6 mon mari m'a massé", 6, "mon mari m'a massé"],
    ["douleur 6, j'ai annulé ma séance", 6, "j'ai annulé ma séance"],
    ["douleur 6 comme d'habitude", 6, "comme d'habitude"],
    ['douleur 4 il y a du mieux', 4, 'il y a du mieux'],
    ['douleur 4 ça passe', 4, 'ça passe'],
    ["douleur 6, je ne marche pas aujourd'hui", 6, "je ne marche pas aujourd'hui"],
    ['PAIN 3\n\nThanks, Ana', 3, 'Thanks, Ana'],
    ['no pain in legs but back 6', 6, 'no pain in legs'],
    ['PAIN 6 evening', 6, 'evening'],
    ['DOULEUR 5 soir', 5, 'soir'],
    ['PAIN 7 worse after lunch', 7, 'worse after lunch'],
    ['6 after gardening', 6, 'after gardening'],
    ['6, stiff after sitting', 6, 'stiff after sitting'],
    ['6 - stiff', 6, 'stiff'],
    ['6 (stiff)', 6, 'stiff'],
    ['it hurts when I sit, 6', 6, 'it hurts when I sit'],
    ['slept 4 hours, pain 7, stiff', 7, 'slept 4 hours, stiff'],
    ['no numbness today, 4', 4, 'no numbness today'],
    ['PAIN 3 light', 3, 'light'],
    ['6, watered the plants', 6, 'watered the plants'],
    ['DOULEUR 3 longue route en voiture', 3, 'longue route en voiture'],
    ['4 au réveil', 4, 'au réveil'],
    ['6\nSent from my iPhone', 6, 'Sent from my iPhone'],
    ['PAIN 6 "sore"', 6, 'sore'],
    ['PAIN 5 lower back', 5, 'lower back'],
    ['ma L5 me taquine, 5', 5, 'ma L5 me taquine'],
    ['6\n\nBest, Ana', 6, 'Best, Ana'],
  ])('%j is %s, and the rest is kept in their words', (body, score, note) => {
    expect(intentOf(body)).toEqual({ kind: 'score', score, note });
  });
});

describe('a lone number among words that nobody foresaw is logged', () => {
  it.each([
    ['back was being sweet to me so 3', 3],
    ['had 3 color appointments back to back and somehow only a 4', 4],
    ['on lunch so quick 7 k bye', 7],
    ['dans le bas à gauche 6', 6],
    ['7.5 frr', 7.5],
    ['pain 8 if yer up', 8],
    ["niveau 4 si j'ai bien compris votre système", 4],
    ['pain 8 truck would not start had to push it', 8],
    ['un 6 bien tassé', 6],
    ["he is asleep and if I turn the engine off he'll wake, back is a 6 in this seat", 6],
  ])('%j is %s', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });

  it.each([
    'je finis à 7',
    'il y en a 4',
    'what would a 10 be like I wonder',
    'himself was an awful 9 with his',
    'la semaine passée jétais à 8',
    'my momma back stay on 8',
    "Daddy's back is 8",
    'they tell me it is the L four L five disc',
    'achille a eu 8 sur 10 en dictée',
    'they put me on 10 of that flexeril',
  ])('%j is not', (body) => {
    expect(['score', 'yesterday', 'fix']).not.toContain(intentOf(body).kind);
  });
});

describe('the number right behind PAIN', () => {
  it.each([
    'PAIN 5 pills 3',
    'PAIN 7 pills 2',
    'DOULEUR 5 cachets 2',
    'PAIN 7 hours zero',
    'DOULEUR 7 mai zéro',
    'PAIN 10 minutes walk 4',
    'PAIN 6 hours of sleep 5',
  ])('does not lose to a later one: %j', (body) => {
    expect(['unclear', 'score-in-doubt']).toContain(intentOf(body).kind);
  });

  it.each([
    ['PAIN 7 chores', 7],
    ['PAIN 7 car', 7],
    ['DOULEUR 7 voiture', 7],
    ['PAIN 6 heels', 6],
  ])('is asked about where it may count what follows: %j', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score-in-doubt', score });
  });

  it('gives way to what is said of another day, and to a correction', () => {
    expect(intentOf('PAIN 8 yesterday, 5 today')).toMatchObject({ kind: 'score', score: 5 });
    expect(intentOf('PAIN 5 down from 7')).toMatchObject({ kind: 'score', score: 5 });
    expect(intentOf('PAIN 2 tablets').kind).toBe('unclear');
  });

  it.each(['level 3 on the bike', 'niveau 5 au tapis'])('%j is a machine’s, and asked about', (body) => {
    expect(intentOf(body).kind).toBe('score-in-doubt');
  });
});
