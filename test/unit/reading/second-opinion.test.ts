import { describe, expect, it } from 'vitest';
import { isHopeless, isSign, modelFor, type Sample } from '../../../content/build/train-second-opinion.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { piecesOf, secondOpinion } from '../../../shared/domain/reading/second-opinion/second-opinion.ts';
import { lexicon } from './fresh-lexicon.ts';

const samples = (['anna', 'bob', 'cleo'] as const).flatMap((voice): Sample[] => {
  const of = (label: string, texts: readonly string[]) =>
    texts.map((text) => ({ voice, label, pieces: piecesOf(`${text} ${voice}`) }));
  return [
    ...of('now', ['the wombat has no feeling', 'no feeling below', 'lost all feeling there']),
    ...of('crisis', ['all is so dark', 'so dark and empty']),
    ...of('none', ['a lovely walk', 'slept well', 'pain six', 'thanks for the tip', 'off to the shops', 'nice tea']),
  ];
});
const models = () => ({ signs: modelFor(samples, isSign, 0.05), hopeless: modelFor(samples, isHopeless, 0.05) });

describe('the second opinion', () => {
  it('is the same for the same texts', () => {
    expect(models()).toEqual(models());
  });

  it('flags what is like what it learnt, and nothing else', () => {
    const opinion = secondOpinion(models());
    expect(opinion('i have no feeling in it')).toBe('signs');
    expect(opinion('it is so dark')).toBe('hopeless');
    expect(opinion('a lovely tea')).toBeUndefined();
  });

  it('takes 40 KB at most', () => {
    expect(JSON.stringify(models()).length).toBeLessThan(40_000);
  });

  it('is not asked beside a red flag, nor about a bare word or number', () => {
    expect(parseReply('I cannot feel my groin', lexicon)).not.toHaveProperty('check');
    for (const text of ['6', 'PAIN 6', 'HELP', 'ok', '']) expect(parseReply(text, lexicon)).not.toHaveProperty('check');
  });
});
