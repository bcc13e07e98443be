import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';

const dates = ['2030-01-07', '2030-01-08', '2030-01-09'] as const;
const halves = fc.integer({ min: 0, max: 20 }).map((twice) => twice / 2);

/** A diary as conversations and races leave it: any kind, ties of order, references to any event or to none. */
const diaries = fc
  .array(
    fc.record({
      kind: fc.constantFrom('score', 'note', 'fix', 'undo', 'command'),
      date: fc.constantFrom(...dates),
      seq: fc.integer({ min: 1, max: 8 }),
      at: fc.integer({ min: 0, max: 5 }),
      score: halves,
      of: fc.integer({ min: 0, max: 14 }),
    }),
    { maxLength: 14 },
  )
  .map((drawn) =>
    drawn.map(({ kind, score, of, ...rest }, index): DiaryEvent => {
      const base = { key: `r#${index}`, kind, channel: 'sms' as const, ...rest };
      if (kind === 'score') return { ...base, score };
      if (kind === 'fix') return { ...base, score, of: `r#${of}` };
      if (kind === 'undo') return { ...base, of: `r#${of}` };
      return kind === 'note' ? { ...base, note: 'stiff' } : base;
    }),
  );
const shuffled = (events: readonly DiaryEvent[]) => fc.shuffledSubarray([...events], { minLength: events.length });
const seen = (events: readonly DiaryEvent[]) => {
  const { lastScoreFrom, ...fold } = foldDiary(events);
  return { ...fold, lastScores: dates.map(lastScoreFrom) };
};

describe('folding any diary', () => {
  it('does not depend on the order the pages were read in', () => {
    fc.assert(
      fc.property(
        diaries.chain((events) => fc.tuple(fc.constant(events), shuffled(events))),
        ([events, other]) => {
          expect(seen(other)).toEqual(seen(events));
        },
      ),
    );
  });

  it('is unchanged by redelivery', () => {
    fc.assert(
      fc.property(diaries, (events) => {
        expect(seen([...events, ...events])).toEqual(seen(events));
      }),
    );
  });

  it('shows no score that nobody said', () => {
    fc.assert(
      fc.property(diaries, (events) => {
        for (const { key, score } of foldDiary(events).entries) {
          const said = events.filter((event) => event.key === key || (event.kind === 'fix' && event.of === key));
          expect([null, ...said.map((event) => event.score)]).toContain(score);
        }
      }),
    );
  });

  it('shows each score or note once, or says in the audit trail that it was taken back', () => {
    fc.assert(
      fc.property(diaries, (events) => {
        const { entries, audit } = foldDiary(events);
        const takenBack = audit.filter((line) => line.takenBack).map((line) => line.event.key);
        const told = events.filter(({ kind }) => kind === 'score' || kind === 'note').map(({ key }) => key);
        expect(audit).toHaveLength(events.length);
        expect([...entries.map(({ key }) => key), ...takenBack.filter((key) => told.includes(key))].toSorted()).toEqual(
          told.toSorted(),
        );
      }),
    );
  });

  it('UNDO after FIX leaves the diary as it was', () => {
    fc.assert(
      fc.property(diaries, halves, (events, score) => {
        const before = foldDiary(events);
        const target = dates.map(before.lastScoreFrom).find((event) => event !== undefined);
        fc.pre(target !== undefined);
        const fix: DiaryEvent = { ...target, kind: 'fix', key: 'r#fix', seq: before.nextSeq, score, of: target.key };
        expect(foldDiary([...events, fix]).lastAction).toEqual(fix);
        const undo: DiaryEvent = { ...target, kind: 'undo', key: 'r#undo', seq: before.nextSeq + 1, of: 'r#fix' };
        expect(foldDiary([...events, fix, undo]).entries).toEqual(before.entries);
      }),
    );
  });

  it('UNDO said often enough empties the diary', () => {
    fc.assert(
      fc.property(diaries, (events) => {
        let diary = events;
        for (let said = 0; said <= events.length; said += 1) {
          const { lastAction, nextSeq } = foldDiary(diary);
          if (!lastAction) break;
          diary = [...diary, { ...lastAction, kind: 'undo', key: `r#undo${said}`, seq: nextSeq, of: lastAction.key }];
        }
        expect(foldDiary(diary).entries).toEqual([]);
      }),
    );
  });
});
