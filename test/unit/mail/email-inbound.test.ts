import { describe, expect, it } from 'vitest';
import { AnswerNotSentError, RawMailMissingError } from '../../../functions/email-inbound/email-inbound.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { SendOutcome } from '../../../shared/providers/send-outcome.ts';
import { ana, hers, now, pepper, type Received, receive } from './email-inbound-set-up.ts';

describe('the raw mail', () => {
  it.each([
    ['is handled', {}],
    ['is forged', { verdicts: 'dmarc=FAIL' }],
    ['carries a virus', { verdicts: 'virus=FAIL' }],
    ['means two people', { headers: ['From: eve@example.net'] }],
    ['says nothing', { body: '', answers: [] }],
    ['got an answer that nobody may send again', { outcome: { kind: 'refused', code: 'MessageRejected' } }],
  ] satisfies [string, Received][])('is deleted as soon as it %s', async (_, received) => {
    expect(await receive(received)).toMatchObject({ deleted: ['ses-1'], failure: undefined });
  });

  it('is kept while Lambda will hand it in again', async () => {
    const { failure, deleted } = await receive({ outcome: { kind: 'throttled', code: 'TooManyRequestsException' } });
    expect(failure).toBeInstanceOf(AnswerNotSentError);
    expect(deleted).toEqual([]);
  });

  it('that is gone was handled before: its event has come twice', async () => {
    const { handled, sent, failure, log } = await receive({ stored: false, receivedAt: now - 60_000 });
    expect({ handled, sent, failure }).toEqual({ handled: [], sent: [], failure: undefined });
    expect(log.join()).toContain('already-handled');
  });

  it('that cannot be deleted is left to the bucket’s rule: it is not answered twice', async () => {
    const { sent, failure, log } = await receive({ undeletable: true });
    expect({ sent: sent.length, failure }).toEqual({ sent: 1, failure: undefined });
    expect(log.join()).toContain('raw-mail-not-deleted');
  });
});

describe('a mail that is handed in again after it was given up', () => {
  const dayBefore = now - 86_400_000;

  it('belongs to the day on which it was written', async () => {
    const { handled, log } = await receive({ body: 'PAIN 6', receivedAt: dayBefore });
    expect(handled).toMatchObject([{ body: 'PAIN 6', receivedAt: dayBefore }]);
    expect(log.join()).toContain('late-mail');
  });

  it('promises no tip whose time has passed', async () => {
    expect((await receive({ body: 'TIME 18:30', receivedAt: dayBefore })).handled).toMatchObject([{ receivedAt: now }]);
  });

  it('changes nothing and is not answered where it was overtaken', async () => {
    const { handled, sent, deleted } = await receive({ body: 'JOIN', receivedAt: dayBefore });
    expect({ handled, sent, deleted }).toEqual({ handled: [], sent: [], deleted: ['ses-1'] });
  });

  it('is handled as any other within the hour that Lambda’s own tries may take', async () => {
    expect((await receive({ body: 'JOIN', receivedAt: now - 3_600_000 })).handled[0]).not.toHaveProperty('receivedAt');
  });
});

describe('the parts of a mail that are not its writer’s words', () => {
  const quote = 'On Tue, Nov 24, 2026 at 9:00 AM Backbeat <tips@backbeat.example> wrote:';

  it.each([
    [
      'a wish to be left alone',
      `${quote}\r\n\r\nplease take me off your list`,
      { leaving: { kind: 'leaves', by: 'ours', wrongNumber: false } },
    ],
    ['a cry for help', `Thanks\r\n\r\n${quote}\r\n\r\nI want to die`, { danger: { kind: 'flag', flag: 'crisis' } }],
    [
      'a red flag in what looks like a legal text',
      'PAIN 3\r\n\r\nIf you have received this message in error: I cannot feel my legs',
      { danger: { kind: 'flag', flag: 'now' } },
    ],
  ] as const)('are looked through for %s', async (_, body, heard) => {
    expect((await receive({ body })).handled).toMatchObject([{ heard }]);
  });

  it.each([
    [
      'what we print',
      `${quote}\r\n\r\nReply with a number 0–10, and a few words if you like. Other answers that work: MORE,\r\nDIARY, TIME 9:30, PAUSE 7, HELP, STOP.\r\n\r\nUnsubscribe: https://backbeat.example/x`,
    ],
    ['somebody else’s words under a score', `PAIN 3\r\n\r\n${quote}\r\n\r\nplease take me off your list`],
  ])('are not heard where they are %s', async (_, body) => {
    const { handled } = await receive({ body });
    expect(handled).toHaveLength(1);
    expect(handled[0]).not.toHaveProperty('heard');
  });

  it('may be all there is: an emoji under a mail of ours', async () => {
    const { handled } = await receive({ body: `Ana reacted to your message:\r\n\r\n${quote}\r\n> hi` });
    expect(handled).toMatchObject([{ body: '', isReaction: true }]);
    expect(handled[0]).not.toHaveProperty('subject');
  });
});

describe('the answer to a mail', () => {
  it('goes under that mail, in the language of the person, and can be answered', async () => {
    const { sent } = await receive({
      to: hers,
      headers: ['References: <0@test.example>'],
      answers: ['Noté : 3.', 'Bravo & merci.'],
    });
    const [mail] = sent;
    expect(mail).toMatchObject({
      to: 'ana@example.org',
      subject: 'Re: Un conseil',
      replyTo: hers,
      html: '<p>Noté\u00A0: 3.</p><p>Bravo &amp; merci.</p>',
      headers: {
        'Auto-Submitted': 'auto-replied',
        'X-Auto-Response-Suppress': 'All',
        'In-Reply-To': '<1@test.example>',
        References: '<0@test.example> <1@test.example>',
      },
      tags: { kind: 'answer', id: ana.id, date: '2026-11-23' },
    });
    expect(mail?.text).toMatch(/^Noté\u00A0: 3\.\n\nBravo & merci\.\n\n-- \n/);
  });

  it('to a stranger is framed in the language that it is given in', async () => {
    const from = 'Lea <lea@example.org>';
    const french = await receive({ from, body: 'INSCRIPTION', answers: ['Inscrivez-vous ici.'], language: 'fr' });
    expect(french.sent[0]?.text).toMatch(/Vous recevez ceci parce que/);
    const english = await receive({ from, body: 'JOIN', answers: ['Sign up here.'], language: 'en' });
    expect(english.sent[0]?.text).toMatch(/You get this because/);
  });

  it('is not sent when there is nothing to say', async () => {
    expect((await receive({ answers: [] })).sent).toEqual([]);
  });

  it('goes to a stranger whom DMARC vouches for', async () => {
    const { sent } = await receive({ from: 'new@example.org' });
    expect(sent[0]).toMatchObject({
      to: 'new@example.org',
      replyTo: 'reply@backbeat.example',
      tags: { id: pseudonymOf(pepper, 'email', 'new@example.org'), date: '2026-11-22' },
    });
  });

  it.each(['throttled', 'not-accepted', 'misconfigured'] as const)(
    'is tried again by Lambda when it was %s',
    async (kind) => {
      const { failure } = await receive({ outcome: { kind, code: 'X' } });
      expect(failure).toBeInstanceOf(AnswerNotSentError);
      expect(failure).toMatchObject({ code: 'X' });
    },
  );

  it.each([
    { kind: 'in-doubt', code: 'X' },
    { kind: 'refused', code: 'X' },
    { kind: 'permanent', code: 'X', stop: undefined },
  ] satisfies SendOutcome[])('is not sent twice when it is $kind', async (outcome) => {
    const { failure, log } = await receive({ outcome });
    expect(failure).toBeUndefined();
    expect(log.join()).toContain('answer-not-sent');
  });
});

describe('a mail that SES has not stored yet', () => {
  it('is handed in again by Lambda', async () => {
    const { failure, handled } = await receive({ stored: false });
    expect(failure).toBeInstanceOf(RawMailMissingError);
    expect(handled).toEqual([]);
  });
});
