import { describe, expect } from 'vitest';
import { createDiaryStore } from '../../../shared/store/diary-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createPersonStore } from '../../../shared/store/person-store.ts';
import { createWatermarkStore } from '../../../shared/store/watermark-store.ts';
import { it } from '../../support/engine.ts';
import { anEvent, type NewTable, now, storeIn } from './store-set-up.ts';

let table: Table;

/** Pages of a diary, and how far the scheduler has got. */
export const describeDiary = (newTable: NewTable): void => {
  describe('diaries:', () => {
    it.beforeEach(async ({ freshTable }) => {
      table = await newTable(freshTable);
    });

    describe('a diary page', () => {
      it('stores a reply once, however often and however simultaneously it is delivered', async () => {
        const subscriber = await storeIn(table);
        const diary = createDiaryStore(table);
        await Promise.all(Array.from({ length: 5 }, () => diary.append(subscriber.id, subscriber.epoch, anEvent())));
        await diary.append(subscriber.id, subscriber.epoch, anEvent({ score: 1 }));
        const { events } = await createPersonStore(table).readAnyone(subscriber.id, now);
        expect(events).toEqual([anEvent()]);
      });

      it('is read with the forty days before it, and older ones on demand', async () => {
        const subscriber = await storeIn(table);
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
        const subscriber = await storeIn(table);
        await createDiaryStore(table).append(subscriber.id, 'otherepo', anEvent());
        const persons = createPersonStore(table);
        expect((await persons.readAnyone(subscriber.id, now)).events).toEqual([]);
        expect(await persons.readEvents(subscriber.id, subscriber.epoch)).toEqual([]);
      });

      it('is one of two that hold the same reply: it is read once, on the earlier day', async () => {
        const subscriber = await storeIn(table);
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
        const subscriber = await storeIn(table);
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

    describe('the watermark', () => {
      it('only moves forward', async () => {
        const watermark = createWatermarkStore(table);
        expect(await watermark.read()).toBeUndefined();
        await watermark.advance({ at: now, clocks: { 'America/Winnipeg': -300 } });
        await watermark.advance({ at: now - 300_000 });
        expect(await watermark.read()).toMatchObject({ at: now, clocks: { 'America/Winnipeg': -300 } });
      });
    });
  });
};
