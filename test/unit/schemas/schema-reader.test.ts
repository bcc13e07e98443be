import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readSendJob } from '../../../shared/schemas/jobs.ts';
import { reader, type SchemaReader } from '../../../shared/schemas/schema-reader.ts';
import { readEmail, readForm } from '../../../shared/schemas/sign-up-form.ts';
import {
  readConfirmationMails,
  readConsent,
  readDueEntry,
  readEvent,
  readProfile,
  readWatermark,
  readZones,
} from '../../../shared/schemas/stored-items.ts';
import { readInboundText, readSesEvent } from '../../../shared/schemas/webhooks.ts';

const folder = join(import.meta.dirname, '../../../shared/schemas');
const modules: readonly Readonly<Record<string, unknown>>[] = await Promise.all(
  readdirSync(folder)
    .filter((file) => file !== 'schema-reader.ts')
    .map((file) => import(join(folder, file))),
);
const isReader = (value: unknown): value is SchemaReader<unknown> => typeof value === 'function';
const readers = modules.flatMap((module) =>
  Object.entries(module).flatMap(([name, read]) => (isReader(read) ? [{ name, read }] : [])),
);

const profile = {
  epoch: 'abcdefgh',
  rev: 1,
  status: 'active',
  tipsBy: 'sms',
  language: 'en',
  country: 'US',
  home: 'America/New_York',
  zoneSource: 'said',
  zoneCandidates: [],
  time: '09:00',
  joinedAt: 1,
  position: 0,
  commands: [],
};
const sesEvent = { detail: { eventType: 'Send', mail: { messageId: 'm', tags: { id: ['a'] } } } };

describe('every reader', () => {
  it('is found', () => {
    expect(readers.length).toBeGreaterThan(35);
  });

  it.each(readers)('$name throws at nothing, and no fault that it names is a word of the input', ({ read }) => {
    const words = fc.string({ minLength: 3, maxLength: 8 }).map((text) => `said ${text}`);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        words,
        fc.dictionary(
          fc.oneof(words, fc.constantFrom('detail', 'asked', 'kind', 'members', 'phone', 'zones')),
          tie('tree'),
        ),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.constantFrom(null, undefined, 0, Number.NaN, true, 1n, new Set(['said so']), new Map(), new Date(0)),
      ),
    }));
    fc.assert(
      fc.property(tree, (input) => {
        const parsed = read(input);
        if (parsed.success) return;
        expect(parsed.faults.length).toBeGreaterThan(0);
        expect(parsed.faults.join('\n')).not.toContain('said');
      }),
    );
  });
});

describe('a reader', () => {
  it('names every field at fault once, and quotes no value', () => {
    const read = readProfile({ epoch: 7, phone: { number: '+12125550100' }, time: '25:00', zoneCandidates: [1, 2] });
    expect(JSON.stringify(read)).not.toMatch(/2125550100|25:00/);
    expect(read).toMatchObject({ success: false, faults: expect.arrayContaining(['epoch', 'rev', 'time']) });
    expect(read).not.toMatchObject({ faults: expect.arrayContaining(['phone']) });
    expect(read.success ? [] : read.faults.filter((field) => field === 'zoneCandidates')).toHaveLength(1);
  });

  it('names the field that a record stands in, not the key of the record, which may be an address', () => {
    expect(readConfirmationMails({ rev: 1, asked: { 'jo@example.org': 'once' } })).toEqual({
      success: false,
      faults: ['asked'],
    });
    expect(reader(z.record(z.string(), z.number()))({ 'jo@example.org': 'once' })).toEqual({
      success: false,
      faults: ['?'],
    });
  });

  it('knows of no fields where there is a single value, or one of several kinds of object', () => {
    expect(readEmail('jo@')).toEqual({ success: false, faults: ['?'] });
    expect(readProfile('a profile')).toEqual({ success: false, faults: ['?'] });
    expect(readSendJob({ kind: 'tips', dueAt: 'now' })).toEqual({ success: false, faults: ['?'] });
  });

  it.each([[{ act: 'given', at: 1 }], [{ act: 'given', at: 1, message: undefined }]])(
    'tells a field that is not there from one that is undefined: %j',
    (item) => {
      expect(readConsent(item)).toStrictEqual({ success: true, data: item });
    },
  );

  it('leaves out what an object has besides', () => {
    expect(readWatermark({ at: 1, PK: 'WATERMARK' })).toStrictEqual({ success: true, data: { at: 1 } });
  });
});

describe('what is taken', () => {
  it.each([
    ['a profile with nothing that may be left out', readProfile, profile],
    ['a profile with a mailbox that waits', readProfile, { ...profile, box: { a: 'a@b.example', t: 1 } }],
    ['the highest score', readEvent, { k: 'score', t: 1, q: 0, c: 'sms', s: 10 }],
    ['a half', readEvent, { k: 'score', t: 1, q: 0, c: 'sms', s: 6.5 }],
    ['a set of zones', readZones, { zones: new Set(['Europe/Paris']) }],
    ["SES's report", readSesEvent, sesEvent],
    [
      'a complaint of no type',
      readSesEvent,
      { detail: { ...sesEvent.detail, complaint: { complaintFeedbackType: null } } },
    ],
    ['a form of any fields', readForm, { address: 'a', file: new Date(0) }],
    ['a picture message', readInboundText, { MessageSid: `mm${'A'.repeat(32)}`, From: '+12125550100' }],
    ['the longest job', readSendJob, { kind: 'tips', dueAt: 0, members: [{ id: 'a', date: '2030-01-10' }] }],
  ])('%s', (_what, read, input) => {
    expect(read(input)).toStrictEqual({ success: true, data: input });
  });

  it.each([
    ['a status that we do not know', readProfile, { ...profile, status: 'asleep' }],
    ['an hour that there is not', readProfile, { ...profile, time: '24:00' }],
    ['a score above ten', readEvent, { k: 'score', t: 1, q: 0, c: 'sms', s: 10.5 }],
    ['a score between the halves', readEvent, { k: 'score', t: 1, q: 0, c: 'sms', s: 6.25 }],
    ['zones that are no set', readZones, { zones: ['Europe/Paris'] }],
    ['a number that is none', readWatermark, { at: Number.NaN }],
    ['a channel that we do not know', readDueEntry, { due: '09:00#fax#abc' }],
    ['a sender that is empty', readInboundText, { MessageSid: `SM${'0'.repeat(32)}`, From: '' }],
    ['an id with a letter beyond f', readInboundText, { MessageSid: `SM${'g'.repeat(32)}`, From: '+12125550100' }],
    ['a form that is a list', readForm, ['address']],
    ['a job that we do not know', readSendJob, { kind: 'dance' }],
  ])('not %s', (_what, read, input) => {
    expect(read(input)).toMatchObject({ success: false });
  });
});
