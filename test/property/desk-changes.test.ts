import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlaces } from '../../shared/content/places.ts';
import { type Changed, withMove, withPause, withResume } from '../../shared/domain/desk/desk-changes.ts';
import { possibleZones, type Subscriber } from '../../shared/domain/people/subscriber.ts';
import { isAllowedTime } from '../../shared/domain/time/sending-window.ts';
import { upcomingTip } from '../../shared/domain/tips/upcoming-tip.ts';
import { aSubscriber } from '../support/subscribers.ts';

const places = await loadPlaces();

const now = Date.parse('2030-01-07T12:00:00Z');
const zones = ['America/New_York', 'Europe/Paris', 'Asia/Kolkata', 'Pacific/Auckland'] as const;

/** Somebody in any state, with or without a tip of yesterday or today. */
const anybody: fc.Arbitrary<Subscriber> = fc
  .record({
    status: fc.constantFrom('active' as const, 'stopped' as const, 'pending' as const, 'erasing' as const),
    zone: fc.constantFrom(...zones),
    claimed: fc.option(fc.integer({ min: 0, max: 36 * 60 })),
    mailbox: fc.boolean(),
  })
  .map(({ status, zone, claimed, mailbox }) => {
    const claimedAt = now - (claimed ?? 0) * 60_000;
    const date = new Date(claimedAt).toISOString().slice(0, 10);
    return aSubscriber({
      status,
      zone,
      ...(mailbox ? { mailbox: { address: 'jo@example.org' } } : {}),
      ...(claimed === null
        ? {}
        : { lastTip: { date, tip: 'x', owner: 'q', claimedAt, state: 'claimed' as const, channel: 'sms' as const } }),
    });
  });

type Act = (subscriber: Subscriber) => Changed;
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.integer({ min: -2, max: 120 }).map(
    (days): Act =>
      (who) =>
        withPause(who, days, now),
  ),
  fc.constant<Act>((who) => withResume(who, now)),
  fc
    .record(
      {
        time: fc.integer({ min: 0, max: 1439 }).map((at) => new Date(at * 60_000).toISOString().slice(11, 16)),
        zone: fc.constantFrom(...zones, 'nowhere at all'),
        channel: fc.constantFrom('sms' as const, 'email' as const),
        language: fc.constantFrom('en' as const, 'fr' as const),
      },
      { requiredKeys: [] },
    )
    .map(
      (move): Act =>
        (who) =>
          withMove(who, move, now, places),
    ),
);

describe('whatever staff change', () => {
  it('brings nobody back, sends nothing at night, to no address that has not said yes, and nothing twice on a day', () => {
    fc.assert(
      fc.property(anybody, fc.array(acts, { maxLength: 6 }), (person, changes) => {
        const after = changes.reduce((current, act) => {
          const changed = act(current);
          return changed.kind === 'changed' ? changed.next : current;
        }, person);
        expect(after.status).toBe(person.status);
        if (person.status !== 'active') {
          expect(after).toEqual(person);
          return;
        }
        expect(isAllowedTime(possibleZones(after), after.time, now)).toBe(true);
        expect(after.tipsBy === 'sms' || after.mailbox !== undefined).toBe(true);
        expect(after.lastTip).toEqual(person.lastTip);
        expect(upcomingTip(after, now).date > (person.lastTip?.date ?? '')).toBe(true);
      }),
    );
  });

  it('is the same when it is done twice', () => {
    fc.assert(
      fc.property(anybody, acts, (person, act) => {
        const once = act(person);
        fc.pre(once.kind === 'changed');
        const twice = act(once.next);
        expect(twice).toMatchObject({ kind: 'changed', next: once.next });
      }),
    );
  });
});
