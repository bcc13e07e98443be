import { createClaimStore } from '../../shared/store/claim-store.ts';
import { createTipStore } from '../../shared/store/tip-store.ts';
import type { TableTemplate } from './backbeat-table.ts';
import { dueAt, idOf } from './people.ts';
import { cpuOfTrees } from './process-cpu.ts';
import { connectDynamoDb, tableOf } from './table-client.ts';

/** The embedded engine alone: what sending asks of it, and nobody sends anything. */
export interface EngineResult {
  readonly people: number;
  /** Messages a second that the engine bears. */
  readonly perSecond: number;
  readonly engineMicros: number;
  /** Milliseconds of a group's calls, one group at a time. */
  readonly readMs: number;
  readonly claimMs: number;
  readonly recordMs: number;
}

const groupSize = 25;
const groupsAtOnce = 12;
const date = '2030-01-07';
const tip = { date, tip: 'a-tip', channel: 'sms' } as const;

/** Reads, claims and records in groups of 25, first one group at a time for how long each takes, then twelve at once for how many. */
export const measureEngine = async (table: TableTemplate, people: number): Promise<EngineResult> => {
  const engine = await table.start();
  try {
    const connected = tableOf(connectDynamoDb({ endpoint: engine.address }));
    const claims = createClaimStore(connected);
    const tips = createTipStore(connected);
    const spent = { read: 0, claim: 0, record: 0 };
    const timed = async <T>(what: keyof typeof spent, run: () => Promise<T>): Promise<T> => {
      const started = performance.now();
      const result = await run();
      spent[what] += performance.now() - started;
      return result;
    };
    const work = async (group: number): Promise<void> => {
      const ids = Array.from({ length: groupSize }, (_, index) => idOf(group * groupSize + index));
      const found = await timed('read', () => claims.readSubscribers(ids));
      const claim = { ...tip, owner: 'engine-alone', claimedAt: dueAt, state: 'claimed' } as const;
      const requests = [...found.values()].map((subscriber) => ({
        subscriber,
        claim,
        position: 4,
        course: { marks: 'gggg' },
        silence: { since: '2030-01-06' },
      }));
      await timed('claim', () => claims.claim(requests));
      const providerId = `SM${'0'.repeat(32)}`;
      const outcomes = ids.map((id) => ({ ...tip, id, at: dueAt, state: 'accepted', providerId }) as const);
      await timed('record', () => tips.record(outcomes));
    };
    const groups = Math.floor(people / groupSize);
    const alone = Math.floor(groups / 4);
    for (let group = 0; group < alone; group += 1) await work(group);
    const perGroup = { ...spent };
    const cpu = cpuOfTrees([engine.pid]);
    const started = performance.now();
    let next = alone;
    const workOn = async (): Promise<void> => {
      for (let group = next++; group < groups; group = next++) await work(group);
    };
    await Promise.all(Array.from({ length: groupsAtOnce }, workOn));
    const messages = (groups - alone) * groupSize;
    return {
      people,
      perSecond: (messages / (performance.now() - started)) * 1000,
      engineMicros: (cpuOfTrees([engine.pid]) - cpu) / messages,
      readMs: perGroup.read / alone,
      claimMs: perGroup.claim / alone,
      recordMs: perGroup.record / alone,
    };
  } finally {
    await engine.stop();
  }
};
