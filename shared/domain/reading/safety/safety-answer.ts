import type { Language } from '../../people/subscriber.ts';
import type { SafetyFlag } from '../intent.ts';

type ByLanguage = Readonly<Record<Language, string>>;

/** Where to turn in one country. For violence there is a number only where a source confirms it. */
export type CountryHelp = Readonly<Record<Exclude<SafetyFlag, 'violence'>, ByLanguage>> & {
  readonly violence?: ByLanguage;
  /** The one line that is named where a crisis has several numbers, which do not fit into one segment. */
  readonly line?: ByLanguage;
};

/** Everything that has a fixed answer: a red flag, the question about signs, and despair that is only suspected. */
export type SafetyAnswerKind = SafetyFlag | 'check' | 'gentle';

/** The parts of safety answers, compiled from content/safety-answers.yaml and content/helplines.yaml. */
export interface SafetyAnswers {
  /** By ISO 3166-1 alpha-2 code, with `default` for all other countries. */
  readonly countries: Readonly<Record<string, CountryHelp>>;
  readonly answers: Readonly<Record<Language, Readonly<Record<SafetyAnswerKind, string>>>>;
}

/** The emergency number that phones connect nearly everywhere, for countries whose number we do not have. */
const everywhere = '112';

/** Gives the answer to a red flag in one language, with the numbers of one country. */
export type SafetyAnswerIn = (flag: SafetyAnswerKind, country: string, language: Language) => string;

/**
 * The fixed answer to a red flag, or the question about signs, with the numbers of that country (ISO 3166-1 alpha-2). It
 * takes at most two segments, and one where only a model suspects despair (`gentle`).
 */
export const safetyAnswer = (
  flag: SafetyAnswerKind,
  country: string,
  language: Language,
  safety: SafetyAnswers,
): string => {
  const help = Object.hasOwn(safety.countries, country) ? safety.countries[country] : safety.countries['default'];
  const helpFor = (name: SafetyFlag): string => help?.[name]?.[language] ?? (name === 'now' ? everywhere : '');
  return safety.answers[language][flag]
    .replace('{now}', helpFor('now'))
    .replace('{crisis}', helpFor('crisis'))
    .replace('{line}', help?.line?.[language] ?? helpFor('crisis'))
    .replace('{today}', helpFor('today'))
    .replace('{violence}', helpFor('violence'))
    .replaceAll('  ', ' ');
};
