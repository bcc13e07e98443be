import type { Language } from './subscriber.ts';

/** What somebody agreed to or withdrew, in which exact wording, where and when. */
export interface Consent {
  readonly at: number;
  /**
   * `clinic-…` is about the clinic's reading what they write, `research-…` about giving their scores out for research,
   * `call-…` about being called. None is part of the consent to messages.
   */
  readonly act:
    | 'given'
    | 'confirmed'
    | 'withdrawn'
    | 'clinic-given'
    | 'clinic-withdrawn'
    | 'research-given'
    | 'research-withdrawn'
    | 'call-given';
  /** The version of the wording they saw or answered. */
  readonly version: string;
  /** Where it was given; `desk` if staff did it for somebody who phoned. */
  readonly where: 'sms' | 'email' | 'web' | 'provider' | 'desk';
  /** The key of the message that said so, if there was one: proof without the words. */
  readonly message?: string;
  /**
   * For somebody from a clinic's list: when and how they agreed, as the list says; `version` is then the wording
   * itself.
   */
  readonly how?: string;
}

/** Version of the wording of the JOIN keyword's confirmation and of the web form. Change it with the words. */
export const consentVersion = '2026-11-30';

/**
 * The version of what CLINIC and the page on privacy say about the clinic's reading along. Change it with the words.
 */
const clinicConsentVersion = 'clinic-2026-11-30';

/** The version of what RESEARCH and the page on privacy say about research. Change it with the words. */
const researchConsentVersion = 'research-2026-11-30';

/** The version of what a red flag's answer and CALL ME say about being called. Change it with the words. */
const callConsentVersion = 'call-2026-11-29';

const inLanguage = (version: string, language: Language): string =>
  language === 'en' ? version : `${version}-${language}`;

/** The version of the wording that was read: each language is a wording of its own. */
export const consentWording = (language: Language): string => inLanguage(consentVersion, language);

/** The version of the wording about the clinic's reading along. */
export const clinicConsentWording = (language: Language): string => inLanguage(clinicConsentVersion, language);

/** The version of the wording about research. */
export const researchConsentWording = (language: Language): string => inLanguage(researchConsentVersion, language);

/** The version of the wording about being called. */
export const callConsentWording = (language: Language): string => inLanguage(callConsentVersion, language);
