import { describe, expect, it } from 'vitest';
import { judgeLateMail, type LateVerdict } from '../../shared/domain/answering/late-reply.ts';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import { noDanger, type ParsedReply, staying } from '../../shared/domain/reading/parsed-reply.ts';
import { aSubscriber } from '../support/subscribers.ts';

const sentAt = Date.parse('2030-01-07T12:00:00Z');
const later = sentAt + 3_600_000;

type Said = Pick<ParsedReply, 'intent'> & Partial<Pick<ParsedReply, 'danger' | 'leaving'>>;
const leaving = { kind: 'leaves', by: 'carrier', wrongNumber: false } as const;
const danger = { kind: 'flag', flag: 'now', isPrivate: false } as const;
const score: Said = { intent: { kind: 'score', score: 6 } };
const fix: Said = { intent: { kind: 'fix', score: 5 } };
const event: DiaryEvent = {
  kind: 'score',
  score: 4,
  key: 'r#x',
  at: later,
  date: '2030-01-07',
  seq: 1,
  channel: 'sms',
};

describe('a mail that is handed in again long after it came', () => {
  it.each<[string, Said, boolean, readonly DiaryEvent[], LateVerdict]>([
    ['STOP', { leaving, intent: { kind: 'note' } }, false, [], 'apply'],
    ['STOP, of whoever has joined again since', { leaving, intent: { kind: 'note' } }, true, [], 'rejoined'],
    ['a red flag, whatever came after it', { danger, intent: { kind: 'note' } }, true, [event], 'apply'],
    ['JOIN, after which they may have left', { intent: { kind: 'join' } }, false, [], 'too-late'],
    ['HELPED, of another day’s tip', { intent: { kind: 'rate', as: 'helped' } }, false, [], 'too-late'],
    ['CLINIC YES', { intent: { kind: 'clinic', agreed: true } }, false, [], 'too-late'],
    ['RESEARCH YES', { intent: { kind: 'research', agreed: true } }, false, [], 'too-late'],
    ['RESEARCH NO', { intent: { kind: 'research', agreed: false } }, false, [], 'apply'],
    ['CLINIC NO', { intent: { kind: 'clinic', agreed: false } }, false, [], 'apply'],
    ['a score', score, false, [event], 'apply'],
    ['a score from before they joined', score, true, [], 'overtaken'],
    ['FIX', fix, false, [], 'apply'],
    ['FIX, which would hit a later score', fix, false, [event], 'overtaken'],
    ['UNDO, which would hit a later score', { intent: { kind: 'undo' } }, false, [event], 'overtaken'],
    ['PAUSE', { intent: { kind: 'pause', days: 7 } }, false, [event], 'apply'],
  ])('%s', (_, said, hasJoinedSince, events, verdict) => {
    const joinedAt = hasJoinedSince ? later : sentAt - 1;
    const reply = { leaving: staying, danger: noDanger, ...said };
    expect(judgeLateMail(reply, sentAt, { subscriber: aSubscriber({ joinedAt }), events })).toBe(verdict);
  });
});
