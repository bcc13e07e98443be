import { describe, expect } from 'vitest';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { createClaimStore } from '../../../shared/store/claim-store.ts';
import { createConsentStore } from '../../../shared/store/consent-store.ts';
import { createDiaryStore } from '../../../shared/store/diary-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createErasureStore } from '../../../shared/store/erasure-store.ts';
import { createPersonStore } from '../../../shared/store/person-store.ts';
import { createSubscriberStore } from '../../../shared/store/subscriber-store.ts';
import { createTipStore } from '../../../shared/store/tip-store.ts';
import { it } from '../../support/engine.ts';
import { aSubscriber } from '../../support/subscribers.ts';
import { anEvent, claimOf, type NewTable, now, storeIn } from './store-set-up.ts';

let table: Table;

/** Claims, outcomes and erasures, which take PartiQL. */
export const describeClaims = (newTable: NewTable): void => {
  describe('claims and their ends:', () => {
    it.beforeEach(async ({ freshTable }) => {
      table = await newTable(freshTable);
    });

    describe('claims', () => {
      const request = (subscriber: Subscriber) => ({
        subscriber,
        claim: claimOf(),
        position: 1,
        course: { marks: 'g' },
        silence: { since: '2030-01-07' },
      });

      it('are made for those whose profile is as it was read, one answer each, in one call', async () => {
        const claims = createClaimStore(table);
        const people = await Promise.all(
          Array.from({ length: 25 }, (_, index) => storeIn(table, { phone: { number: `+121255502${10 + index}` } })),
        );
        const [stopper, mover] = people;
        if (!stopper || !mover) throw new Error('people were stored');
        const store = createSubscriberStore(table);
        await store.save({ ...stopper, status: 'stopped' }, stopper);
        await store.save({ ...mover, time: '10:00' }, mover);
        const results = await claims.claim(people.map(request));
        expect(results.map((result) => result === 'claimed')).toEqual(people.map((_, index) => index > 1));
        expect(results.slice(0, 2)).toEqual(['conflict', 'conflict']);
        const after = await claims.readSubscribers(
          people.map(({ id }) => id),
          true,
        );
        expect(after.get(stopper.id)?.lastTip).toBeUndefined();
        expect(people.slice(2).map(({ id }) => after.get(id))).toEqual(
          people.slice(2).map((person) => ({
            ...person,
            rev: 2,
            position: 1,
            course: { marks: 'g' },
            silence: { since: '2030-01-07' },
            lastTip: claimOf(),
          })),
        );
      });

      it('made twice from the same reading succeed once', async () => {
        const claims = createClaimStore(table);
        const subscriber = await storeIn(table);
        const results = await Promise.all([
          claims.claim([request(subscriber)]),
          claims.claim([{ ...request(subscriber), claim: claimOf({ owner: 'message-2' }) }]),
        ]);
        expect(results.flat().sort()).toEqual(['claimed', 'conflict']);
      });

      it('are refused where nobody is', async () => {
        expect(await createClaimStore(table).claim([request({ ...aSubscriber(), rev: 1 })])).toEqual(['conflict']);
      });
    });

    describe('the outcome of a tip', () => {
      const outcome = {
        id: aSubscriber().id,
        date: '2030-01-10',
        state: 'accepted',
        at: now,
        providerId: 'SM1',
      } as const;
      const stateNow = async () => (await createTipStore(table).readStates([outcome])).get(outcome.id);

      it('is recorded once and only moves forward', async () => {
        const tips = createTipStore(table);
        expect(await tips.moveForward({ ...outcome, state: 'delivered' })).toBe(false);
        await tips.record([outcome]);
        expect(await tips.moveForward({ ...outcome, state: 'delivered' })).toBe(true);
        expect(await tips.moveForward({ ...outcome, state: 'sent' })).toBe(true);
        await tips.record([outcome, { ...outcome, id: 'other' }]);
        expect(await stateNow()).toBe('delivered');
      });

      it('that a receipt brought first is not taken back by the worker that comes after', async () => {
        const tips = createTipStore(table);
        await tips.putIfAbsent({ ...outcome, state: 'undelivered', code: '30003' });
        await tips.record([outcome]);
        expect(await stateNow()).toBe('undelivered');
      });

      it('that was only guessed gives way to what the provider says', async () => {
        const tips = createTipStore(table);
        await tips.record([{ ...outcome, state: 'unknown' }]);
        await tips.record([outcome]);
        expect(await stateNow()).toBe('accepted');
      });

      it('is recorded for more people than one call takes', async () => {
        const many = Array.from({ length: 60 }, (_, index) => ({ ...outcome, id: `person${index}` }));
        await createTipStore(table).record(many);
        expect((await createTipStore(table).readStates(many)).size).toBe(60);
      });
    });

    describe('an erasure', () => {
      const everything = async (subscriber: Subscriber) => {
        await createDiaryStore(table).append(subscriber.id, subscriber.epoch, anEvent());
        const { id, epoch } = subscriber;
        await createConsentStore(table).put(id, { at: now, act: 'given', version: '1', where: 'sms' }, epoch);
        await createTipStore(table).record(
          Array.from({ length: 40 }, (_, day) => ({
            id: subscriber.id,
            date: `2030-01-${String(day + 1).padStart(2, '0')}`,
            state: 'accepted' as const,
            at: now,
          })),
        );
      };

      it('leaves nothing', async () => {
        const read = await storeIn(table);
        await everything(read);
        await createSubscriberStore(table).save({ ...read, status: 'erasing' }, read);
        const erasures = createErasureStore(table);
        expect(await erasures.deleteItems(read.id, undefined)).toBe(42);
        await erasures.deleteProfile({ ...read, rev: 2 });
        expect(await createPersonStore(table).readAnyone(read.id, now)).toEqual({ id: read.id, events: [] });
        expect(await erasures.deleteItems(read.id, undefined)).toBe(0);
      });

      it('does not touch somebody who has joined anew meanwhile', async () => {
        const read = await storeIn(table, { epoch: 'oldepoch' });
        await everything(read);
        const again: Subscriber = { ...read, epoch: 'newepoch', joinedAt: now + 1 };
        await createSubscriberStore(table).save(again, read);
        await createDiaryStore(table).append(read.id, 'newepoch', anEvent({ at: now + 2 }));
        const erasures = createErasureStore(table);
        await erasures.deleteProfile(read);
        await erasures.deleteItems(read.id, { epoch: again.epoch, since: again.joinedAt });
        const { subscriber, events } = await createPersonStore(table).readAnyone(read.id, now);
        expect([subscriber?.epoch, events.length]).toEqual(['newepoch', 1]);
        expect(await createPersonStore(table).readEvents(read.id, 'oldepoch')).toEqual([]);
      });
    });
  });
};
