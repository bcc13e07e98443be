import type { Language } from '../../shared/domain/people/subscriber.ts';
import type { Random } from './random.ts';

/** How the clinic is to hear of what somebody says: that they are to be called, need help now, or the same day. */
export type Danger = 'call' | 'now' | 'today' | 'asked';

interface RedFlagWords {
  readonly danger: Danger;
  readonly en: string;
  readonly fr: string;
  readonly score?: number;
}

/** What people say in either language when something is wrong, and the service must not miss. */
const [first, ...others]: readonly [RedFlagWords, ...RedFlagWords[]] = [
  {
    danger: 'now',
    en: 'my legs are numb and I cannot pee',
    fr: "j'ai les jambes engourdies et je ne peux plus uriner",
  },
  { danger: 'now', en: 'PAIN 9 and I cannot pee', fr: 'DOULEUR 9 et je ne peux plus uriner', score: 9 },
  { danger: 'now', en: 'chest pain', fr: 'douleur dans la poitrine' },
  { danger: 'call', en: 'I want to die', fr: 'je veux mourir' },
  { danger: 'call', en: 'he hits me when he drinks', fr: 'mon mari me frappe' },
  { danger: 'today', en: 'fever and back pain since yesterday', fr: 'fièvre et mal au dos depuis hier' },
  { danger: 'asked', en: 'CALL ME', fr: 'RAPPELEZ-MOI' },
];

/** One of them as its writer words it. */
export const drawRedFlag = (random: Random, language: Language) => {
  const { danger, score, ...words } = random.pick([first, ...others]);
  return { danger, words: words[language], ...(score === undefined ? {} : { score }) };
};
