import { describe, expect, it } from 'vitest';
import {
  AnswerNotSentError,
  createEmailInbound,
  RawMailMissingError,
} from '../../../functions/email-inbound/email-inbound.ts';
import { receivedMailEvent } from '../../../local/received-mail-event.ts';
import { loadPrintedText } from '../../../shared/content/load-printed-text.ts';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { createLinks } from '../../../shared/domain/people/links.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Language, Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { signToken } from '../../../shared/domain/people/token.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import type { SendOutcome } from '../../../shared/providers/send-outcome.ts';
import type { OutgoingMail } from '../../../shared/providers/ses/send-mail.ts';
import type { InboundReply } from '../../../shared/use-cases/handle-reply.ts';

const lexicon = loadLexicon();
const pepper = 'a pepper of the tests';
const tokenKeys = ['a key of the tests, long enough'] as const;
/** In Auckland it is the 23rd. */
const now = Date.parse('2026-11-22T12:00:00Z');
const settings = { publicBaseUrl: 'https://backbeat.example', replyAddress: 'reply@backbeat.example', tokenKeys };
const links = createLinks(settings);

const ana: Subscriber = {
  id: pseudonymOf(pepper, 'sms', '+15551230001'),
  epoch: 'abcdefgh',
  rev: 3,
  status: 'active',
  phone: { number: '+15551230001' },
  mailbox: { address: 'ana@example.org' },
  tipsBy: 'email',
  language: 'fr',
  country: 'US',
  zone: 'Pacific/Auckland',
  zoneSource: 'said',
  zoneCandidates: ['Pacific/Auckland'],
  time: '09:00',
  joinedAt: 0,
  position: 1,
  commands: [],
};
const hers = links.replyTo(ana.id, ana.epoch);

interface Received {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
  /** As `X-Local-Verdicts` has them; what is not named passes. */
  readonly verdicts?: string;
  readonly messageId?: string | undefined;
  readonly answers?: readonly string[];
  /** What it is answered in; the writer's own unless said otherwise. */
  readonly language?: Language;
  readonly outcome?: SendOutcome;
  readonly stored?: boolean;
  readonly receivedAt?: number;
  /** The bucket will not delete. */
  readonly undeletable?: boolean;
  /** Who has the token. */
  readonly owner?: Subscriber;
}

const receive = async (received: Received) => {
  const { from = 'Ana <ana@example.org>', to = 'reply@backbeat.example', verdicts = '', outcome } = received;
  const raw = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${received.subject ?? 'Re: Un conseil'}`,
    ...('messageId' in received
      ? received.messageId
        ? [`Message-ID: ${received.messageId}`]
        : []
      : ['Message-ID: <1@test.example>']),
    ...(received.headers ?? []),
    '',
    received.body ?? 'PAIN 3',
  ].join('\r\n');
  const handled: InboundReply[] = [];
  const sent: OutgoingMail[] = [];
  const reads: string[] = [];
  const deleted: string[] = [];
  const log: string[] = [];
  const template = { html: '{{{answer}}}', placeholders: [] };
  const handle = createEmailInbound({
    ...settings,
    log: (level, event, fields) => log.push(`${level} ${event} ${JSON.stringify(fields)}`),
    clock: { now: () => now, sleep: async () => undefined },
    pepper,
    fromAddress: 'tips@backbeat.example',
    links,
    readRawMail: async (messageId) => {
      reads.push(messageId);
      return received.stored === false ? undefined : Buffer.from(raw);
    },
    deleteRawMail: async (messageId) => {
      if (received.undeletable) throw new Error('SlowDown');
      deleted.push(messageId);
    },
    readAnyone: async (id) =>
      id === ana.id ? { id, subscriber: received.owner ?? ana, events: [] } : { id, events: [] },
    parse: (text) => parseReply(text, lexicon),
    loadPrinted: loadPrintedText,
    handleReply: async (message) => {
      handled.push(message);
      const known = message.id === ana.id || message.address === 'ana@example.org';
      const language = received.language ?? (known ? ana.language : 'en');
      return {
        answers: received.answers ?? ['Noté : 3.'],
        language,
        ...(known ? { subscriber: ana } : {}),
        isNew: true,
      };
    },
    sendMail: async (mail) => {
      sent.push(mail);
      return outcome ?? { kind: 'accepted', providerId: '0100-1' };
    },
    setting: async (language) => ({
      templates: { tip: template, answer: template, confirmation: template },
      language,
      contact: 'Clinic',
    }),
  });
  const event = receivedMailEvent('ses-1', Buffer.from(raw), verdicts, received.receivedAt ?? now);
  const failure = await handle(event).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { handled, sent, reads, deleted, log, failure };
};

const anaByAddress = pseudonymOf(pepper, 'email', 'ana@example.org');

describe('a mail to the common address', () => {
  it('is its author’s if DMARC vouches for the author', async () => {
    const { handled } = await receive({ body: 'PAIN 3\r\n\r\nLe lundi, Backbeat a écrit :\r\n> PAIN 9' });
    expect(handled).toEqual([
      {
        channel: 'email',
        id: anaByAddress,
        address: 'ana@example.org',
        proof: 'address',
        messageId: '<1@test.example>',
        body: 'PAIN 3',
        subject: { words: 'Un conseil', isReply: true },
      },
    ]);
  });

  it.each([
    ['forged', { verdicts: 'dmarc=FAIL' }],
    ['from a domain without a policy', { verdicts: 'dmarc=GRAY' }],
    ['from two authors', { from: 'ana@example.org, mallory@example.net' }],
    ['spam', { verdicts: 'spam=FAIL' }],
    ['a virus', { verdicts: 'virus=FAIL' }],
    ['an automatic answer', { headers: ['Auto-Submitted: auto-replied'] }],
    ['a bounce', { headers: ['Content-Type: multipart/report; boundary=b'] }],
    ['without an envelope sender', { headers: ['Return-Path: <>'] }],
    ['our own, come back', { from: 'Backbeat <tips@backbeat.example>' }],
    ['our reply address, come back', { from: 'reply+abc@backbeat.example' }],
    ['from a mailer daemon', { from: 'MAILER-DAEMON@example.org' }],
    ['forged, and asks to unsubscribe', { subject: 'unsubscribe', body: '', verdicts: 'dmarc=FAIL' }],
  ] satisfies [string, Received][])('changes nothing and is not answered when it is %s', async (_, received) => {
    const { handled, sent, failure, log } = await receive(received);
    expect({ handled, sent, failure }).toEqual({ handled: [], sent: [], failure: undefined });
    expect(log.join()).toContain('mail-dropped');
    expect(log.join()).not.toContain('ana@');
  });

  it('is not opened when it carries a virus', async () => {
    expect((await receive({ verdicts: 'virus=FAIL' })).reads).toEqual([]);
  });

  it('goes by the id SES gave it when it has none', async () => {
    const { handled } = await receive({ messageId: undefined });
    expect(handled[0]?.messageId).toBe('ses-1');
  });
});

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

describe('a mail to somebody’s own reply address', () => {
  it.each([
    ['from their mailbox', {}, 'address'],
    ['from another mailbox of theirs', { from: 'ana.diaz@work.example' }, 'token'],
    ['that DMARC does not vouch for', { verdicts: 'dmarc=FAIL' }, 'token'],
    ['from whoever the tip was forwarded to', { from: 'mal@evil.example', verdicts: 'dmarc=FAIL' }, 'token'],
    ['written in capitals by a mail system', { to: hers.toUpperCase() }, 'address'],
  ] satisfies [string, Received, string][])(
    'is theirs, and answered to their mailbox: %s',
    async (_, received, proof) => {
      const { handled, sent } = await receive({ to: hers, ...received });
      expect(handled).toEqual([
        {
          channel: 'email',
          id: ana.id,
          address: 'ana@example.org',
          proof,
          messageId: '<1@test.example>',
          body: 'PAIN 3',
          subject: { words: 'Un conseil', isReply: true },
        },
      ]);
      expect(sent.map(({ to }) => to)).toEqual(['ana@example.org']);
    },
  );

  it.each([
    ['of an earlier enrolment', links.replyTo(ana.id, 'bbbbbbbb')],
    [
      'signed with another key',
      createLinks({ ...settings, tokenKeys: ['another key of the tests'] }).replyTo(ana.id, ana.epoch),
    ],
    [
      'meant for another purpose',
      `reply+${signToken(tokenKeys, { purpose: 'diary', id: ana.id, epoch: ana.epoch, expiresAt: 0 })}@backbeat.example`,
    ],
    ['that is made up', 'reply+abcdef@backbeat.example'],
  ])('counts for nothing by a token %s', async (_, to) => {
    expect((await receive({ to, verdicts: 'dmarc=FAIL' })).handled).toEqual([]);
    expect((await receive({ to })).handled[0]?.id).toBe(anaByAddress);
  });

  it('that has no confirmed mailbox makes nobody of a forged author', async () => {
    const { mailbox: _none, ...unconfirmed } = ana;
    const forged = { to: hers, from: 'victim@example.org', verdicts: 'dmarc=FAIL', owner: unconfirmed };
    expect((await receive(forged)).handled).toEqual([]);
  });

  it.each([['spam'], ['virus']] as const)('is dropped all the same for %s', async (name) => {
    expect((await receive({ to: hers, verdicts: `${name}=FAIL` })).handled).toEqual([]);
  });

  it('unsubscribes whoever’s mail program asks, even by itself', async () => {
    const { handled } = await receive({
      to: hers,
      subject: 'unsubscribe',
      body: '',
      verdicts: 'dmarc=FAIL',
      headers: ['Auto-Submitted: auto-generated'],
    });
    expect(handled.map(({ id, body }) => ({ id, body }))).toEqual([{ id: ana.id, body: 'unsubscribe' }]);
  });

  it('is not logged by a machine that is away', async () => {
    expect((await receive({ to: hers, headers: ['Auto-Submitted: auto-replied'] })).handled).toEqual([]);
  });

  it('is read whatever its sender did to the From header, but not with two of them', async () => {
    const { handled, log } = await receive({ to: hers, headers: ['From: mallory@example.net'] });
    expect(handled).toEqual([]);
    expect(log).toEqual(['info mail-dropped {"channel":"email","reason":"second-from"}']);
  });
});

describe('a mail with headers that machines write too', () => {
  const peoples = [
    'X-Auto-Response-Suppress: All',
    'Precedence: bulk',
    'List-Id: <friends.example.org>',
    'X-Loop: ana@example.org',
    'Return-Path: <bounces+SRS=aBcD=XY@example.org>',
    'Return-Path: <prvs=1234567890=ana@example.org>',
  ];

  it.each(peoples)('is a person’s, and answered: %s', async (header) => {
    const { handled, sent } = await receive({ headers: [header] });
    expect(handled).toMatchObject([{ body: 'PAIN 3' }]);
    expect(sent).toHaveLength(1);
  });

  it.each(['Precedence: bulk', 'List-Id: <news.example.org>', 'X-Auto-Response-Suppress: All'])(
    'is not answered to somebody whom we do not know: %s',
    async (header) => {
      const { sent, log } = await receive({ from: 'news@example.com', headers: [header] });
      expect(sent).toEqual([]);
      expect(log.join()).toContain('asks-for-no-answer');
    },
  );

  const machines = [
    'Auto-Submitted: auto-replied',
    'X-Autoreply: yes',
    'X-MS-Exchange-Inbox-Rules-Loop: ana@example.org',
    ...peoples,
  ];

  it.each(machines)('is obeyed if it is a person’s wish to be left alone: %s', async (header) => {
    for (const received of [{}, { to: hers, verdicts: 'dmarc=FAIL' }]) {
      const { handled } = await receive({ ...received, headers: [header], body: 'Please unsubscribe me.' });
      expect(handled).toMatchObject([{ body: 'Please unsubscribe me.' }]);
    }
  });

  it.each([
    'I am away until Monday.\r\n\r\nTo stop these messages, unsubscribe me.',
    'I have left the company. Please remove me from your list and write to jo@example.org instead.',
    'PAIN 3',
    'I am away. In an emergency I want to die.',
  ])('opts nobody out and notes nothing if a machine wrote it: %s', async (body) => {
    for (const to of ['reply@backbeat.example', hers]) {
      const { handled, sent, log } = await receive({ to, headers: ['Auto-Submitted: auto-replied'], body });
      expect({ handled, sent }).toEqual({ handled: [], sent: [] });
      expect(log).toEqual(['info mail-dropped {"channel":"email","reason":"automatic-answer"}']);
    }
  });

  it('opts nobody out as a report, whatever it says', async () => {
    for (const header of ['Return-Path: <>', 'Content-Type: multipart/report; boundary=b']) {
      expect((await receive({ headers: [header], body: 'STOP' })).handled).toEqual([]);
    }
  });
});

describe('the parts of a mail that are not its writer’s words', () => {
  const quote = 'On Tue, Nov 24, 2026 at 9:00 AM Backbeat <tips@backbeat.example> wrote:';

  it.each([
    [
      'a wish to be left alone',
      `${quote}\r\n\r\nplease take me off your list`,
      { optOut: { by: 'ours', wrongNumber: false } },
    ],
    ['a cry for help', `Thanks\r\n\r\n${quote}\r\n\r\nI want to die`, { safety: 'crisis' }],
    [
      'a red flag in what looks like a legal text',
      'PAIN 3\r\n\r\nIf you have received this message in error: I cannot feel my legs',
      { safety: 'now' },
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
      html: '<p>Noté : 3.</p><p>Bravo &amp; merci.</p>',
      headers: {
        'Auto-Submitted': 'auto-replied',
        'X-Auto-Response-Suppress': 'All',
        'In-Reply-To': '<1@test.example>',
        References: '<0@test.example> <1@test.example>',
      },
      tags: { kind: 'answer', id: ana.id, date: '2026-11-23' },
    });
    expect(mail?.text).toMatch(/^Noté : 3\.\n\nBravo & merci\.\n\n-- \n/);
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
