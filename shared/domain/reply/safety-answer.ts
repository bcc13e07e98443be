import type { Language } from '../people/subscriber.ts';
import type { SafetyFlag } from './intent.ts';
import type { Safety } from './safety.ts';

/** The answer to a red flag in that language, with the numbers of that country. */
export type SafetyAnswerIn = (flag: SafetyFlag, country: string, language: Language) => string;

/** The fixed answer to a red flag, with the numbers of that country (ISO 3166-1 alpha-2); at most two text segments. */
export const safetyAnswer = (flag: SafetyFlag, country: string, language: Language, safety: Safety): string => {
  const help = Object.hasOwn(safety.countries, country) ? safety.countries[country] : safety.countries['default'];
  return safety.answers[language][flag].replace(/\{(emergency|crisis|urgent)\}/g, (_, name: string) => {
    if (name === 'crisis') return help?.crisis[language] ?? '';
    if (name === 'urgent') return help?.urgent[language] ?? '';
    return help?.emergency[language] ?? '112';
  });
};
