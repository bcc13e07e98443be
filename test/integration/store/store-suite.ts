import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect } from 'vitest';
import type { DiaryEvent } from '../../../shared/domain/diary/diary.ts';
import type { Subscriber, TipClaim } from '../../../shared/domain/people/subscriber.ts';
import { createClaimStore } from '../../../shared/store/claim-store.ts';
import { createConsentStore } from '../../../shared/store/consent-store.ts';
import { createDiaryStore } from '../../../shared/store/diary-store.ts';
import { createDueStore } from '../../../shared/store/due-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createErasureStore } from '../../../shared/store/erasure-store.ts';
import { createPersonStore } from '../../../shared/store/person-store.ts';
import { subscriberItem } from '../../../shared/store/subscriber-item.ts';
import { createSubscriberStore, RevisionConflict } from '../../../shared/store/subscriber-store.ts';
import { createTipStore } from '../../../shared/store/tip-store.ts';
import { createWatermarkStore } from '../../../shared/store/watermark-store.ts';
import { createZoneStore } from '../../../shared/store/zone-store.ts';
import { it } from '../../support/engine.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const now = Date.parse('2030-01-10T15:00:00Z');
let table: Table;

const anEvent = (changes: Partial<DiaryEvent> = {}): DiaryEvent => ({
  key: 'r#first',
  kind: 'score',
  date: '2030-01-10',
  at: now,
  seq: 1,
  channel: 'sms',
  score: 6.5,
  note: 'after gardening 🌱',
  ...changes,
});

const stored = async (changes: Partial<Subscriber> = {}): Promise<Subscriber> => {
  const subscriber = aSubscriber(changes);
  await createSubscriberStore(table).save(subscriber, undefined);
  return { ...subscriber, rev: 1 };
};

const claimOf = (changes: Partial<TipClaim> = {}): TipClaim => ({
  date: '2030-01-10',
  tip: '01-medicines',
  owner: 'message-1',
  claimedAt: now,
  state: 'claimed',
  channel: 'sms',
  ...changes,
});

const dueIn = async (zone: string, time: string) => {
  const found = [];
  for await (const page of createDueStore(table).findDue(zone, time)) found.push(...page);
  return found;
};

const unasked = (_what: string, _test: () => unknown): void => {};

interface Engine {
  /** Whether it says what a call cost. */
  readonly counts?: boolean;
  /** Whether it knows PartiQL, by which claims are made and outcomes recorded. */
  readonly partiql?: boolean;
}

/**
 * What every engine that the stores run on is held to; `newTable` gives each test a table of its own. What an engine
 * cannot do is not asked of it.
 */
export const describeStores = (
  engine: string,
  newTable: (onEmbeddedEngine: () => Promise<Table>) => Promise<Table>,
  { counts = true, partiql = true }: Engine = {},
): void => {
  describe(`over ${engine},`, () => {
    it.beforeEach(async ({ freshTable }) => {
      table = await newTable(freshTable);
    });

    describe('a profile', () => {
      // Everything that can stand there at once: somebody on texts and mail, who is moving to another mailbox while the
      // sign-up page was filled in with the present one. Addresses as long as one in a hundred.
      const full = aSubscriber({
        mailbox: { address: 'margaret.thompson@mail.example.org', link: 'abcdefgh' },
        pendingMailbox: {
          address: 'margaret.thompson@work.example.org',
          askedAt: now,
          since: now,
          askedBy: `r#${'a'.repeat(16)}`,
        },
        signUp: {
          address: 'margaret.thompson@mail.example.org',
          askedAt: now,
          since: now,
          unqueued: true,
          zone: 'America/Argentina/ComodRivadavia',
          time: '19:55',
          language: 'fr',
        },
        aliases: ['a'.repeat(26)],
        zone: 'America/New_York',
        zoneSource: 'guess',
        zoneCandidates: ['America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'],
        pausedUntil: '2030-02-01',
        lastTip: claimOf({
          owner: '01234567-89ab-cdef-0123-456789abcdef',
          tip: '15-anti-inflammatory-food',
          prompt: 'goodbye',
        }),
        position: 3600,
        course: { marks: 'g'.repeat(60), asked: '2030-01-05' },
        silence: { since: '2029-12-31', step: 'nudged' },
        commands: Array.from({ length: 10 }, (_, index) => `r#${'abcdefghij'.charAt(index).padStart(16, 'a')}`),
        eraseWord: { word: 'K7QX', until: now },
        textOffered: true,
      });

      it('is read as it was written', async () => {
        await createSubscriberStore(table).save(full, undefined);
        expect(await createPersonStore(table).readSubscriber(full.id)).toEqual({ ...full, rev: 1 });
      });

      const itCounts = counts ? it : unasked;
      // What is kept free for what comes next: a third item would cost a write unit with every claim.
      const spare = 32;
      itCounts('with every field in use takes less than 1 KB, so that its claim costs one write unit', async () => {
        const guessed = full;
        const said = {
          ...full,
          zone: 'America/Argentina/ComodRivadavia',
          zoneSource: 'said',
          zoneCandidates: [],
        } as const;
        for (const item of [guessed, said]) {
          const { ConsumedCapacity } = await table.client.send(
            new PutCommand({
              TableName: table.name,
              Item: { ...subscriberItem(item), pad: 'x'.repeat(spare - 'pad'.length) },
              ReturnConsumedCapacity: 'INDEXES',
            }),
          );
          expect(ConsumedCapacity?.Table?.CapacityUnits).toBe(1);
        }
      });

      it('of before keeps its commands as a list, names its claim in full, and remembers no tips', async () => {
        const { course: _none, silence: _never, ...before } = full;
        const keys = before.commands;
        const { prompt: _letter, ...lastTip } = before.lastTip ?? claimOf();
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...subscriberItem(before), commands: keys, lastTip: { ...lastTip, p: 'g' } },
          }),
        );
        expect(await createPersonStore(table).readSubscriber(full.id)).toEqual(before);
      });

      it.for(['claimed', 'released', 'failing'] as const)('keeps a claim that is %s', async (state) => {
        const { lastTip } = await stored({ lastTip: claimOf({ state, channel: 'email' }) });
        expect((await createPersonStore(table).readSubscriber(full.id))?.lastTip).toEqual(lastTip);
      });

      it('is written only by whoever read its latest revision', async () => {
        const store = createSubscriberStore(table);
        const read = await stored();
        await store.save({ ...read, time: '10:00' }, read);
        await expect(store.save({ ...read, time: '11:00' }, read)).rejects.toBeInstanceOf(RevisionConflict);
        await expect(store.save(aSubscriber(), undefined)).rejects.toBeInstanceOf(RevisionConflict);
        expect((await createPersonStore(table).readSubscriber(read.id))?.time).toBe('10:00');
      });

      it('adds its zone to the zones in use', async () => {
        await stored();
        await stored({ phone: { number: '+33612345678' }, zone: 'Europe/Paris' });
        await stored({ phone: { number: '+33612345679' }, zone: 'Europe/Paris' });
        expect(await createZoneStore(table).read()).toEqual(['America/New_York', 'Europe/Paris']);
      });

      it('stands in the due index only while it is active, under the channel its tips go by', async () => {
        const store = createSubscriberStore(table);
        const read = await stored();
        expect(await dueIn('America/New_York', '09:00')).toEqual([{ id: read.id, channel: 'sms' }]);
        const byMail: Subscriber = { ...read, mailbox: { address: 'jo@example.org' }, tipsBy: 'email', time: '10:05' };
        await store.save(byMail, read);
        expect(await dueIn('America/New_York', '09:00')).toEqual([]);
        expect(await dueIn('America/New_York', '10:05')).toEqual([{ id: read.id, channel: 'email' }]);
        await store.save({ ...byMail, rev: 2, status: 'stopped' }, { ...byMail, rev: 2 });
        expect(await dueIn('America/New_York', '10:05')).toEqual([]);
      });

      it('of somebody who asked for mails and has not confirmed is due by text, where the offer goes', async () => {
        const read = await stored({ tipsBy: 'email', pendingMailbox: { address: 'jo@example.org', askedAt: now } });
        expect(await dueIn('America/New_York', '09:00')).toEqual([{ id: read.id, channel: 'sms' }]);
      });
    });

    describe('a diary page', () => {
      it('stores a reply once, however often and however simultaneously it is delivered', async () => {
        const subscriber = await stored();
        const diary = createDiaryStore(table);
        await Promise.all(Array.from({ length: 5 }, () => diary.append(subscriber.id, subscriber.epoch, anEvent())));
        await diary.append(subscriber.id, subscriber.epoch, anEvent({ score: 1 }));
        const { events } = await createPersonStore(table).readAnyone(subscriber.id, now);
        expect(events).toEqual([anEvent()]);
      });

      it('is read with the forty days before it, and older ones on demand', async () => {
        const subscriber = await stored();
        const diary = createDiaryStore(table);
        for (const date of ['2029-11-20', '2029-12-08', '2030-01-09', '2030-01-11']) {
          await diary.append(subscriber.id, subscriber.epoch, anEvent({ date, key: `r#${date}` }));
        }
        const persons = createPersonStore(table);
        const { events } = await persons.readAnyone(subscriber.id, now);
        expect(events.map(({ date }) => date)).toEqual(['2029-12-08', '2030-01-09', '2030-01-11']);
        expect(await persons.readEvents(subscriber.id, subscriber.epoch)).toHaveLength(4);
        const since = async (date: string) =>
          (await persons.readEnrolled(subscriber.id, now, date))?.events.map((event) => event.date);
        expect(await since('')).toEqual(['2029-11-20', '2029-12-08', '2030-01-09', '2030-01-11']);
        expect(await since('2030-01-09')).toEqual(['2030-01-09', '2030-01-11']);
        expect(await since('2030-01-12')).toEqual([]);
      });

      it('of an earlier enrolment is never read by the next', async () => {
        const subscriber = await stored();
        await createDiaryStore(table).append(subscriber.id, 'otherepo', anEvent());
        const persons = createPersonStore(table);
        expect((await persons.readAnyone(subscriber.id, now)).events).toEqual([]);
        expect(await persons.readEvents(subscriber.id, subscriber.epoch)).toEqual([]);
      });

      it('is one of two that hold the same reply: it is read once, on the earlier day', async () => {
        const subscriber = await stored();
        const diary = createDiaryStore(table);
        for (const date of ['2030-01-08', '2030-01-07']) {
          await diary.append(subscriber.id, subscriber.epoch, anEvent({ date }));
        }
        const persons = createPersonStore(table);
        const once = [anEvent({ date: '2030-01-07' })];
        expect((await persons.readAnyone(subscriber.id, now)).events).toEqual(once);
        expect(await persons.readEvents(subscriber.id, subscriber.epoch)).toEqual(once);
      });

      it('longer than a page of the engine is read whole', async () => {
        const subscriber = await stored();
        const diary = createDiaryStore(table);
        const note = 'x'.repeat(1600);
        for (let day = 0; day < 8; day += 1) {
          const date = `2030-01-0${day + 1}`;
          await Promise.all(
            Array.from({ length: 90 }, (_, index) =>
              diary.append(subscriber.id, subscriber.epoch, anEvent({ date, key: `r#${day}-${index}`, note })),
            ),
          );
        }
        expect((await createPersonStore(table).readAnyone(subscriber.id, now)).events).toHaveLength(720);
      });
    });

    describe('an alias', () => {
      it('leads to the person it names, and is not made where somebody stands', async () => {
        const subscriber = await stored();
        const store = createSubscriberStore(table);
        await store.putAlias('mailboxid', subscriber.id);
        await store.putAlias('mailboxid', subscriber.id);
        const found = await createPersonStore(table).readAnyone('mailboxid', now);
        expect([found.id, found.subscriber?.id]).toEqual([subscriber.id, subscriber.id]);
        await expect(store.putAlias('mailboxid', 'somebody-else')).rejects.toBeInstanceOf(RevisionConflict);
        await expect(store.putAlias(subscriber.id, 'somebody-else')).rejects.toBeInstanceOf(RevisionConflict);
        await store.deleteAlias('mailboxid', 'somebody-else');
        expect((await createPersonStore(table).readAnyone('mailboxid', now)).id).toBe(subscriber.id);
        await store.deleteAlias('mailboxid', subscriber.id);
        expect((await createPersonStore(table).readAnyone('mailboxid', now)).subscriber).toBeUndefined();
      });

      it('of nobody is a stranger', async () => {
        await createSubscriberStore(table).putAlias('mailboxid', 'nobody');
        expect(await createPersonStore(table).readAnyone('mailboxid', now)).toEqual({
          id: 'mailboxid',
          formerly: 'nobody',
          events: [],
        });
      });
    });

    const describePartiql = partiql ? describe : unasked;
    describePartiql('claims', () => {
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
          Array.from({ length: 25 }, (_, index) => stored({ phone: { number: `+121255502${10 + index}` } })),
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
        const subscriber = await stored();
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

    describePartiql('the outcome of a tip', () => {
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

    describe('the watermark', () => {
      it('only moves forward', async () => {
        const watermark = createWatermarkStore(table);
        expect(await watermark.read()).toBeUndefined();
        await watermark.advance({ at: now, clocks: { 'America/Winnipeg': -300 } });
        await watermark.advance({ at: now - 300_000 });
        expect(await watermark.read()).toMatchObject({ at: now, clocks: { 'America/Winnipeg': -300 } });
      });
    });

    describePartiql('an erasure', () => {
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
        const read = await stored();
        await everything(read);
        await createSubscriberStore(table).save({ ...read, status: 'erasing' }, read);
        const erasures = createErasureStore(table);
        expect(await erasures.deleteItems(read.id, undefined)).toBe(42);
        await erasures.deleteProfile({ ...read, rev: 2 });
        expect(await createPersonStore(table).readAnyone(read.id, now)).toEqual({ id: read.id, events: [] });
        expect(await erasures.deleteItems(read.id, undefined)).toBe(0);
      });

      it('does not touch somebody who has joined anew meanwhile', async () => {
        const read = await stored({ epoch: 'oldepoch' });
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
