import type { Language } from './subscriber.ts';

/** What somebody agreed to (or took back), in which exact wording, where and when. */
export interface Consent {
  readonly at: number;
  /**
   * `clinic-…`: to the clinic's reading what they write; `research-…`: to their scores being given out for research; `call-…`:
   * to being called. None is part of the consent to messages.
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
  /** Version of the wording they saw or answered to. */
  readonly version: string;
  /** `desk`: somebody at the clinic did it for them, who phoned. */
  readonly where: 'sms' | 'email' | 'web' | 'provider' | 'desk';
  /** The key of the message that said so, where there was one: proof without the words. */
  readonly message?: string;
  /** Of somebody from a clinic's list: when and how they agreed, as the list says; `version` is then the wording itself. */
  readonly how?: string;
}

/** Version of the wording of the JOIN keyword's confirmation and of the web form. Change it with the words. */
export const consentVersion = '2026-11-22';

/** Version of what CLINIC and the page on privacy say of the clinic's reading along. Change it with the words. */
const clinicConsentVersion = 'clinic-2026-11-30';

/** Version of what RESEARCH and the page on privacy say of research. Change it with the words. */
const researchConsentVersion = 'research-2026-11-30';

/** Version of what a red flag's answer and CALL ME say of being called. Change it with the words. */
const callConsentVersion = 'call-2026-11-29';

const inLanguage = (version: string, language: Language): string =>
  language === 'en' ? version : `${version}-${language}`;

/** Which wording was read: each language is a wording of its own. */
export const consentWording = (language: Language): string => inLanguage(consentVersion, language);

/** The same of the clinic's reading along. */
export const clinicConsentWording = (language: Language): string => inLanguage(clinicConsentVersion, language);

/** The same of research. */
export const researchConsentWording = (language: Language): string => inLanguage(researchConsentVersion, language);

/** The same of being called. */
export const callConsentWording = (language: Language): string => inLanguage(callConsentVersion, language);
