import { beforeEach, describe, expect, it } from 'vitest';
import { trackProgress } from '../../functions/send-tips/group-progress.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';

const minuteMs = 60_000;
let stored: TipOutcome[];
beforeEach(() => {
  stored = [];
});

const track = (...ids: string[]) =>
  trackProgress(ids, {
    record: async (outcomes) => {
      stored.push(...outcomes);
    },
  });
const outcome = (id: string, changes: Partial<TipOutcome> = {}): TipOutcome => ({
  id,
  date: '2030-01-07',
  epoch: 'bbbbbbbb',
  at: 0,
  channel: 'sms',
  state: 'accepted',
  ...changes,
});
const nothing = { due: 0, claimed: 0, accepted: 0, unreachable: 0, unknown: 0, behind: 0, skipped: new Map() };

describe('how far a group has got', () => {
  it('has everybody open until their outcome is stored, or they need none', async () => {
    const progress = track('a', 'b', 'c');
    expect(progress.result()).toEqual({ open: 3 });
    progress.done('a');
    await progress.record([outcome('b')]);
    expect(progress.result()).toEqual({ open: 1 });
    expect(stored.map(({ id }) => id)).toEqual(['b']);
  });

  it('keeps those open whose outcomes could not be stored, and counts none of them', async () => {
    const progress = trackProgress(['a'], { record: () => Promise.reject(new Error('throttled')) });
    await expect(progress.record([outcome('a')])).rejects.toThrow('throttled');
    expect(progress.result()).toEqual({ open: 1 });
    expect(progress.counts(0)).toEqual(nothing);
  });

  it('counts each end by its kind, and a failure as unreachable only where the address is to blame', async () => {
    const progress = track('a', 'b', 'c', 'd', 'e', 'f');
    progress.countClaimed(4);
    progress.blameAddress('b');
    progress.markMissed('e');
    await progress.record([
      outcome('a'),
      outcome('b', { state: 'failed' }),
      outcome('c', { state: 'failed' }),
      outcome('d', { state: 'unknown' }),
      outcome('e', { state: 'skipped', reason: 'late' }),
      outcome('f', { state: 'skipped', reason: 'paused' }),
    ]);
    expect(progress.counts(0)).toEqual({
      due: 5,
      claimed: 4,
      accepted: 1,
      unreachable: 1,
      unknown: 1,
      behind: 0,
      skipped: new Map([
        ['late', 1],
        ['paused', 1],
      ]),
    });
    expect(progress.result()).toEqual({ open: 0 });
  });

  it('comes back soon if only time ran out, and not if nobody is left', () => {
    const progress = track('a');
    progress.comeSoon();
    expect(progress.result()).toEqual({ open: 1, soon: true });
    progress.done('a');
    expect(progress.result()).toEqual({ open: 0 });
  });

  it('leaves the provider alone for as long as it said, the longest time it said', () => {
    const progress = track('a');
    progress.comeSoon();
    expect(progress.isHalted()).toBe(false);
    progress.halt('throttled', 3000);
    progress.halt('throttled', 1000);
    expect(progress.isHalted()).toBe(true);
    expect(progress.result()).toEqual({ open: 1, retryAfterMs: 3000 });
  });

  it('counts the open as due at once where the channel is misconfigured, later where it was throttled: the first fault', () => {
    const misconfigured = track('a', 'b');
    misconfigured.halt('misconfigured');
    misconfigured.halt('throttled');
    expect(misconfigured.counts(0).due).toBe(2);
    const throttled = track('a', 'b');
    throttled.halt('throttled');
    expect(throttled.counts(30 * minuteMs - 1).due).toBe(0);
    expect(throttled.counts(30 * minuteMs + 1)).toMatchObject({ due: 2, behind: 2 });
  });

  it('counts a doubt as due after ten minutes, and whoever only waits for their turn never', () => {
    const progress = track('a', 'b');
    progress.markDoubtful('a');
    expect(progress.counts(10 * minuteMs - 1).due).toBe(0);
    expect(progress.counts(10 * minuteMs + 1).due).toBe(1);
  });
});
