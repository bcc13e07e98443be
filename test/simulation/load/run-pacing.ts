import { BatchExecuteStatementCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { splitGroups, type Workforce } from '../../../functions/schedule-tips/split-groups.ts';
import { createSendTips } from '../../../functions/send-tips/send-tips.ts';
import { workerDeps } from '../../../functions/send-tips/worker-deps.ts';
import { groupSizeFor, workersFor } from '../../../infra/pace.ts';
import type { Channel } from '../../../shared/domain/people/subscriber.ts';
import type { SendJob } from '../../../shared/domain/tips/job.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { subscriberItem } from '../../../shared/store/subscriber-item.ts';
import { createRandom } from '../random.ts';
import { createMemoryEngine } from '../store/memory-engine.ts';
import { clientOf } from '../store/memory-table.ts';
import { createTimeline } from '../timeline.ts';
import { createProvider } from './provider.ts';
import { programme, subscriberAt } from './subscribers.ts';
import { clockOn } from './virtual-clock.ts';
import { createWorkerPool } from './worker-pool.ts';

export interface PacingOptions {
  readonly channel: Channel;
  /** The provider's rate as the settings say it, messages a second. */
  readonly perSecond: number;
  /** The rate that the provider really allows, if it differs from the settings. */
  readonly allowed?: number;
  /** How many are due at once. */
  readonly people: number;
  readonly workers?: number;
  /** The fastest and the slowest answer of the provider, milliseconds. */
  readonly latencyMs?: readonly [number, number];
}

const due = Date.parse('2030-01-10T14:00:00Z');
const date = '2030-01-10';
const hourMs = 3_600_000;

const groupsOf = (people: number, workforce: Pick<Workforce, 'workers' | 'groupSize'>): readonly string[] => {
  const everybody = Array.from({ length: people }, (_, index) => ({ id: subscriberAt(index).id, date }));
  return splitGroups(everybody, workforce).map((members) => {
    const job: SendJob = { kind: 'tips', dueAt: due, members };
    return JSON.stringify(job);
  });
};

/** The store's own test engine, with the latency of DynamoDB on a virtual clock, its calls and writes counted. */
const countingTable = (people: number, channel: Channel, pause: () => Promise<void>) => {
  const engine = createMemoryEngine('load');
  for (let index = 0; index < people; index += 1) {
    // The due index is not used: this run queues the groups itself.
    const { zone: _zone, due: _due, ...Item } = subscriberItem({ ...subscriberAt(index, { tipsBy: channel }), rev: 1 });
    engine.execute(new PutCommand({ TableName: 'load', Item }));
  }
  const used = { calls: 0, writes: 0 };
  const send = async (command: unknown): Promise<unknown> => {
    used.calls += 1;
    if (command instanceof BatchExecuteStatementCommand) used.writes += command.input.Statements?.length ?? 0;
    await pause();
    return engine.execute(command);
  };
  const table: Table = { client: clientOf(send), name: 'load', pause };
  return { table, used };
};

/** Sends to everybody who is due at one instant through the real workers, and says how the provider's rate was used. */
export const runPacing = async ({
  channel,
  perSecond,
  people,
  allowed = perSecond,
  workers = workersFor(perSecond),
  latencyMs = [50, 170],
}: PacingOptions) => {
  const timeline = createTimeline(due);
  const clock = clockOn(timeline);
  const random = createRandom(perSecond * 1000 + people);
  const { table, used } = countingTable(people, channel, () => clock.sleep(random.whole(5, 10)));
  const provider = createProvider({
    clock,
    channel,
    perSecond: allowed,
    // The messages of one second, or one for each worker that may begin at the same moment, if that is more.
    burst: Math.max(workers, allowed),
    latencyMs: () => random.whole(...latencyMs),
    people,
  });
  const pool = createWorkerPool({
    clock,
    random,
    workers,
    start: (retryLater) => {
      const queue = { send: async () => {}, retryLater };
      const deps = workerDeps(
        {
          table,
          log: () => {},
          queues: { sms: queue, email: queue },
          count: () => {},
          sender: provider.sender,
          programme,
          perSecond: perSecond / workers,
        },
        { clock },
      );
      return createSendTips(deps);
    },
  });
  pool.put(groupsOf(people, { workers, groupSize: groupSizeFor(perSecond) }));
  await timeline.run(due + 12 * hourMs, pool.isDone);
  const queue = pool.report();
  return {
    rate: perSecond,
    workers,
    ...provider.report(),
    lost: queue.lost,
    callsATip: used.calls / people,
    writesATip: used.writes / people,
    invocations: queue.invocations,
    billedMsATip: queue.billedMs / people,
  };
};
