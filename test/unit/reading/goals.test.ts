import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (words: string) => parseReply(words, lexicon).intent;

describe('a goal', () => {
  it.each([
    ['GOAL walk 20 min', 'walk 20 min'],
    ['goal: Walk to the shop, then back!', 'Walk to the shop, then back'],
    ['Goal 3 walks a week', '3 walks a week'],
    ['OBJECTIF aller au marché à pied', 'aller au marché à pied'],
    ['objectif : 20 minutes de marche', '20 minutes de marche'],
    ['Objectif 3 marches par semaine', '3 marches par semaine'],
    ['BUT marcher 20 min', 'marcher 20 min'],
    ['But : le jardin, une heure', 'le jardin, une heure'],
    ["but m'occuper du potager", "m'occuper du potager"],
    ['My goal is to walk to the shop', 'walk to the shop'],
    ['new goal: lift my grandson', 'lift my grandson'],
    ['Mon objectif est de porter mon petit-fils', 'porter mon petit-fils'],
    ["mon but c'est d'aller à l'église à pied", "aller à l'église à pied"],
    ['Nouvel objectif : danser au mariage de ma sœur', 'danser au mariage de ma sœur'],
  ])('is set by %j, in its own words', (text, words) => {
    expect(intentOf(text)).toEqual({ kind: 'goal', words });
  });

  it.each(['GOAL', 'goal?', 'what is my goal', 'Objectif', 'mon objectif', 'quel est mon objectif ?'])(
    'is asked for by %j',
    (text) => expect(intentOf(text)).toEqual({ kind: 'goal' }),
  );

  it.each([
    ['DONE', 'done'],
    ['done!', 'done'],
    ['FAIT', 'done'],
    ["c'est fait", 'done'],
    ['objectif atteint', 'done'],
    ['NOTYET', 'not-yet'],
    ['not yet', 'not-yet'],
    ['PAS ENCORE', 'not-yet'],
    ['PASENCORE', 'not-yet'],
    ['CHANGE', 'change'],
    ['change my goal', 'change'],
    ['CHANGER', 'change'],
    ["changer d'objectif", 'change'],
  ])('has come so far, %j says', (text, as) => expect(intentOf(text)).toEqual({ kind: 'goal-progress', as }));

  it.each([
    'but it hurts',
    'but marching helps',
    'But better today',
    'but more pain than yesterday',
    'my goalkeeper days are over',
    'what is a goal for?',
    'is my goal too far?',
    'not done yet with this pain',
    "fait mal aujourd'hui",
    'change of weather hurts',
    'changer de matelas?',
    'objectivement ça va',
    'my goal is 3',
  ])('is not what %j is about', (text) => {
    const { kind } = intentOf(text);
    expect(kind).not.toBe('goal');
    expect(kind).not.toBe('goal-progress');
  });

  it.each([
    ['Objectif 2, réel 5.', 5],
    ['but stronger today, 4', 4],
    ['pain 6, my goal is to walk', 6],
  ])('takes no score away: %j is a %d', (text, score) =>
    expect(intentOf(text)).toMatchObject({ kind: 'score', score }),
  );

  it('is not read past a red flag or a goodbye', () => {
    expect(parseReply('GOAL to end my life tonight', lexicon).danger).toMatchObject({ kind: 'flag', flag: 'crisis' });
    expect(parseReply('GOAL stop texting me', lexicon).leaving.kind).toBe('leaves');
    expect(parseReply('GOAL stop smoking', lexicon).leaving.kind).not.toBe('leaves');
  });
});
