import { describe, expect, it } from 'vitest';
import { messagesByMail, textsFor } from '../../../shared/content/texts.ts';
import { languages } from '../../../shared/domain/people/subscriber.ts';

/** What speaks of texting, of phones, or of what a text costs. */
const ofTexts =
  /\btext(?:s|ed|ing)?\b|\bSMS\b|phones?\b|\bmsg\b|\bnum(?:ber|éro) (?:is|est)|your number|votre numéro|téléphone|opérateur/i;
/** The names of emergency services are a number as well. */
const emergency = /your emergency number|le numéro d'urgence|votre numéro d'urgence/g;

/** Sent to phones alone, or of the way to a phone, which nobody is shown there. */
const toPhones = [
  ...[
    'welcome',
    'welcomeMailbox',
    'textOffer',
    'emailNeedsPhone',
    'suggestSms',
    'suggestEmail',
    'tipsByText',
    'callMe',
  ],
  ...['onlyByText', 'onlyByEmail'],
];

describe.each(languages)('what is answered where there are mails and no texts, in %s', (language) => {
  it('speaks of no text, phone, nor of what a text costs', async () => {
    const { messages } = await textsFor(language, 'email');
    const wrong = Object.entries(messages).filter(
      ([key, text]) => !toPhones.includes(key) && ofTexts.test(text.replaceAll(emergency, '')),
    );
    expect(wrong).toEqual([]);
  });

  it('is told with the same commands, and leaves the tips as they are', async () => {
    const [both, byMail, otherwise] = await Promise.all([
      textsFor(language),
      textsFor(language, 'email'),
      messagesByMail(language),
    ]);
    expect(byMail.tips).toBe(both.tips);
    expect({ ...both.messages, ...otherwise }).toEqual(byMail.messages);
    expect(await textsFor(language, 'sms')).toBe(both);
  });
});
