import { describe, expect, it } from 'vitest';
import { createLinks } from '../../../shared/domain/people/links.ts';
import { signToken } from '../../../shared/domain/people/token.ts';
import { ana, anaByAddress, hers, links, type Received, receive, settings, tokenKeys } from './email-inbound-set-up.ts';

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
