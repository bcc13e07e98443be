import { describe, expect, it } from 'vitest';
import { readMailBody } from '../../../functions/email-inbound/mail-body.ts';
import { UnreadableMailError } from '../../../functions/email-inbound/mail-head.ts';
import { mailsFor } from '../../../shared/content/mails.ts';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { languages } from '../../../shared/domain/people/subscriber.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { flagOf, optOutOf } from '../../../shared/domain/reading/parsed-reply.ts';
import { mailWords } from '../../../shared/mails/mail-words.ts';
import { head, plain, raw } from './raw-mail.ts';

const lexicon = loadLexicon();
const readRaw = async (mail: string | Uint8Array) => readMailBody(Buffer.from(mail), await head(mail));
const read = (headers: readonly string[], body: string) => readRaw(raw(headers, body));

describe('a received mail', () => {
  it('tells who wrote it, to whom, what about, under which id', async () => {
    const bytes = [
      'From: =?utf-8?Q?Ana_M=C3=BCller?= <Ana@Example.org>',
      'To: Backbeat <Reply+ABC@backbeat.example>, other@example.net',
      'Cc: third@example.net',
      'Subject: =?utf-8?B?UmU6IMOgIG1pZGk=?=',
      'Message-ID: <1@test.example>',
      'References: <a@x> <b@x>',
      ...plain,
      '',
      'PAIN 3',
    ].join('\r\n');
    expect(await head(bytes)).toEqual({
      from: 'ana@example.org',
      to: ['reply+abc@backbeat.example', 'other@example.net', 'third@example.net'],
      subject: 'Re: à midi',
      messageId: '<1@test.example>',
      references: '<a@x> <b@x>',
      writer: 'person',
      asksForNoAnswer: false,
      names: new Set(['ana', 'müller']),
    });
    expect(await readRaw(bytes)).toEqual({
      text: 'PAIN 3',
      cut: [],
      isMachines: false,
      subject: { words: 'à midi', isReply: true },
    });
  });

  it.each([
    [
      'base64',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      btoa('PAIN 3\n\n> PAIN 9'),
    ],
    [
      'quoted-printable',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      'PAIN=\r\n 3=0D=0A=0D=0A> PAIN 9',
    ],
    ['HTML only', ['Content-Type: text/html; charset=utf-8'], '<div>PAIN&nbsp;3</div><blockquote>PAIN 9</blockquote>'],
    [
      'both, the text first',
      ['Content-Type: multipart/alternative; boundary=b'],
      '--b\r\nContent-Type: text/plain\r\n\r\nPAIN 3\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>PAIN 9</p>\r\n--b--',
    ],
    [
      'a forwarded mail attached',
      ['Content-Type: multipart/mixed; boundary=b'],
      '--b\r\nContent-Type: text/plain\r\n\r\nPAIN 3\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nPAIN 9\r\n--b--',
    ],
  ])('is read whatever it is packed in: %s', async (_, headers, body) => {
    expect((await read(headers, body)).text).toBe('PAIN 3');
  });

  it('is read in the character set that it names', async () => {
    const top = raw(['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: 8bit'], '');
    const bytes = Buffer.concat([Buffer.from(top), Buffer.from('DOULEUR 6, très mal à côté', 'latin1')]);
    expect((await readRaw(bytes)).text).toBe('DOULEUR 6, très mal à côté');
  });

  it('is read without the name of who signs it', async () => {
    expect((await read(plain, 'DIARY\r\n\r\nAna')).text).toBe('DIARY');
  });

  it('is read from its beginning, however much is attached', async () => {
    const parts = `--b\r\nContent-Type: text/plain\r\n\r\nPAIN 3\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
    const mail = await read(['Content-Type: multipart/mixed; boundary=b'], parts + 'AAAA'.repeat(2_000_000));
    expect(mail.text).toBe('PAIN 3');
  });

  it('has no words if they come after 256 KB', async () => {
    const parts = `--b\r\nContent-Type: image/jpeg\r\n\r\n${'A'.repeat(300_000)}\r\n--b\r\nContent-Type: text/plain\r\n\r\nPAIN 3\r\n--b--`;
    expect((await read(['Content-Type: multipart/mixed; boundary=b'], parts)).text).toBe('');
  });

  it('is refused if its parts are nested beyond reason', async () => {
    const nested = Array.from(
      { length: 60 },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
    ).join('');
    await expect(read(['Content-Type: multipart/mixed; boundary=b0'], nested)).rejects.toThrow(UnreadableMailError);
  });

  it('may be empty', async () => {
    expect(await head('')).toMatchObject({ from: undefined, to: [], subject: '', messageId: undefined });
    expect((await readRaw('')).text).toBe('');
  });

  it('may be headers alone', async () => {
    expect((await readRaw('From: ana@example.org\r\nSubject: unsubscribe')).text).toBe('unsubscribe');
  });

  it('of winmail.dat alone has no words', async () => {
    const parts =
      '--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgA=\r\n--b--';
    expect((await read(['Content-Type: multipart/mixed; boundary=b', 'Subject: Re: a tip'], parts)).text).toBe('');
  });
});

describe('a mail that no mail program writes', () => {
  const from = 'From: ana@example.org\r\n';

  it.each([
    ['second-from', `${from}From: mallory@example.net\r\n\r\nhi`],
    ['second-from', `${from}Subject: x\r\nFROM : mallory@example.net\r\n\r\nhi`],
    ['second-from', `${from}Subject: x\rFrom: mallory@example.net\r\n\r\nhi`],
    ['second-from', `${from}\u00a0From: mallory@example.net\r\n\r\nhi`],
    ['second-from', `${from}X: ${'y'.repeat(200_000)}\r\nFrom: mallory@example.net\r\n\r\nhi`],
    ['endless-header', `${from}${'X: y\r\n'.repeat(50_000)}`],
    ['endless-header', `${from}X: ${'y'.repeat(300_000)}\r\n\r\nhi`],
    ['too-many-headers', `${from}${'X: y\r\n'.repeat(6_000)}\r\nhi`],
  ])('is not read: %s', async (reason, mail) => {
    await expect(head(mail)).rejects.toThrow(UnreadableMailError);
    await expect(head(mail)).rejects.toMatchObject({ reason });
  });

  it('is not one that signs its From, forwards a mail, or was resent', async () => {
    const mail = `${from}DKIM-Signature: v=1; h=to\r\n from:to:subject\r\nResent-From: jo@example.org\r\n\r\nFrom: jo@example.net\r\nhi`;
    expect((await head(mail)).from).toBe('ana@example.org');
  });
});

describe('a mail that is built to take long', () => {
  const html = ['Content-Type: text/html'];
  const boundaries = Array.from(
    { length: 28 },
    (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
  ).join('');

  it.each([
    ['line ends', plain, '\n'.repeat(250_000)],
    ['quote marks', plain, '> \n'.repeat(83_000)],
    ['lines that end in a colon', plain, 'a b:\n'.repeat(50_000)],
    ['lines that begin as an attribution', plain, 'On 2026-11-24 x@y.example\n'.repeat(10_000)],
    ['header lines', plain, 'From: x@y.example\n'.repeat(14_000)],
    ['footers', plain, 'sent from my phone, '.repeat(13_000)],
    ['parts', ['Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\nx\r\n'.repeat(10_000)],
    ['parts in parts', ['Content-Type: multipart/mixed; boundary=b0'], `${boundaries}${'\n'.repeat(240_000)}`],
    ['base64', [...plain, 'Content-Transfer-Encoding: base64'], 'A\n'.repeat(128_000)],
    ['tags', html, '<div>'.repeat(50_000)],
    ['headers', ['X: y'.padEnd(60), ...Array.from({ length: 4_000 }, () => `X-Some: ${'y'.repeat(40)}`)], 'hi'],
  ])('is read in a second of computing at most: %s', async (_, headers, body) => {
    const start = process.cpuUsage();
    await read(headers, body);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});

describe('the subject', () => {
  const said = async (subject: string, body = '') => (await read([`Subject: ${subject}`, ...plain], body)).text;

  it.each(['STOP', 'unsubscribe', 'PAIN 6'])('speaks when the mail is empty: %s', async (subject) => {
    expect(await said(subject)).toBe(subject);
    expect(await said(subject, '> PAIN 9')).toBe(subject);
    expect(await said(subject, 'Sent from my iPhone')).toBe(subject);
  });

  it.each(['Re: PAIN 6', 'RE : STOP', 'Fwd: PAIN 6', 'Rép: PAIN 6', `PAIN 6 ${'x'.repeat(100)}`])(
    'is silent when it is not theirs: %s',
    async (subject) => {
      expect(await said(subject)).toBe('');
    },
  );

  it('is silent when they wrote something', async () => {
    expect(await said('PAIN 6', 'PAIN 3')).toBe('PAIN 3');
  });

  it.each([
    ['please unsubscribe me', 'please unsubscribe me', false],
    ['Re: STOP', 'STOP', true],
    ['RE : Fwd: tip - cannot pee', 'tip - cannot pee', true],
    ['Rép: AW: Re: I want to die', 'I want to die', true],
    ['Reading helps', 'Reading helps', false],
  ])('%s is told apart from what was written', async (subject, words, isReply) => {
    const mail = await read([`Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`, ...plain], 'hi');
    expect(mail).toMatchObject({ text: 'hi', subject: { words, isReply } });
  });
});

const tipMails = (await Promise.all(languages.map(mailsFor))).flat();
const ownSubjects = [
  ...tipMails.map(({ subject }) => subject),
  ...languages.map((language) => mailWords[language].answerSubject),
];

describe('our own subjects, come back under an answer', () => {
  it.each(ownSubjects)('are no opt-out and no cry for help: %s', (subject) => {
    const { leaving, danger } = parseReply(subject, lexicon);
    expect([optOutOf({ leaving }), flagOf({ danger })]).toEqual([undefined, undefined]);
  });
});
