import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startLocalService } from '../../../local/service.ts';
import { tableName } from '../../../local/settings.ts';
import { connectTable } from '../../../shared/store/dynamodb-table.ts';
import { createServiceClient } from '../../e2e/support/service-client.ts';

// The functions log a line a tick.
beforeEach(() => {
  vi.spyOn(console, 'info').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
});
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

/** Of numbers that are nobody's: in New York, London, Paris, Sydney, and India's one zone. */
const phones = ['+12125550101', '+447700900123', '+33639981234', '+61491570156', '+919876543210'] as const;

const step = fc.record({
  who: fc.constantFrom(...phones),
  words: fc.constantFrom(
    'JOIN',
    'TIME 7:30pm',
    'TIME 8am',
    'LESS',
    'PAUSE 1',
    'PAIN 6',
    'STOP',
    'TIP',
    'ZONE Lord Howe',
  ),
  isLost: fc.boolean(),
  /** Minutes until the next. */
  minutes: fc.integer({ min: 1, max: 90 }),
});
const fault = fc.constantFrom({ error: '30003' }, { http: 503, times: 3 }, { error: 'accept-then-hang-up' });

const story = fc.record({
  // Clocks go forward in New York, and back in London and Paris, in the nights that follow.
  start: fc.constantFrom('2030-03-09T21:40:00Z', '2030-10-26T21:40:00Z'),
  joiners: fc.uniqueArray(fc.constantFrom(...phones), { minLength: 2 }),
  steps: fc.array(step, { minLength: 2, maxLength: 4 }),
  fault,
  victim: fc.constantFrom(...phones),
});
type Story = typeof story extends fc.Arbitrary<infer Told> ? Told : never;

/** What everybody got when, and what stands in the table, but for what a start draws by lot. */
const tell = async ({ start, joiners, steps, ...rest }: Story, everyTick: boolean) => {
  const service = await startLocalService({ port: 0, folder: undefined, environment: process.env, everyTick });
  running.push(service);
  const coach = createServiceClient(service.url);
  await coach.jumpTo(start);
  for (const phone of joiners) await coach.say(phone, 'JOIN');
  await coach.fault({ channel: 'sms', to: rest.victim, ...rest.fault });
  for (const { who, words, isLost, minutes } of steps) {
    await coach.text(who, words, isLost ? { lost: true } : {});
    await coach.advance(`PT${minutes}M`);
  }
  await coach.advance('PT16H');
  const sent = (await coach.outbox()).map(({ at, to, kind, body }) => [at, to, kind, body?.replace(/\/\S+/g, '')]);
  const { Items: items = [] } = await connectTable(tableName).client.send(new ScanCommand({ TableName: tableName }));
  await service.stop();
  const kept = items.map(({ PK, SK, at, status, tip, reason }) => {
    // The pseudonym, the epoch and the message's name are drawn by lot.
    const known = String(SK).replace(/^(DAY#[\d-]+#|r#).*/, '$1');
    return String(PK).startsWith('SUB#') ? [known, status, tip, reason] : [PK, known, at];
  });
  return { sent, kept: kept.map((line) => JSON.stringify(line)).sort() };
};

it('a move sends and keeps what ticking every five minutes would, to the minute', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      expect(await tell(told, false)).toEqual(await tell(told, true));
    }),
    { numRuns: 1, endOnFailure: true },
  );
});
