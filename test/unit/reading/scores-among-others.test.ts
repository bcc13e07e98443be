import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';

const lexicon = loadLexicon();
const read = (text: string) => {
  const { intent } = parseReply(text, lexicon);
  return 'score' in intent ? `${intent.kind} ${intent.score}` : intent.kind;
};

describe('a score beside what is none', () => {
  it.each([
    ['half of something else', '5 and a half-read book', 'score 5'],
    ['a half of its own', '5 and a half, sore', 'score 5.5'],
    ['the clock in words', '6 since I got up at quarter to five.', 'score 6'],
    ['what somebody would have said', "If my mother were here she'd say nine. I say 3.", 'score 3'],
    ['this morning in Quebec', 'six à matin', 'score 6'],
    ['"même" in SMS French', 'toujours pareil 4 mm avec la ceinture', 'score-in-doubt 4'],
    ['what may count something', '3 efferalgan a midi et c est a 2', 'score-in-doubt 2'],
    ['what may count something', 'chaise 2 rangée, et je m en sors avec 4', 'score-in-doubt 4'],
    ['a command that is none', 'pause de 3h: 5', 'score-in-doubt 5'],
    ['the back that is up again', 'Me back playing up again, 5 when im just sitting here', 'score-in-doubt 5'],
    ['"walked" in French, whose letters count steps', 'DOULEUR 6 marché 20 minutes', 'score 6'],
    ['the same without its accent', 'DOULEUR 6 marche 20 minutes', 'score 6'],
    ['the market', '4 marché puis sieste', 'score 4'],
    ['steps', '6 marches', 'unclear'],
    ['an outing', '1 course', 'score-in-doubt 1'],
    ['an outing', '1 sortie', 'score-in-doubt 1'],
    ['an outing', '1 walk', 'score-in-doubt 1'],
    ['two of them', '2 walks', 'score-in-doubt 2'],
    ['what it was felt at', 'PAIN 1 walk', 'score 1'],
    ['what it was felt at', '1/10 walk', 'score 1'],
    ['what it was felt at', '6 walk', 'score 6'],
    ['what the person reckons', 'All in all I make it a 5 for the day.', 'score 5'],
    ['what has settled', 'it settled at a 3 after the shower', 'score 3'],
  ])('is told from %s: %s', (_kind, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['a wish', 'What I would give for a 2.'],
    ['a countdown', 'Only 5 sleeps till we fly.'],
    ['the day of a month', 'opéré du dos le 4, pansement changé'],
    ['an article', 'un mec en trottinette m a rentré dedans'],
    ['so many each time', 'two at a time, as the doctor said'],
  ])('is not read into %s: %s', (_kind, text) => {
    expect(read(text)).not.toMatch(/^(?:score|yesterday|fix) /);
  });
});
