import { describe, expect, it } from 'vitest';
import { isMachinesWords, isReceipt } from '../../../shared/domain/reading/own-text/automatic-words.ts';
import { tipMail } from '../../corpus/mail/layout.ts';
import { machinesMails } from '../../corpus/mail/machines-mails.ts';
import { peoplesMails } from '../../corpus/mail/peoples-mails.ts';
import { rawOf } from '../../corpus/mail/whole-mail.ts';
import { receiveRaw } from './email-inbound-set-up.ts';

/** What `handleReply` is given of a mail, and what was answered and logged. */
describe('a whole mail of a person', () => {
  it.each(peoplesMails)('is read as what its writer said: $name ($language)', async ({ language, own, write }) => {
    const { handled, log } = await receiveRaw(rawOf(write(await tipMail(language, 3))));
    expect(log).toEqual([]);
    expect(handled.map(({ body }) => body)).toEqual([own]);
    expect(handled[0]?.heard).toBeUndefined();
  });
});

describe('a whole mail of a machine', () => {
  it.each(machinesMails)('is nobody’s words, and is not answered: $name ($language)', async ({ language, write }) => {
    const { handled, sent, log } = await receiveRaw(rawOf(write(await tipMail(language, 3))));
    expect({ handled: handled.map(({ body }) => body), sent }).toEqual({ handled: [], sent: [] });
    expect(log.join()).toMatch(/"reason":"(?:automatic-answer|report)"/);
  });
});

describe('words that only sound like a machine’s', () => {
  it.each([
    'I’m on holiday until Friday, thanks for your message. PAIN 4',
    'I am out of office until Monday, please stop until then',
    'I think this is an automated message so I won’t write much',
    'Is this an automated message?',
    'Your message was read on the bus. Helped a lot.',
    'I have received your message, thank you',
    'Je suis absente jusqu’à lundi',
    'Je suis en vacances, merci de votre message, le dos va mieux',
    'J’ai bien reçu votre message',
    'Votre message a été lu à ma mère',
    'Je suis indisponible demain',
    'Please contact my doctor, I am on sick leave with this back pain',
  ])('are a person’s: %s', (words) => {
    expect(isMachinesWords(words) || isReceipt(words)).toBe(false);
  });

  it('are heard as a person’s where they tell of danger', async () => {
    const body = 'I am on sick leave. Please contact my wife, I want to die.';
    expect(isMachinesWords(body)).toBe(true);
    expect((await receiveRaw(rawOf({ headers: ['Subject: Re: A tip'], body }))).handled).toMatchObject([{ body }]);
  });
});

describe('subjects that only begin like a machine’s', () => {
  it.each([
    'Re: Undeliverable',
    'Absent Monday',
    'Message from Ana',
    'OOO that hurt',
    'Non remise de peine',
    'Returned mailman',
    'Répondeur plein',
  ])('are a person’s: %s', async (subject) => {
    const body = 'PAIN 4';
    expect((await receiveRaw(rawOf({ headers: [`Subject: ${subject}`], body }))).handled).toMatchObject([{ body }]);
  });
});
