import { describe, expect, it } from 'vitest';
import { readActivityWords } from '../../../shared/domain/reading/command/activity-words.ts';
import { readGoalSentence } from '../../../shared/domain/reading/command/goal-words.ts';

describe('what stands behind ACTIVITY', () => {
  it.each([
    ['gardening', 'gardening'],
    [' : Gardening with Jo.', 'Gardening with Jo'],
    ['– le jardinage !', 'le jardinage'],
    ['x'.repeat(40), 'x'.repeat(40)],
  ])('names one: %s', (said, words) => {
    expect(readActivityWords(said)).toEqual({ kind: 'named', words });
  });

  it.each(['', ' ', ':', '...'])('asks for it where there is no word: "%s"', (said) => {
    expect(readActivityWords(said)).toEqual({ kind: 'ask' });
  });

  it.each([
    'makes it worse',
    'physique impossible',
    'gardening 6',
    'gardening?',
    'go',
    'one two three four five',
    'x'.repeat(41),
  ])('names none where something is said of it, or too much: %s', (said) => {
    expect(readActivityWords(said)).toBeUndefined();
  });
});

describe('a goal in a sentence', () => {
  it.each([
    ['my goal is to walk to the shop', 'walk to the shop'],
    ['My new goal: sleep through', 'sleep through'],
    ['I want my goal to be gardening', 'gardening'],
    ['Mon objectif est de marcher 20 min', 'marcher 20 min'],
    ['OBJECTIF marcher 20 min', 'marcher 20 min'],
    ['but : jardiner', 'jardiner'],
    ['But marcher jusqu’au marché', 'marcher jusqu’au marché'],
  ])('is kept as it was said: %s', (said, words) => {
    expect(readGoalSentence(said)).toBe(words);
  });

  it.each([
    'but it hurts',
    'what is my goal?',
    'my goal is to walk?',
    'objectif atteint',
    'objectif 6',
    'my goal is 5',
    'walk to the shop',
    '',
  ])('is not heard in other words: %s', (said) => {
    expect(readGoalSentence(said)).toBeUndefined();
  });
});
