import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import type { TipState } from '../../shared/domain/tips/tip-outcome.ts';
import { createClaimStore } from '../../shared/store/claim-store.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { RevisionConflict } from '../../shared/store/subscriber-store.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { it } from '../support/engine.ts';
import { contentsOf } from '../support/replies.ts';
import { aSubscriber } from '../support/subscribers.ts';

const now = Date.parse('2030-01-10T15:00:00Z');
const person = aSubscriber();
const date = '2030-01-10';

const state = fc.constantFrom<TipState>('accepted', 'sent', 'delivered', 'undelivered', 'failed', 'skipped', 'unknown');
const alias = fc.constantFrom('mailbox', 'office');
const primary = fc.constantFrom(person.id, 'somebody else');
/**
 * What a service asks of the stores, as values, so that the same story can be told to two tables. One person, one day and
 * few keys: only writes that meet can disturb each other.
 */
const append = fc.record({ kind: fc.constant('append' as const), key: fc.nat(1), score: fc.nat(10) });
const save = fc.record({
  kind: fc.constant('save' as const),
  zone: fc.constantFrom('America/New_York', 'Europe/Paris'),
  status: fc.constantFrom('active' as const, 'active' as const, 'stopped' as const),
});
const claim = fc.record({ kind: fc.constant('claim' as const) });
const outcome = fc.record({
  kind: fc.constantFrom('record' as const, 'moveForward' as const, 'putIfAbsent' as const),
  state,
});
const advance = fc.record({ kind: fc.constant('advance' as const), minutes: fc.nat(20) });
const consent = fc.record({ kind: fc.constant('consent' as const) });
const putAlias = fc.record({ kind: fc.constant('putAlias' as const), alias, primary });
const deleteAlias = fc.record({ kind: fc.constant('deleteAlias' as const), alias, primary });
const write = fc.oneof(append, save, claim, outcome, advance, consent, putAlias, deleteAlias);
const families = [
  ['of the diary', append],
  ['of the profile', fc.oneof(save, claim, claim)],
  ['of tips', outcome],
  ['of the watermark', advance],
  ['of consents and aliases', fc.oneof(consent, putAlias, putAlias, deleteAlias)],
  ['of every kind', write],
] as const;
type Write = typeof write extends fc.Arbitrary<infer Value> ? Value : never;

const eventOf = (step: Extract<Write, { kind: 'append' }>, index: number): DiaryEvent => ({
  key: `r#${step.key}`,
  kind: 'score',
  date,
  at: now + index,
  seq: index,
  channel: 'sms',
  score: step.score,
});

/** A write that is ready to go, as often as wanted. False: it found nothing to change, as somebody else was faster. */
type Ready = () => Promise<boolean>;

const unlessConflict = async (writing: Promise<unknown>): Promise<boolean> => {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof RevisionConflict) return false;
    throw error;
  }
};

const prepare = async (table: Table, step: Write, index: number): Promise<Ready> => {
  const { persons, subscribers, diary, consents, tips } = createReplyStores(table);
  switch (step.kind) {
    case 'append': {
      const event = eventOf(step, index);
      return async () => {
        await diary.append(person.id, person.epoch, event);
        return true;
      };
    }
    case 'save': {
      const read = await persons.readSubscriber(person.id);
      const next: Subscriber = { ...(read ?? person), zone: step.zone, status: step.status };
      return () => unlessConflict(subscribers.save(next, read));
    }
    case 'claim': {
      const read = await persons.readSubscriber(person.id);
      const claim = {
        date,
        tip: 'a',
        owner: `m${index}`,
        claimedAt: now,
        state: 'claimed',
        channel: 'sms',
      } as const;
      return async () => {
        if (!read) return false;
        const [result] = await createClaimStore(table).claim([
          {
            subscriber: read,
            claim,
            position: index,
            course: { marks: 'g'.repeat(index) },
            silence: { since: '2030-01-09' },
          },
        ]);
        return result === 'claimed';
      };
    }
    case 'record':
    case 'moveForward':
    case 'putIfAbsent': {
      const outcome = { id: person.id, date, state: step.state, at: now + index };
      if (step.kind === 'moveForward') return () => tips.moveForward(outcome);
      return async () => {
        await (step.kind === 'record' ? tips.record([outcome]) : tips.putIfAbsent(outcome));
        return true;
      };
    }
    case 'advance':
      return async () => {
        await createWatermarkStore(table).advance({ at: now + step.minutes * 300_000 });
        return true;
      };
    case 'consent':
      return async () => {
        await consents.put(person.id, { at: now + index, act: 'given', version: '1', where: 'sms' }, person.epoch);
        return true;
      };
    case 'putAlias':
      return () => unlessConflict(subscribers.putAlias(step.alias, step.primary));
    case 'deleteAlias':
      // Taking a name away and giving it back are two intentions: only its immediate repetition is one.
      return async () => {
        await subscribers.deleteAlias(step.alias, step.primary);
        return false;
      };
  }
};

let freshTable: () => Promise<Table>;
it.beforeEach(({ freshTable: fresh }) => {
  freshTable = fresh;
});

interface Step {
  readonly write: Write;
  /** Earlier writes that arrive once more after this one, counted back from it. */
  readonly late: readonly number[];
}

/** Tells a story to a fresh table; `repeating` delivers every write twice, and the late ones again. */
const tell = async (story: readonly Step[], repeating: boolean): Promise<unknown> => {
  const table = await tableOfSomebody();
  const done: Ready[] = [];
  for (const [index, step] of story.entries()) {
    const ready = await prepare(table, step.write, index);
    const took = await ready();
    if (repeating) await ready();
    // A name that was taken away in between may be given to somebody else: what gave it does not come back.
    if (step.write.kind === 'deleteAlias') done.splice(0);
    if (took) done.push(ready);
    for (const back of repeating ? step.late : []) await done.at(-1 - back)?.();
  }
  return contentsOf(table);
};

/** A table in which the person has joined already: most writes are about somebody. */
const tableOfSomebody = async (): Promise<Table> => {
  const table = await freshTable();
  await createReplyStores(table).subscribers.save(person, undefined);
  return table;
};

describe('the stores hold the same', () => {
  it.each(families)(
    'when every write %s is made twice, and earlier ones arrive again later',
    async (_which, writes) => {
      const story = fc.array(fc.record({ write: writes, late: fc.array(fc.nat(4), { maxLength: 2 }) }), {
        minLength: 2,
        maxLength: 10,
      });
      await fc.assert(
        fc.asyncProperty(story, async (steps) => {
          expect(await tell(steps, true)).toEqual(await tell(steps, false));
        }),
        { numRuns: 20 },
      );
    },
  );

  it('when every write of a story is made five times at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), async (steps) => {
        const [once, often] = [await tableOfSomebody(), await tableOfSomebody()];
        for (const [index, step] of steps.entries()) {
          await (await prepare(once, step, index))();
          const ready = await prepare(often, step, index);
          await Promise.all(Array.from({ length: 5 }, ready));
        }
        expect(await contentsOf(often)).toEqual(await contentsOf(once));
      }),
      { numRuns: 10 },
    );
  });
});
