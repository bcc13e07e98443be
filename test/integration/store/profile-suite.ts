import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect } from 'vitest';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { createDueStore } from '../../../shared/store/due-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createPersonStore } from '../../../shared/store/person-store.ts';
import { subscriberItem } from '../../../shared/store/subscriber-item.ts';
import { createSubscriberStore, RevisionConflict } from '../../../shared/store/subscriber-store.ts';
import { createZoneStore } from '../../../shared/store/zone-store.ts';
import { it } from '../../support/engine.ts';
import { aSubscriber } from '../../support/subscribers.ts';
import { claimOf, type NewTable, now, storeIn } from './store-set-up.ts';

let table: Table;

const dueIn = async (zone: string, time: string) => {
  const found = [];
  for await (const page of createDueStore(table).findDue(zone, time)) found.push(...page);
  return found;
};

const unasked = (_what: string, _test: () => unknown): void => {};

/** Profiles, their aliases, and the index by which they are due. Whether a call says what it cost is asked where the engine counts. */
export const describeProfiles = (newTable: NewTable, counts: boolean): void => {
  describe('profiles:', () => {
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
        course: { marks: 'g'.repeat(60), asked: '2030-01-05', programme: 9 },
        silence: { since: '2029-12-31', step: 'nudged' },
        commands: Array.from({ length: 10 }, (_, index) => `r#${'abcdefghij'.charAt(index).padStart(16, 'a')}`),
        eraseWord: { word: 'K7QX', until: now },
        textOffered: true,
        clinic: 'yes',
        clinicAsked: `r#${'b'.repeat(16)}`,
        research: 'yes',
        callMe: now,
      });

      it('is read as it was written', async () => {
        await createSubscriberStore(table).save(full, undefined);
        expect(await createPersonStore(table).readSubscriber(full.id)).toEqual({ ...full, rev: 1 });
      });

      const itCounts = counts ? it : unasked;
      // What is kept free for what comes next: a third item would cost a write unit with every claim.
      const spare = 3;
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

      it('of before has an attribute for each thing that they let others do', async () => {
        const { clinic, clinicAsked, research, callMe } = full;
        const { ok: _packed, ...item } = subscriberItem(full);
        const Item = { ...item, clinic, clinicAsked, research, callMe };
        await table.client.send(new PutCommand({ TableName: table.name, Item }));
        expect(await createPersonStore(table).readSubscriber(full.id)).toEqual(full);
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
        const { lastTip } = await storeIn(table, { lastTip: claimOf({ state, channel: 'email' }) });
        expect((await createPersonStore(table).readSubscriber(full.id))?.lastTip).toEqual(lastTip);
      });

      it('is written only by whoever read its latest revision', async () => {
        const store = createSubscriberStore(table);
        const read = await storeIn(table);
        await store.save({ ...read, time: '10:00' }, read);
        await expect(store.save({ ...read, time: '11:00' }, read)).rejects.toBeInstanceOf(RevisionConflict);
        await expect(store.save(aSubscriber(), undefined)).rejects.toBeInstanceOf(RevisionConflict);
        expect((await createPersonStore(table).readSubscriber(read.id))?.time).toBe('10:00');
      });

      it('adds its zone to the zones in use', async () => {
        await storeIn(table);
        await storeIn(table, { phone: { number: '+33612345678' }, zone: 'Europe/Paris' });
        await storeIn(table, { phone: { number: '+33612345679' }, zone: 'Europe/Paris' });
        expect(await createZoneStore(table).read()).toEqual(['America/New_York', 'Europe/Paris']);
      });

      it('stands in the due index only while it is active, under the channel its tips go by', async () => {
        const store = createSubscriberStore(table);
        const read = await storeIn(table);
        expect(await dueIn('America/New_York', '09:00')).toEqual([{ id: read.id, channel: 'sms' }]);
        const byMail: Subscriber = { ...read, mailbox: { address: 'jo@example.org' }, tipsBy: 'email', time: '10:05' };
        await store.save(byMail, read);
        expect(await dueIn('America/New_York', '09:00')).toEqual([]);
        expect(await dueIn('America/New_York', '10:05')).toEqual([{ id: read.id, channel: 'email' }]);
        await store.save({ ...byMail, rev: 2, status: 'stopped' }, { ...byMail, rev: 2 });
        expect(await dueIn('America/New_York', '10:05')).toEqual([]);
      });

      it('of somebody who asked for mails and has not confirmed is due by text, where the offer goes', async () => {
        const read = await storeIn(table, {
          tipsBy: 'email',
          pendingMailbox: { address: 'jo@example.org', askedAt: now },
        });
        expect(await dueIn('America/New_York', '09:00')).toEqual([{ id: read.id, channel: 'sms' }]);
      });
    });

    describe('an alias', () => {
      it('leads to the person it names, and is not made where somebody stands', async () => {
        const subscriber = await storeIn(table);
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
  });
};
