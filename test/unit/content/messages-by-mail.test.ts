import { describe, expect, it } from 'vitest';
import { withWholeTips } from '../../../shared/content/content-by-mail.ts';
import { mailsFor } from '../../../shared/content/mails.ts';
import { messagesByMail, textsByMail, textsFor } from '../../../shared/content/texts.ts';
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

describe.each(languages)('what is answered by mail where there are texts too, in %s', (language) => {
  it('speaks of no texting, but of the phone that the clinic may call', async () => {
    const [both, byMail, only] = await Promise.all([
      textsFor(language),
      textsByMail(language),
      textsByMail(language, 'email'),
    ]);
    expect(byMail.messages.redFlagTold).toBe(both.messages.redFlagTold);
    expect(byMail.messages.needsOwnMailbox).toBe(both.messages.needsOwnMailbox);
    const others = { redFlagTold: '', needsOwnMailbox: '' };
    expect({ ...byMail.messages, ...others }).toEqual({ ...only.messages, ...others });
  });

  it('answers MORE with all that the mail of the tip says, never with less', async () => {
    const { tips } = await withWholeTips(await textsByMail(language), language);
    const mails = new Map((await mailsFor(language)).map((mail) => [mail.id, mail]));
    expect(tips).toHaveLength(mails.size);
    for (const { id, more } of tips) {
      const mail = mails.get(id);
      for (const part of [mail?.title, mail?.text.trim(), mail?.evidence, mail?.caution]) expect(more).toContain(part);
    }
  });
});

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
