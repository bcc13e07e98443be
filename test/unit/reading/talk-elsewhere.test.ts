import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

describe('talk, in the words of people from elsewhere', () => {
  it.each([
    ['Your counsel has been of great benefit.', 'thanks'],
    ['Je vous sais gré de votre sollicitude.', 'thanks'],
    ['ok I understand', 'courtesy'],
    ["d'accord chef", 'courtesy'],
    ['ey up', 'greeting'],
    ['Ought I to consult my physician?', 'doctor'],
    ['A friend of mine would care to enrol. How might he?', 'invite'],
    ['Je ne saisis pas le sens de votre question.', 'puzzled'],
    ['À qui mes réponses sont-elles communiquées ?', 'privacy'],
  ])('%j is about %s', (body, about) => {
    expect(parseReply(body, lexicon).intent).toMatchObject({ kind: 'talk', about });
  });
});
