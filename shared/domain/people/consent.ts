import type { Language } from './subscriber.ts';

/** What somebody agreed to (or took back), in which exact wording, where and when. */
export interface Consent {
  readonly at: number;
  readonly act: 'given' | 'confirmed' | 'withdrawn';
  /** Version of the wording they saw or answered to. */
  readonly version: string;
  /** `desk`: somebody at the clinic did it for them, who phoned. */
  readonly where: 'sms' | 'email' | 'web' | 'provider' | 'desk';
  /** The key of the message that said so, where there was one: proof without the words. */
  readonly message?: string;
}

/** Version of the wording of the JOIN keyword's confirmation and of the web form. Change it with the words. */
export const consentVersion = '2026-11-22';

/** Which wording was read: each language is a wording of its own. */
export const consentWording = (language: Language): string =>
  language === 'en' ? consentVersion : `${consentVersion}-${language}`;
