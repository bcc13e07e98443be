import { describe, expect, it } from 'vitest';
import type { SafetyFlag } from '../../../shared/domain/reading/intent.ts';
import { type Danger, graverDanger, noDanger } from '../../../shared/domain/reading/parsed-reply.ts';
import type { Check } from '../../../shared/domain/reading/second-opinion/checks.ts';

const flag = (of: SafetyFlag, isPrivate = false): Danger => ({ kind: 'flag', flag: of, isPrivate });
const doubted = (of: SafetyFlag): Danger => ({ kind: 'doubted', flag: of });
const suspected = (of: Check): Danger => ({ kind: 'suspected', of });

describe('the danger in two parts of one message', () => {
  it.each<[string, Danger, Danger, Danger]>([
    ['none at all', noDanger, noDanger, noDanger],
    ['a flag in one of them', noDanger, flag('today'), flag('today')],
    ['the graver of two flags', flag('today'), flag('crisis'), flag('crisis')],
    [
      'the graver of two flags, and words that are kept nowhere',
      flag('now'),
      flag('violence', true),
      flag('now', true),
    ],
    ['a flag before a suspicion', flag('today'), suspected('hopeless'), flag('today')],
    ['the graver of two doubted flags', doubted('today'), doubted('now'), doubted('now')],
    ['a doubted flag before signs that are only suspected', doubted('today'), suspected('signs'), doubted('today')],
    ['what sounds like despair beside a doubted sign', doubted('today'), suspected('hopeless'), flag('crisis', true)],
    ['a doubted emergency beside what sounds like being hurt', doubted('now'), suspected('hurt'), flag('now', true)],
  ])('is %s', (_, one, other, both) => {
    expect(graverDanger(one, other)).toEqual(both);
    expect(graverDanger(other, one)).toEqual(both);
  });

  it('is the first of two suspicions', () => {
    expect(graverDanger(suspected('hurt'), suspected('signs'))).toEqual(suspected('hurt'));
    expect(graverDanger(suspected('signs'), suspected('hurt'))).toEqual(suspected('signs'));
  });
});
