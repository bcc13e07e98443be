import type { Language } from '../../domain/people/subscriber.ts';
import type { Dose } from '../../domain/tips/dose.ts';
import type { NoTipReason, TipExplanation } from '../../domain/tips/explain-day.ts';
import type { TipState, TipWords } from './tip-words.ts';
import { englishTip } from './tip-words-english.ts';
import { frenchTip } from './tip-words-french.ts';

const wordsIn: Readonly<Record<Language, TipWords>> = { en: englishTip, fr: frenchTip };

/** The counts that are not zero, each with the words of its state or reason. */
export const countsInWords = (
  language: Language,
  counts: Readonly<Partial<Record<TipState | NoTipReason, number>>>,
): readonly (readonly [words: string, count: number])[] =>
  Object.entries<string>({ ...wordsIn[language].states, ...wordsIn[language].reasons })
    .map(([key, words]) => [words, new Map(Object.entries(counts)).get(key) ?? 0] as const)
    .filter(([, count]) => count > 0);

/** How many messages a week somebody gets, in words. */
export const doseInWords = (language: Language, dose: Dose): string => wordsIn[language].doses[dose];

/** An instant, to the minute. */
export const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** What became of a tip, in one line. */
export const fateInWords = (language: Language, tip: TipExplanation): string => {
  const { reasons, states, none, toComeAt } = wordsIn[language];
  switch (tip.decision) {
    case 'none':
    case 'skipped':
      return none(reasons[tip.reason]);
    case 'to-come':
      return toComeAt(minute(tip.at));
    case 'due':
    case 'claimed':
      return states[tip.decision];
    default: {
      const code = tip.code === undefined ? '' : ` (${tip.channel === 'email' ? 'SES' : 'Twilio'} ${tip.code})`;
      return `${states[tip.decision]}${code}, ${minute(tip.at)}`;
    }
  }
};

/** Why that tip was chosen or why none came, in a sentence. */
export const reasonInWords = (language: Language, tip: TipExplanation): string => {
  const { reasons, whys, prompts, doses, claimed, chosenBefore, notWritten } = wordsIn[language];
  switch (tip.decision) {
    case 'none':
    case 'skipped':
      return reasons[tip.reason];
    case 'claimed':
      return claimed;
    case 'due':
    case 'to-come':
      if (tip.prompt) return `${prompts[tip.prompt]} (${doses[tip.dose]})`;
      return `${tip.why ? whys[tip.why] : chosenBefore} (${doses[tip.dose]})`;
    default:
      if (tip.prompt) return prompts[tip.prompt];
      return tip.why ? whys[tip.why] : notWritten;
  }
};
