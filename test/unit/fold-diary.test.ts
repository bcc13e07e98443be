import { describe, expect, it } from 'vitest';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';

const today = '2030-01-09';
const yesterday = '2030-01-08';

const event = (seq: number, kind: DiaryEvent['kind'], more: Partial<DiaryEvent> = {}): DiaryEvent => ({
  key: `r#${seq}`,
  kind,
  date: today,
  at: 1_000 * seq,
  seq,
  channel: 'sms',
  ...more,
});
const read = (events: readonly DiaryEvent[]) =>
  foldDiary(events).entries.map(({ date, score, status }) => [date, score, status]);

const six = event(1, 'score', { score: 6, note: 'after gardening' });
const fixedToFive = event(2, 'fix', { score: 5, of: six.key });
const sevenYesterday = event(3, 'score', { score: 7, date: yesterday });

describe('foldDiary', () => {
  it('has nothing to say about an empty diary', () => {
    const fold = foldDiary([]);
    expect(fold.entries).toEqual([]);
    expect(fold.lastAction).toBeUndefined();
    expect(fold.lastScoreFrom(today)).toBeUndefined();
    expect(fold.nextSeq).toBe(1);
  });

  it('FIX corrects the score and keeps the note', () => {
    const [entry] = foldDiary([six, fixedToFive]).entries;
    expect(entry).toMatchObject({ key: six.key, score: 5, note: 'after gardening', status: 'amended' });
  });

  it('YDAY comes before today though it was said later, and UNDO takes it back first', () => {
    const said = [six, fixedToFive, sevenYesterday];
    expect(read(said)).toEqual([
      [yesterday, 7, 'final'],
      [today, 5, 'amended'],
    ]);
    expect(foldDiary(said).lastAction).toEqual(sevenYesterday);
    expect(read([...said, event(4, 'undo', { of: sevenYesterday.key })])).toEqual([[today, 5, 'amended']]);
  });

  it('UNDO after FIX restores the score before, the next UNDO takes the score back, then there is nothing left', () => {
    const undoFix = event(3, 'undo', { of: fixedToFive.key });
    const once = foldDiary([six, fixedToFive, undoFix]);
    expect(once.entries).toMatchObject([{ score: 6, status: 'final' }]);
    expect(once.lastAction).toEqual(six);
    const twice = foldDiary([six, fixedToFive, undoFix, event(4, 'undo', { of: six.key })]);
    expect(twice.entries).toEqual([]);
    expect(twice.lastAction).toBeUndefined();
    expect(twice.audit.map(({ takenBack }) => takenBack)).toEqual([true, true, false, false]);
  });

  it('of two corrections the later counts, and its UNDO brings back the earlier', () => {
    const fixedToFour = event(3, 'fix', { score: 4, of: six.key });
    expect(read([six, fixedToFive, fixedToFour])).toEqual([[today, 4, 'amended']]);
    expect(read([six, fixedToFive, fixedToFour, event(4, 'undo', { of: fixedToFour.key })])).toEqual([
      [today, 5, 'amended'],
    ]);
  });

  it('does not offer a correction whose score was taken back', () => {
    expect(foldDiary([six, fixedToFive, event(3, 'undo', { of: six.key })]).lastAction).toBeUndefined();
  });

  it('takes back a note only when it is the newest thing', () => {
    const note = event(2, 'note', { note: 'slept badly' });
    expect(foldDiary([six, note]).lastAction).toEqual(note);
    expect(foldDiary([note, event(3, 'score', { score: 2 })]).lastAction).toMatchObject({ score: 2 });
    expect(foldDiary([six, note, event(3, 'undo', { of: note.key })]).entries).toMatchObject([{ score: 6 }]);
  });

  it('FIX is about the latest score of the day that still counts', () => {
    const three = event(2, 'score', { score: 3 });
    expect(foldDiary([six, three, sevenYesterday]).lastScoreFrom(today)).toEqual(three);
    expect(foldDiary([six, three, event(4, 'undo', { of: three.key })]).lastScoreFrom(today)).toEqual(six);
  });

  it.each([
    ['a correction of a note', event(2, 'fix', { score: 9, of: 'r#1' })],
    ['a correction of nothing', event(2, 'fix', { score: 9, of: 'r#none' })],
    ['an undo of nothing', event(2, 'undo', { of: 'r#none' })],
    ['a command', event(2, 'command')],
  ])('%s changes no entry', (_, odd) => {
    expect(read([event(1, 'note', { note: 'stiff' }), odd])).toEqual([[today, null, 'final']]);
  });

  it('what was taken back comes back once that is taken back, as often as somebody likes', () => {
    const undo = event(2, 'undo', { of: six.key });
    const restored = event(3, 'undo', { of: undo.key });
    expect(read([six, undo, restored])).toEqual([[today, 6, 'final']]);
    expect(read([six, undo, restored, event(4, 'undo', { of: restored.key })])).toEqual([]);
    expect(foldDiary([six, undo]).lastAction).toBeUndefined();
  });

  it('a note about a score stands under it, comes after its own, and goes and comes back with it', () => {
    const about = event(2, 'note', { note: 'and a long drive', of: six.key });
    expect(foldDiary([six, about]).entries).toMatchObject([{ score: 6, note: 'after gardening\nand a long drive' }]);
    expect(foldDiary([six, about]).lastAction).toEqual(about);
    const undo = event(3, 'undo', { of: six.key });
    expect(foldDiary([six, about, undo]).entries).toEqual([]);
    expect(foldDiary([six, about, undo]).lastAction).toBeUndefined();
    expect(foldDiary([six, about, undo, event(4, 'undo', { of: undo.key })]).entries).toHaveLength(1);
    expect(foldDiary([six, about, event(3, 'undo', { of: about.key })]).entries).toMatchObject([
      { note: 'after gardening' },
    ]);
  });

  it('stores a message delivered twice once', () => {
    expect(foldDiary([six, six, { ...six }]).entries).toHaveLength(1);
  });

  it('numbers the next event after the highest', () => {
    expect(foldDiary([sevenYesterday, six]).nextSeq).toBe(4);
  });
});

describe('somebody who flew west over midnight', () => {
  it('corrects the score they sent last, though its date is later than today', () => {
    const before = event(1, 'score', { date: today, score: 3 });
    const last = event(2, 'score', { date: '2030-01-11', score: 7 });
    expect(foldDiary([before, last]).lastScoreFrom(today)).toEqual(last);
  });
});
