import { describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import { fatesOf } from '../../shared/domain/restore/fate.ts';
import type { LedgerEntry } from '../../shared/domain/restore/ledger-entry.ts';
import { restoreProfile } from '../../shared/domain/restore/restore-profile.ts';
import { aSubscriber, pepper } from '../support/subscribers.ts';

const now = Date.parse('2030-01-10T17:00:00Z');
const phoneId = (number: string) => pseudonymOf(pepper, 'sms', number);
const mailboxId = (address: string) => pseudonymOf(pepper, 'email', address);
const address = 'jo@example.org';
const number = '+12125550101';
const backup = aSubscriber({ rev: 5, mailbox: { address } });
const atMailbox: Subscriber = { ...backup, id: mailboxId(address) };

const restored = (subscriber: Subscriber, ...entries: readonly Partial<LedgerEntry>[]) => {
  const whole = entries.map((entry, index) => ({
    ...{ id: subscriber.id, at: now - 3_600_000, order: `${9 + index}` },
    ...entry,
  }));
  const fates = fatesOf(whole.toReversed());
  return restoreProfile(subscriber, {
    ...{ now, phoneId, mailboxId },
    fateOf: (id) => fates.get(id),
    drawEpoch: () => 'drawn',
  });
};
const status = (is: 'active' | 'stopped' | 'erasing', rev: number, epoch = backup.epoch) => ({
  status: { status: is, epoch, rev },
});
const consent = (act: 'given' | 'withdrawn', where: 'sms' | 'email') => ({
  consent: { at: now - 1000, act, version: 'v', where },
});

describe('a profile from a backup', () => {
  it('is as it was, but for today, if nothing was said since', () => {
    expect(restored(backup)).toEqual([{ ...backup, pausedUntil: '2030-01-10' }]);
    expect(restored(backup, status('stopped', 4))).toEqual([{ ...backup, pausedUntil: '2030-01-10' }]);
  });

  it('follows the last that was said, in the order of the numbers, not of the letters in them', () => {
    expect(restored(backup, status('stopped', 6), status('active', 7))).toMatchObject([{ status: 'active', rev: 7 }]);
    expect(restored(backup, status('active', 6), status('stopped', 7))).toMatchObject([{ status: 'stopped', rev: 7 }]);
  });

  it('comes back from STOP by the channel that START came by, and not without its address', () => {
    const stopped: Subscriber = { ...backup, status: 'stopped', stopReason: 'opt-out' };
    const byMail = [consent('given', 'email'), status('active', 6)];
    expect(restored(stopped, ...byMail)).toMatchObject([{ status: 'active', tipsBy: 'email' }]);
    const { mailbox: _, ...phoneOnly } = stopped;
    expect(restored(phoneOnly, ...byMail)).toMatchObject([{ status: 'stopped' }]);
  });

  it('is none after ERASE, and an empty one of that number after ERASE and JOIN', () => {
    expect(restored(backup, status('erasing', 6))).toEqual([]);
    const [anew, ...more] = restored(backup, status('erasing', 6), status('active', 1_800_000_000, 'anothers'));
    expect(more).toEqual([]);
    expect(anew).toMatchObject({ epoch: 'anothers', phone: { number }, position: 0, status: 'active' });
    expect(anew).not.toHaveProperty('mailbox');
  });

  it('leaves out a phone that is somebody else’s by now, who begins with nothing of it', () => {
    const owner = { id: phoneId(number), ...status('active', 9, 'anothers') };
    const [own, other, ...more] = restored(atMailbox, owner);
    expect(more).toEqual([]);
    expect(own).toMatchObject({ id: atMailbox.id, mailbox: { address }, tipsBy: 'email' });
    expect(own).not.toHaveProperty('phone');
    expect(other).toMatchObject({ id: owner.id, epoch: 'anothers', phone: { number }, pausedUntil: '2030-01-10' });
    const { mailbox: _, ...phoneOnly } = atMailbox;
    expect(restored(phoneOnly, owner)[0]).toMatchObject({ status: 'stopped', stopReason: 'wrong-number' });
  });

  it('stops for a STOP that found nobody there, unless they have joined since', () => {
    const left = consent('withdrawn', 'email');
    expect(restored(backup, left)).toMatchObject([{ status: 'stopped' }]);
    expect(restored(backup, left, status('active', 6))).toMatchObject([{ status: 'active' }]);
  });
});
