import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { diaryCsv } from '../../shared/exports/diary-csv.ts';
import type { PersonDocument } from '../../shared/exports/diary-document.ts';
import { diaryFhir } from '../../shared/exports/diary-fhir.ts';
import { diaryJson } from '../../shared/exports/diary-json.ts';
import { ana, consent, knee, now, reply, tip, today } from './web-people.ts';

const documentOf = (...events: readonly DiaryEvent[]): PersonDocument => ({
  subscriber: ana,
  consents: [consent],
  tips: [tip],
  shares: [],
  cohort: { ...knee, at: ana.joinedAt, where: 'sms', arm: 'A' },
  askedCode: undefined,
  diary: foldDiary(events),
  exportedAt: now,
});

const six = reply(1, today, { score: 6, note: 'after gardening' });
const toFive = reply(2, today, { kind: 'fix', score: 5, of: six.key });
const yesterdaysSeven = reply(3, '2030-01-13', { score: 7, at: six.at });
const stiff = reply(4, today, { kind: 'note', note: 'stiff', channel: 'email' });
const slip = reply(5, today, { score: 9 });
const undoSlip = reply(6, today, { kind: 'undo', of: slip.key });
const week = documentOf(undoSlip, six, toFive, yesterdaysSeven, stiff, slip);

const someWeek = reply(7, today, { kind: 'function', reach: 'some' });

describe('the answers about weeks', () => {
  it('are lines of the CSV without a score, in the words of its language', () => {
    const document = documentOf(someWeek, six, yesterdaysSeven);
    expect(diaryCsv(document).split('\r\n').slice(1, -1)).toEqual([
      '2030-01-13,,7,,sms,final',
      '2030-01-14,12:00,6,after gardening,sms,final',
      '2030-01-14,12:00,,week: walked as far as wanted on some days,sms,final',
    ]);
    const french = diaryCsv({ ...document, subscriber: { ...ana, language: 'fr' } });
    expect(french).toContain(';;semaine\u00A0: marché autant que voulu certains jours;');
  });

  it('are FHIR observations of their seven days, in words', () => {
    const { entry } = JSON.parse(diaryFhir(documentOf(someWeek)));
    expect(entry).toHaveLength(2);
    expect(entry[1].resource).toMatchObject({
      status: 'final',
      effectivePeriod: { start: '2030-01-07', end: '2030-01-13' },
      valueCodeableConcept: { text: 'on some days' },
    });
  });
});

describe('the CSV export', () => {
  it('has one line an entry, oldest first, with a byte order mark for spreadsheets', () => {
    expect(diaryCsv(week)).toBe(
      [
        '\uFEFFdate,time,score,note,channel,status',
        '2030-01-13,,7,,sms,final',
        '2030-01-14,12:00,5,after gardening,sms,amended',
        '2030-01-14,12:00,,stiff,email,final',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['=HYPERLINK("https://evil.example")', '"\'=HYPERLINK(""https://evil.example"")"'],
    ['+1 for walking', "'+1 for walking"],
    ['-2 stairs', "'-2 stairs"],
    ['@home', "'@home"],
    ['\tcmd', "'\tcmd"],
    ['\rcmd', '"\'\rcmd"'],
    ['one, two', '"one, two"'],
    ['said "ouch"', '"said ""ouch"""'],
    ['two\nlines', '"two\nlines"'],
    ['été = été', 'été = été'],
    ['slept;=HYPERLINK("https://evil.example")', '"slept;\'=HYPERLINK(""https://evil.example"")"'],
    ['a;+1', "a;'+1"],
    ['a; -1', "a; '-1"],
    ['a\t=1+1', "a\t'=1+1"],
    ['a,@SUM(1)', '"a,\'@SUM(1)"'],
    ['two\n=lines', '"two\n\'=lines"'],
    ['two\r\n-lines', '"two\r\n\'-lines"'],
    ['two\u2028=lines', "two\u2028'=lines"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠home', "'＠home"],
    ['a;＝1', "a;'＝1"],
    ['﹦1', "'﹦1"],
    ['a;"=1"', '"a;""\'=1"""'],
    ['  =1', "  '=1"],
    ['\uFEFF=1', "\uFEFF'=1"],
    ['a;b;=c;-d', "a;b;'=c;'-d"],
    ['6-7; well', '6-7; well'],
    ['long walk - then rest', 'long walk - then rest'],
  ])('writes the note %j as %s', (note, cell) => {
    expect(diaryCsv(documentOf(reply(1, today, { score: 6, note })))).toContain(`,6,${cell},sms,final\r\n`);
  });

  it('has no cell that begins a formula, at whatever separator a spreadsheet splits the line', () => {
    const wicked = fc.array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＋',
        '－',
        '＠',
        ';',
        ',',
        '\t',
        '\n',
        '\r',
        ' ',
        '"',
        "'",
        '|',
        'a',
        '1',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(wicked, fc.constantFrom('en', 'fr'), (signs, language) => {
        const document = documentOf(reply(1, today, { score: 6.5, note: signs.join('') }));
        const csv = diaryCsv({ ...document, subscriber: { ...ana, language } });
        for (const cell of csv.split(/[,;|\t\r\n]/)) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
      }),
    );
  });

  it('is in French for a French spreadsheet: semicolons, a decimal comma, French headings, the zone of the times', () => {
    const document = documentOf(
      reply(1, '2030-01-13', { score: 6.5, note: 'mal dormi, raide' }),
      reply(2, today, { score: 5, note: 'marche ; =1+1' }),
    );
    const subscriber = { ...ana, language: 'fr', zone: 'Europe/Paris' } as const;
    expect(diaryCsv({ ...document, subscriber })).toBe(
      [
        '\uFEFFdate;heure (Europe/Paris);douleur;remarque;canal;statut',
        '2030-01-13;18:00;6,5;mal dormi, raide;sms;final',
        '2030-01-14;18:00;5;"marche ; \'=1+1";sms;final',
        '',
      ].join('\r\n'),
    );
  });

  it('keeps halves as numbers', () => {
    expect(diaryCsv(documentOf(reply(1, today, { score: 6.5 })))).toContain(',6.5,,');
  });
});

describe('the JSON export', () => {
  const exported = JSON.parse(diaryJson(week));

  it('has the entries as they read now', () => {
    expect(exported.entries).toEqual([
      { date: '2030-01-13', time: null, score: 7, note: null, channel: 'sms', status: 'final' },
      { date: today, time: '12:00', score: 5, note: 'after gardening', channel: 'sms', status: 'amended' },
      { date: today, time: '12:00', score: null, note: 'stiff', channel: 'email', status: 'final' },
    ]);
  });

  it('keeps in the audit trail what was taken back and what was corrected', () => {
    expect(exported.audit).toHaveLength(6);
    expect(exported.audit).toContainEqual(expect.objectContaining({ id: slip.key, score: 9, takenBack: true }));
    expect(exported.audit).toContainEqual(expect.objectContaining({ kind: 'fix', about: six.key, score: 5 }));
    expect(exported.audit).toContainEqual(expect.objectContaining({ id: six.key, score: 6, takenBack: false }));
  });

  it('is all that is held: consents with their wording, tips and what became of them, addresses', () => {
    expect(exported.consents).toEqual([
      { at: '2030-01-01T12:00:00.000Z', act: 'given', wording: '2026-11-22', where: 'sms', message: null },
    ]);
    expect(exported.tips).toMatchObject([
      { date: '2030-01-13', tip: '07-exercise', channel: 'sms', outcome: 'undelivered', code: '30003' },
    ]);
    expect(exported.addresses).toEqual({
      phone: '+12125550101',
      mailbox: null,
      mailboxToConfirm: null,
      signUpToConfirm: null,
    });
    expect(exported.subscription).toMatchObject({ status: 'active', stopReason: null, zone: 'America/New_York' });
  });

  it('names a mailbox that waits, and why nothing is sent any more', () => {
    const pendingMailbox = { address: 'jo@example.org', askedAt: now };
    const subscriber = { ...ana, pendingMailbox, status: 'stopped', stopReason: 'bounce' } as const;
    const { addresses, subscription } = JSON.parse(diaryJson({ ...week, subscriber }));
    expect(addresses.mailboxToConfirm).toMatchObject({
      address: 'jo@example.org',
      askedAt: '2030-01-14T17:30:00.000Z',
    });
    expect(subscription).toMatchObject({ status: 'stopped', stopReason: 'bounce' });
  });
});

describe('the FHIR export', () => {
  const bundle = JSON.parse(diaryFhir(week));
  const resources = bundle.entry.map(({ resource }: { resource: { resourceType: string } }) => resource);
  const observations = resources.filter(({ resourceType }: { resourceType: string }) => resourceType === 'Observation');

  it('is a collection about one pseudonymous patient', () => {
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection', timestamp: '2030-01-14T17:30:00.000Z' });
    const [patient] = resources;
    expect(patient).toEqual({ resourceType: 'Patient', id: patient.id, identifier: [expect.any(Object)] });
    for (const { subject, performer } of observations) {
      expect(subject).toEqual({ reference: bundle.entry[0].fullUrl });
      expect(performer).toEqual([subject]);
    }
  });

  it('observes the scores that count, without what was taken back and notes without a score', () => {
    expect(observations.map((one: { valueQuantity: { value: number } }) => one.valueQuantity.value)).toEqual([7, 5]);
  });

  it('says what was measured, when, and that it was corrected', () => {
    expect(observations[1]).toMatchObject({
      status: 'amended',
      category: [{ coding: [{ code: 'survey' }] }],
      code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
      effectiveDateTime: '2030-01-14T12:00:00-05:00',
      issued: '2030-01-14T17:00:00.000Z',
      valueQuantity: { value: 5, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' },
      note: [{ text: 'after gardening' }],
    });
  });

  it('gives only the day for a score told the day after', () => {
    expect(observations[0]).toMatchObject({ status: 'final', effectiveDateTime: '2030-01-13' });
    expect(observations[0]).not.toHaveProperty('note');
  });

  it('names each entry by a UUID that is the same in every export', () => {
    const again = JSON.parse(diaryFhir({ ...week, exportedAt: now + 1000 }));
    const names = bundle.entry.map(({ fullUrl }: { fullUrl: string }) => fullUrl);
    expect(again.entry.map(({ fullUrl }: { fullUrl: string }) => fullUrl)).toEqual(names);
    expect(new Set(names).size).toBe(3);
    for (const name of names)
      expect(name).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('leaves off a note that says nothing', () => {
    expect(diaryFhir(documentOf(reply(1, today, { score: 1, note: ' \t\f ' })))).not.toContain('"note"');
  });

  it('has no sign that FHIR forbids in a string, whatever a note holds', () => {
    const text = diaryFhir(documentOf(reply(1, today, { score: 1, note: 'a\f\b\u0085c\nd \uD83D' })));
    expect(text).not.toMatch(/\\[bf]|\\u00|\\ud/i);
    expect(text).toContain(String.raw`"text": "a   c\nd \uFFFD"`.replace(String.raw`\uFFFD`, '\uFFFD'));
  });

  it('writes offsets ahead of UTC and of half hours', () => {
    const inIndia = { ...documentOf(reply(1, today, { score: 1 })), subscriber: { ...ana, zone: 'Asia/Kolkata' } };
    expect(diaryFhir(inIndia)).toContain('"effectiveDateTime": "2030-01-14T22:30:00+05:30"');
  });
});

describe('answers about an activity of their own', () => {
  const own = reply(7, today, { kind: 'function', reach: 'some', note: '=gardening' });

  it('are told from those about walking, in their words, in each export', () => {
    const document = documentOf(own);
    expect(diaryCsv(document)).toContain('week: =gardening, as much as wanted on some days');
    expect(diaryCsv({ ...document, subscriber: { ...ana, language: 'fr' } })).toContain(
      'semaine\u00A0: =gardening, autant que voulu certains jours',
    );
    expect(JSON.parse(diaryFhir(document)).entry[1].resource.code).toEqual({
      text: 'On how many days of the week they did this as much as they wanted: =gardening',
    });
    expect(JSON.parse(diaryJson(document)).weeks).toMatchObject([
      {
        activity: '=gardening',
        onDays: 'some',
        question: 'did an activity of their own as much as wanted in the seven days before',
      },
    ]);
  });
});
