import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../shared/domain/reading/answer/read-answer.ts';

describe('short answers', () => {
  it.each([
    ['yes', 'yes'],
    ['Oui !', 'yes'],
    ["C'est ça", 'yes'],
    ['non merci', 'no'],
    ['none of them, thanks', 'none'],
    ['Aucun', 'none'],
    ['ANY', 'any'],
    ['👍🏽', 'ok'],
    ["d'accord", 'ok'],
    ['yes but only when I sit', undefined],
    ['no idea what you mean', undefined],
    ['', undefined],
  ])('%j is %s', (text, answer) => {
    expect(readAnswer(text)).toBe(answer);
  });
});
