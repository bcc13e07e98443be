import type { Language } from '../../people/subscriber.ts';
import type { SafetyFlag } from '../intent.ts';

type ByLanguage = Readonly<Record<Language, string>>;

/** Where to turn in one country; for violence only where a number is known by its source. */
export type CountryHelp = Readonly<Record<Exclude<SafetyFlag, 'violence'>, ByLanguage>> & {
  readonly violence?: ByLanguage;
  /** One line to talk to, where those of a crisis are several; they fill no single segment. */
  readonly line?: ByLanguage;
};

/** What has a fixed answer: a red flag, the check that asks for one, and despair that is only suspected. */
export type SafetyAnswerKind = SafetyFlag | 'check' | 'gentle';

/** What safety answers are made of, as compiled from content/safety-answers.yaml and content/helplines.yaml. */
export interface SafetyAnswers {
  /** By ISO 3166-1 alpha-2 code, and `default`. */
  readonly countries: Readonly<Record<string, CountryHelp>>;
  readonly answers: Readonly<Record<Language, Readonly<Record<SafetyAnswerKind, string>>>>;
}

/** Without any country's, the number that phones put through nearly everywhere. */
const everywhere = '112';

/** The answer to a red flag in that language, with the numbers of that country. */
export type SafetyAnswerIn = (flag: SafetyAnswerKind, country: string, language: Language) => string;

/**
 * The fixed answer to a red flag, or the check that asks for one, with the numbers of that country (ISO 3166-1 alpha-2);
 * at most two text segments, and one where nothing but a model suspects despair (`gentle`).
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
