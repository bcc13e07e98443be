import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createLocalClock } from '../../../local/clock.ts';
import { openJournal } from '../../../local/journal.ts';
import { createQueue, queueMessage } from '../../../local/queue.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backbeat-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = (): string => join(folder, 'queue.journal');

describe('a journal', () => {
  it('has what was put and not removed, in order, the last of each name', () => {
    const first = openJournal(file(), z.number());
    first.put('a', 1);
    first.put('b', 2);
    first.put('a', 3);
    first.put('c', 4);
    first.remove('b');
    expect([...openJournal(file(), z.number()).kept]).toEqual([
      ['a', 3],
      ['c', 4],
    ]);
  });

  it('is read up to a line that was being written when the process was killed', () => {
    openJournal(file(), z.number()).put('a', 1);
    appendFileSync(file(), '["b",');
    expect([...openJournal(file(), z.number()).kept]).toEqual([['a', 1]]);
  });

  it('is empty once all is removed, and readable by its owner alone', () => {
    const journal = openJournal(file(), z.number());
    journal.put('a', 1);
    journal.remove('a');
    expect(readFileSync(file(), 'utf8')).toBe('');
    expect((statSync(file()).mode & 0o777).toString(8)).toBe('600');
  });
});

describe('a queue of a process that was killed', () => {
  it('still has what was not deleted, hidden as long as it was, and with its receives counted', () => {
    const clock = createLocalClock();
    clock.set(Date.parse('2030-01-07T14:00:00Z'));
    const open = () => createQueue(clock, { visibilityTimeoutMs: 120_000 }, openJournal(file(), queueMessage));
    const before = open();
    before.send('done');
    before.remove(before.receive()?.id ?? '');
    before.send('in hand');
    before.receive();
    before.send('later', 300);
    const after = open();
    expect(after.receive()).toBeUndefined();
    clock.set(clock.now() + 120_000);
    expect(after.receive()).toMatchObject({ body: 'in hand', receiveCount: 2 });
    clock.set(clock.now() + 180_000);
    expect(after.size()).toBe(2);
    expect(after.receive()).toMatchObject({ body: 'in hand', receiveCount: 3 });
    expect(after.receive()).toMatchObject({ body: 'later', receiveCount: 1 });
  });
});
