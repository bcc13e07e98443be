import { describe, expect, it } from 'vitest';
import { modelsFor, type Sample } from '../../../content/build/train-second-opinion.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { featuresOf } from '../../../shared/domain/reading/second-opinion/features.ts';
import { secondOpinion } from '../../../shared/domain/reading/second-opinion/second-opinion.ts';
import { lexicon, models as trained, words } from './fresh-lexicon.ts';

const samples = (['anna', 'bob', 'cleo'] as const).flatMap((voice): Sample[] => {
  const of = (label: string, texts: readonly string[]) =>
    texts.map((text) => ({ voice, label, features: featuresOf(words(`${text} ${voice}`)) }));
  return [
    ...of('now', ['the wombat has no feeling', 'no feeling below', 'lost all feeling there']),
    ...of('crisis', ['all is so dark', 'so dark and empty']),
    ...of('violence', ['hit by the uncle', 'the uncle came with a belt']),
    ...of('none', ['a lovely walk', 'slept well', 'pain six', 'thanks for the tip', 'off to the shops', 'nice tea']),
  ];
});
const most = { hard: 0.05, plain: 0 };
const models = () => modelsFor(samples, { signs: most, hopeless: most, hurt: most });

describe('the second opinion', () => {
  it('is the same for the same texts', () => {
    expect(models()).toEqual(models());
  });

  it('flags what is like what it learnt, and nothing else', () => {
    const opinion = secondOpinion(models());
    expect(opinion(words('i have no feeling in it'))).toBe('signs');
    expect(opinion(words('it is so dark'))).toBe('hopeless');
    expect(opinion(words('that uncle and his belt'))).toBe('hurt');
    expect(opinion(words('a lovely tea'))).toBeUndefined();
  });

  it('takes 40 KB a language at most', () => {
    expect(JSON.stringify(trained).length).toBeLessThan(80_000);
  });

  it('is not asked beside a red flag, nor about a bare word or number', () => {
    expect(parseReply('I cannot feel my groin', lexicon)).not.toHaveProperty('check');
    for (const text of ['6', 'PAIN 6', 'HELP', 'ok', '']) expect(parseReply(text, lexicon)).not.toHaveProperty('check');
  });
});
